package no.alisplass.platform;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Adds to who someone is what they are bound to: from {@code app_user}, or from the token's claims {@code alis_area},
 * {@code alis_hospital} and {@code alis_department}. Turns away who is disabled, and demo users outside the demo.
 */
@ApplicationScoped
class Bonds implements SecurityIdentityAugmentor {
    private final Users users;

    @Inject
    Bonds(Users users) {
        this.users = users;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return Uni.createFrom().item(ofToken(identity, token));
        }
        return context.runBlocking(() -> ofUser(identity));
    }

    private static SecurityIdentity ofToken(SecurityIdentity identity, JsonWebToken token) {
        QuarkusSecurityIdentity.Builder builder = QuarkusSecurityIdentity.builder(identity);
        for (String bond : new String[] {Caller.AREA, Caller.HOSPITAL, Caller.DEPARTMENT}) {
            Object claim = token.getClaim("alis_" + bond);
            if (claim != null) {
                builder.addAttribute(bond, claim.toString());
            }
        }
        Object name = token.getClaim("name");
        if (name != null) {
            builder.addAttribute(Caller.DISPLAY_NAME, name.toString());
        }
        return builder.build();
    }

    private SecurityIdentity ofUser(SecurityIdentity identity) {
        User user = users.find(identity.getPrincipal().getName())
                .filter(found -> !found.disabled())
                .filter(found -> !found.demo() || ConfigUtils.isProfileActive("demo"))
                .orElseThrow(AuthenticationFailedException::new);
        QuarkusSecurityIdentity.Builder builder = QuarkusSecurityIdentity.builder(identity);
        builder.addAttribute(Caller.DISPLAY_NAME, user.displayName());
        user.area().ifPresent(area -> builder.addAttribute(Caller.AREA, area.value()));
        user.hospital().ifPresent(hospital -> builder.addAttribute(Caller.HOSPITAL, hospital.value()));
        user.department().ifPresent(department -> builder.addAttribute(Caller.DEPARTMENT, department.value()));
        return builder.build();
    }
}
