package no.alisplass.platform;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Instant;
import java.util.Optional;
import no.alisplass.domain.HprNumber;

/**
 * Someone whom an identity provider vouched for at the pages, as it described them when they last logged in.
 *
 * @param user named apart from those who are kept here: {@code oidc:kari@ahus.example}
 * @param epoch raised when every session so far is over
 * @param lastAt when they last logged in
 * @param doctor the HPR number of who has the role doctor; empty for everyone else
 */
public record ProviderUser(long id, User user, long epoch, Instant lastAt, Optional<HprNumber> doctor) {
    /** Before the name of everyone an identity provider vouches for; names kept here have no colon. */
    public static final String BEGINNING = "oidc:";

    /** What their sessions call them: never what the provider calls them, which may change and may have any sign in it. */
    public String sessionName() {
        return BEGINNING + id;
    }

    /** Who they are to everything that asks for a role; nothing tells that they are kept here, and no password is theirs. */
    public SecurityIdentity identity() {
        QuarkusSecurityIdentity.Builder builder = Account.of(user).addRoles(user.roles());
        doctor.ifPresent(hpr -> builder.addAttribute(Caller.HPR, hpr.digits()));
        return builder.build();
    }
}
