package no.alisplass.platform;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Function;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.text.Text;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Adds to whom an identity provider vouches for what they are bound to, from the token's claims {@code alis_area},
 * {@code alis_hospital} and {@code alis_department}. Turns away tokens bound to what cannot be an area, a hospital or a
 * department. Those who are kept here come with their bonds ({@link Account}).
 */
@ApplicationScoped
class Bonds implements SecurityIdentityAugmentor {
    private static final Logger LOG = Logger.getLogger(Bonds.class);
    private static final Map<String, Function<String, ?>> READERS =
            Map.of(Caller.AREA, AreaCode::new, Caller.HOSPITAL, HospitalId::new, Caller.DEPARTMENT, DepartmentId::new);

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom()
                .item(identity.getPrincipal() instanceof JsonWebToken token ? ofToken(identity, token) : identity);
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
}
