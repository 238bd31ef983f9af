package no.alisplass.platform;

import no.alisplass.domain.Finding;

/**
 * Why a token of an identity provider opens nothing, for its bearer; it is the cause of the exception that Quarkus knows,
 * and is told by the doors.
 */
public final class TokenRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    TokenRefused(Finding finding) {
        super(finding.code(), null, false, false);
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }
}
