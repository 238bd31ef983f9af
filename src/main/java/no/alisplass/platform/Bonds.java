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
import java.util.Map;
import java.util.function.Function;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.text.Text;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Adds to who someone is what they are bound to: from {@code app_user}, or from the token's claims {@code alis_area},
 * {@code alis_hospital} and {@code alis_department}. Turns away who is disabled, demo users outside the demo, and tokens
 * bound to what cannot be an area, a hospital or a department.
 */
@ApplicationScoped
class Bonds implements SecurityIdentityAugmentor {
    private static final Logger LOG = Logger.getLogger(Bonds.class);
    private static final Map<String, Function<String, ?>> READERS =
            Map.of(Caller.AREA, AreaCode::new, Caller.HOSPITAL, HospitalId::new, Caller.DEPARTMENT, DepartmentId::new);

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
        READERS.forEach((bond, reader) -> {
            Object claim = token.getClaim("alis_" + bond);
            if (claim != null) {
                try {
                    reader.apply(claim.toString());
                } catch (IllegalArgumentException unfit) {
                    LOG.warnf(
                            "A token was turned away: its claim alis_%s cannot be read. Maybe mend it where users are kept.",
                            bond);
                    throw new AuthenticationFailedException(unfit);
                }
                builder.addAttribute(bond, claim.toString());
            }
        });
        Object name = token.getClaim("name");
        String displayName = name == null ? null : Text.line(name.toString());
        if (displayName != null) {
            builder.addAttribute(Caller.DISPLAY_NAME, displayName);
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
