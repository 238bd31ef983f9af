package no.alisplass.platform;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.text.Text;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Makes of whom an identity provider vouches for someone of ours: named apart from those who are kept here
 * ({@code oidc:kari@ahus.example}, a name no user here can have), bound by the token's claims {@code alis_area},
 * {@code alis_hospital} and {@code alis_department}. Turns away, and says why, a token without a name, one whose bonds cannot
 * be read, one without a role, one whose role lacks its bond, and one of someone who is shut out here ({@link ProviderUsers}).
 * Who has no role, but an HPR number in the claim the settings name, is a doctor, who looks at what is registered and does no more.
 * So for the API's tokens and for those of the pages' log-in alike. Those who are kept here come with their bonds
 * ({@link Account}).
 */
@ApplicationScoped
class IdentityBindings implements SecurityIdentityAugmentor {
    private static final Logger LOG = Logger.getLogger(IdentityBindings.class);
    private static final Map<String, Function<String, ?>> READERS = readers();

    private final ProviderUsers users;
    private final Optional<String> adminClaim;
    private final Optional<String> adminValue;
    private final Optional<String> hprClaim;

    @Inject
    IdentityBindings(
            ProviderUsers users,
            @ConfigProperty(name = "alisplass.oidc.admin-claim") Optional<String> adminClaim,
            @ConfigProperty(name = "alisplass.oidc.admin-value") Optional<String> adminValue,
            @ConfigProperty(name = "alisplass.oidc.hpr-claim") Optional<String> hprClaim) {
        this.users = users;
        this.adminClaim = adminClaim;
        this.adminValue = adminValue;
        this.hprClaim = hprClaim.filter(name -> !name.isBlank());
    }

    private static Map<String, Function<String, ?>> readers() {
        Map<String, Function<String, ?>> readers = new LinkedHashMap<>();
        readers.put(Caller.AREA, AreaCode::new);
        readers.put(Caller.HOSPITAL, HospitalId::new);
        readers.put(Caller.DEPARTMENT, DepartmentId::new);
        return readers;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? context.runBlocking(() -> unlessShutOut(ofToken(identity, token)))
                : Uni.createFrom().item(identity);
    }

    private SecurityIdentity unlessShutOut(SecurityIdentity identity) {
        String subject = identity.getAttribute(Caller.SUBJECT);
        if (users.isClosed(subject, identity.getPrincipal().getName())) {
            throw turnedAway(Finding.of("sub", null, "platform.provider-user-closed"));
        }
        return identity;
    }

    private SecurityIdentity ofToken(SecurityIdentity identity, JsonWebToken token) {
        String name = name(token);
        QuarkusSecurityIdentity.Builder builder = QuarkusSecurityIdentity.builder(identity)
                .setPrincipal(new QuarkusPrincipal(ProviderUser.BEGINNING + name));
        READERS.forEach((bond, reader) -> bound(token, bond, reader, builder));
        Object called = token.getClaim("name");
        String displayName = called == null ? null : Text.line(called.toString());
        builder.addAttribute(Caller.DISPLAY_NAME, displayName == null ? name : displayName);
        Object subject = token.getClaim("sub");
        builder.addAttribute(Caller.SUBJECT, subject == null ? name : subject.toString());
        if (isAdmin(token)) {
            builder.addRole(Roles.ADMIN);
        }
        needs(identity, token, Roles.MUNICIPALITY, Caller.AREA);
        needs(identity, token, Roles.DEPARTMENT, Caller.HOSPITAL);
        SecurityIdentity ours = builder.build();
        if (Roles.ALL.stream().noneMatch(ours::hasRole)) {
            Optional<HprNumber> doctor = doctor(token);
            if (doctor.isPresent()) {
                return QuarkusSecurityIdentity.builder(ours)
                        .addRole(Roles.DOCTOR)
                        .addAttribute(Caller.HPR, doctor.get().digits())
                        .build();
            }
            Finding finding = Finding.of("roles", null, "platform.token-roleless", String.join(", ", Roles.ALL));
            throw new ForbiddenException(new TokenRefused(finding));
        }
        return ours;
    }

    /** What the provider calls them: a name people know when there is one, else what never changes. */
    private static String name(JsonWebToken token) {
        return Stream.of("upn", "preferred_username", "email", "sub")
                .map(claim -> token.<Object>getClaim(claim))
                .filter(value -> value != null && !Text.blank(value.toString()))
                .findFirst()
                .flatMap(value ->
                        Text.readLine(value.toString(), Users.NAME_LENGTH).optional())
                .orElseThrow(() -> turnedAway(Finding.of("sub", null, "platform.token-nameless")));
    }

    private static void bound(
            JsonWebToken token, String bond, Function<String, ?> reader, QuarkusSecurityIdentity.Builder builder) {
        String name = claim(bond);
        Object value = token.getClaim(name);
        if (value == null) {
            return;
        }
        try {
            reader.apply(value.toString());
        } catch (IllegalArgumentException unfit) {
            LOG.warnf(
                    "A token was turned away: its claim %s cannot be read. Maybe mend it where users are kept.", name);
            String shown = Text.shown(value.toString());
            throw turnedAway(Finding.of(name, shown, "platform.token-bond-unreadable", name, shown));
        }
        builder.addAttribute(bond, value.toString());
    }

    private static void needs(SecurityIdentity identity, JsonWebToken token, String role, String bond) {
        if (identity.hasRole(role) && token.getClaim(claim(bond)) == null) {
            Finding finding = Finding.of(claim(bond), null, "platform.token-bond-missing", role, claim(bond));
            throw new ForbiddenException(new TokenRefused(finding));
        }
    }

    /** Whom the provider knows by a number in the register of health personnel; nobody where the settings name no claim. */
    private Optional<HprNumber> doctor(JsonWebToken token) {
        return hprClaim.map(claim -> token.<Object>getClaim(claim))
                .map(Object::toString)
                .flatMap(HprNumber::read);
    }

    private boolean isAdmin(JsonWebToken token) {
        Object claim = adminClaim
                .filter(name -> !name.isBlank())
                .map(name -> token.<Object>getClaim(name))
                .orElse(null);
        if (claim == null || adminValue.filter(value -> !value.isBlank()).isEmpty()) {
            return false;
        }
        Stream<?> values = claim instanceof Collection<?> many ? many.stream() : Stream.of(claim);
        return values.map(IdentityBindings::text).anyMatch(adminValue.get()::equals);
    }

    /** JSON's own strings come with their quotation marks. */
    private static String text(Object value) {
        return value instanceof jakarta.json.JsonString string ? string.getString() : String.valueOf(value);
    }

    private static String claim(String bond) {
        return "alis_" + bond;
    }

    private static AuthenticationFailedException turnedAway(Finding finding) {
        return new AuthenticationFailedException(new TokenRefused(finding));
    }
}
