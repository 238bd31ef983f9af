package no.alisplass.web.shell;

import java.util.List;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;

/** Carries a refusal that no form on the page can show to the error page; see {@link Pages#of}. */
public final class PageRefused extends RuntimeException {
    private final transient List<Finding> findings;
    private final Result.Kind kind;

    public PageRefused(Result.Kind kind, List<Finding> findings) {
        super(kind.name(), null, false, false);
        this.kind = kind;
        this.findings = findings;
    }

    Result.Kind kind() {
        return kind;
    }

    List<Finding> findings() {
        return findings;
    }
}
