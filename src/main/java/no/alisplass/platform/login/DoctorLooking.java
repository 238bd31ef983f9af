package no.alisplass.platform.login;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;

/**
 * A doctor who has opened a link: to look at what is registered, and for nothing else.
 *
 * @param who what is recorded of them: {@code look:17}
 * @param linkOf the area that made the link
 */
public record DoctorLooking(String who, HprNumber hpr, AreaCode linkOf) {
    /** Who they are to everything that asks for a role. */
    public SecurityIdentity identity() {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(who))
                .addRole(Roles.DOCTOR)
                .addAttribute(Caller.HPR, hpr.digits())
                .addAttribute(Caller.LINK_OF, linkOf.value())
                .build();
    }
}
