package no.alisplass.platform.login;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.alisplass.platform.DatabaseLost;
import no.alisplass.platform.ProviderUsers;
import no.alisplass.platform.TokenRefused;
import org.jboss.logging.Logger;

/**
 * Log-in at the pages by the organisation's identity provider: the authorisation code flow of OpenID Connect, with PKCE, state
 * and nonce, done by Quarkus at the addresses below {@link #PLACE} and nowhere else. It ends with our own session, so that
 * everything after it goes the way of those who log in with a password.
 */
@ApplicationScoped
public class ProviderLogin {
    /** Where the flow's cookies go, and what the tenant {@code pages} of the settings has. */
    public static final String PLACE = "/logg-inn/idp";

    private static final Logger LOG = Logger.getLogger(ProviderLogin.class);
    private static final String TENANT = "pages";
    private static final String STATE_COOKIE = "q_auth_" + TENANT + "_";
    private static final String SESSION_COOKIE = "q_session_" + TENANT;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** So long what the provider did last is taken for what it does: nobody can make us ask it for each click. */
    private static final Duration KNOWN = Duration.ofSeconds(5);

    private static final int SERVER_ERROR = 500;
    private static final int REDIRECT = 302;

    private final OidcAuthenticationMechanism flow;
    private final IdentityProviderManager identities;
    private final TenantConfigBean tenants;
    private final ProviderUsers users;
    private final LoginRecord record;
    private final Clock clock;
    private volatile Asked last = new Asked(Instant.EPOCH, false);

    @Inject
    ProviderLogin(
            OidcAuthenticationMechanism flow,
            IdentityProviderManager identities,
            TenantConfigBean tenants,
            ProviderUsers users,
            LoginRecord record,
            Clock clock) {
        this.flow = flow;
        this.identities = identities;
        this.tenants = tenants;
        this.users = users;
        this.record = record;
        this.clock = clock;
    }

    /** Where the browser is to go; empty when the provider does not answer, which the browser would tell worse. */
    public Uni<Optional<String>> begin(RoutingContext request) {
        return provider()
                .flatMap(provider -> provider.isEmpty()
                        ? Uni.createFrom().item(Optional.<String>empty())
                        : flow.getChallenge(request).map(challenge -> address(challenge, request)))
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    private static Optional<String> address(ChallengeData challenge, RoutingContext request) {
        if (challenge == null || challenge.status != REDIRECT) {
            return Optional.empty();
        }
        String address = challenge.headerContent.toString();
        HttpServerResponse response = request.response();
        List<String> state = new QueryStringDecoder(address).parameters().getOrDefault("state", List.of());
        for (String each : state) {
            for (Cookie cookie : response.removeCookies(STATE_COOKIE + each, false)) {
                response.addCookie(cookie.setSameSite(CookieSameSite.LAX));
            }
        }
        return Optional.of(address);
    }

    /** Who comes back with what the provider gave them. */
    public Uni<Arrival> finish(RoutingContext request) {
        if (request.queryParams().contains("error")) {
            // What it says of the error is for nobody here, and may name people.
            LOG.warn("The identity provider did not log someone in who came from here.");
            return Uni.createFrom().item(new Arrival.Refused(Optional.empty()));
        }
        return flow.authenticate(request, identities)
                .map(Optional::ofNullable)
                .map(Came::new)
                .onFailure(failure -> !DatabaseLost.is(failure))
                .recoverWithItem(failure -> new Came(failed(failure)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(came -> arrival(came, request));
    }

    /** @param instead null when someone may have come */
    private record Came(Optional<SecurityIdentity> who, Arrival instead) {
        Came(Optional<SecurityIdentity> who) {
            this(who, who.isEmpty() ? new Arrival.Refused(Optional.empty()) : null);
        }

        Came(Arrival instead) {
            this(Optional.empty(), instead);
        }
    }

    private Arrival arrival(Came came, RoutingContext request) {
        request.response().removeCookies(SESSION_COOKIE, false);
        if (came.instead() == null) {
            return new Arrival.In(users.arrived(came.who().orElseThrow()));
        }
        if (came.instead() instanceof Arrival.Refused) {
            record.failed("");
        }
        return came.instead();
    }

    private static Arrival failed(Throwable failure) {
        Optional<TokenRefused> refused = Causes.find(failure, TokenRefused.class);
        if (refused.isPresent()) {
            return new Arrival.Refused(refused.map(TokenRefused::finding));
        }
        if (Causes.isSilence(failure)) {
            LOG.warn("The identity provider does not answer where log-ins are finished.");
            return new Arrival.Silent();
        }
        LOG.warnf("Someone who came from the identity provider was turned away: %s", Causes.told(failure));
        return new Arrival.Refused(Optional.empty());
    }

    /**
     * Where the browser is to go so that the provider's session ends too; empty when the provider has no such place, or does
     * not answer. The address holds no token.
     *
     * @param back where the provider is to send the browser then
     */
    public Uni<Optional<String>> end(String back) {
        return provider().emitOn(Infrastructure.getDefaultWorkerPool()).map(found -> found.filter(
                        provider -> provider.getOidcMetadata().getEndSessionUri() != null)
                .map(provider -> endAddress(provider, back)));
    }

    private static String endAddress(TenantConfigContext provider, String back) {
        String place = provider.getOidcMetadata().getEndSessionUri();
        String client = provider.oidcConfig().clientId().orElse("");
        return place + (place.contains("?") ? "&" : "?") + "client_id=" + encoded(client) + "&post_logout_redirect_uri="
                + encoded(back);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The provider, when it answers: its keys are asked for, which are needed to finish a log-in. */
    private Uni<Optional<TenantConfigContext>> provider() {
        Asked known = last;
        Instant now = clock.instant();
        if (!now.isBefore(known.at()) && Duration.between(known.at(), now).compareTo(KNOWN) < 0) {
            return Uni.createFrom()
                    .item(Optional.of(tenants.getStaticTenant(TENANT)).filter(provider -> known.answers()));
        }
        return ask().invoke(found -> last = new Asked(now, found.isPresent()));
    }

    private record Asked(Instant at, boolean answers) {}

    private Uni<Optional<TenantConfigContext>> ask() {
        return Uni.createFrom()
                .deferred(() -> tenants.getStaticTenant(TENANT).initialize())
                .flatMap(provider -> answers(provider)
                        .map(yes -> yes ? Optional.of(provider) : Optional.<TenantConfigContext>empty()))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("The identity provider does not answer: %s", Causes.told(failure));
                    return Optional.empty();
                });
    }

    private static Uni<Boolean> answers(TenantConfigContext provider) {
        if (!provider.ready()) {
            return Uni.createFrom().failure(new OIDCException("it has not been reached since the start"));
        }
        String keys = provider.getOidcMetadata().getJsonWebKeySetUri();
        return keys == null
                ? Uni.createFrom().item(true)
                : provider.getOidcProviderClient()
                        .getWebClient()
                        .getAbs(keys)
                        .send()
                        .map(answer -> answer.statusCode() < SERVER_ERROR);
    }
}
