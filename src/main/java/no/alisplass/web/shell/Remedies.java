package no.alisplass.web.shell;

import io.quarkus.qute.TemplateExtension;
import java.util.Map;
import no.alisplass.domain.Finding;
import no.alisplass.web.text.Texts;

/** Where what was found can be put right, when that is on another page. */
@TemplateExtension
public final class Remedies {
    private static final Link MOVES = Link.to("moves-ask-for", "/kommune/leger/flytting");

    /** A key of the words that lead there, and the address, by the code of what was found. */
    private static final Map<String, Link> PAGES =
            Map.of("register.held-elsewhere", MOVES, "waitlist.held-elsewhere", MOVES);

    private Remedies() {}

    /** Null when there is no such page. */
    public static Link remedy(Finding finding) {
        Link page = PAGES.get(finding.code());
        return page == null ? null : Link.to(Texts.of(page.text()), page.href());
    }
}
