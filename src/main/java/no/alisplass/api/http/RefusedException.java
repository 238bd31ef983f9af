package no.alisplass.api.http;

import java.util.List;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;

/** Carries a refusal from a resource to {@link ExceptionMappers}; nothing else throws or catches it. */
final class RefusedException extends RuntimeException {
    private final transient List<Finding> findings;
    private final Result.Kind kind;

    RefusedException(Result.Kind kind, List<Finding> findings) {
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
