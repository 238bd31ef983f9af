package no.alisplass.web.municipality;

import io.quarkus.qute.TemplateData;
import java.util.List;
import no.alisplass.domain.AreaCode;

/**
 * Something that somebody waits for a municipality to do, beside lists and what it has begun itself. Whoever knows of such things is a
 * {@link Source}: the start page asks them all.
 *
 * @param text what there is to do, in words
 * @param href where it is done
 */
@TemplateData
public record AreaTask(String text, String href) {
    /** A bean of its own for each kind of task. */
    public interface Source {
        /** The area's, in the order they are to be done; as few statements for many as for one. */
        List<AreaTask> of(AreaCode area);
    }
}
