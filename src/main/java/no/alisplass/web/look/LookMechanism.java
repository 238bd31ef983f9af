package no.alisplass.web.look;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import no.alisplass.web.shell.Cookies;
import no.alisplass.web.shell.Section;

/** Looks for what a device was given when it opened a link, at the addresses of the doctor's own look and nowhere else. */
@ApplicationScoped
class LookMechanism implements HttpAuthenticationMechanism {
    private static final String COOKIE = "alis-innsyn";

    /** Before the one that finds that nobody shows a session, who is then nobody. */
    private static final int FIRST = DEFAULT_PRIORITY + 2000;

    /** What the device shows; empty for nothing. */
    static Optional<String> shown(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    /** Gives the device what it is to show, for as long as that is worth something. */
    static void give(String device, Duration lasts, RoutingContext request) {
        request.response().addCookie(cookie(device, request).setMaxAge(Math.max(1, lasts.toSeconds())));
    }

    static void take(RoutingContext request) {
        request.response().addCookie(cookie("", request).setMaxAge(0));
    }

    private static Cookie cookie(String value, RoutingContext request) {
        return Cookies.of(COOKIE, value, request).setPath(Section.LOOK).setSameSite(CookieSameSite.STRICT);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        String path = request.normalizedPath();
        boolean here = path.equals(Section.LOOK) || path.startsWith(Section.LOOK + "/");
        Optional<String> device = here ? shown(request) : Optional.empty();
        // A look that is over is none: whoever has a session, or none, is who they are without it.
        return device.map(found -> providers
                        .authenticate(new ShownDevice(found))
                        .onFailure(AuthenticationFailedException.class)
                        .recoverWithNull())
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(ShownDevice.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.COOKIE, COOKIE, "alis"));
    }

    @Override
    public int getPriority() {
        return FIRST;
    }
}
