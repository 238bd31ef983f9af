package no.alisplass.web.shell;

import io.quarkus.qute.TemplateData;

/**
 * A place to go.
 *
 * @param current whether the reader is there, or within it
 */
@TemplateData
public record Link(String text, String href, boolean current) {
    public static Link to(String text, String href) {
        return new Link(text, href, false);
    }
}
