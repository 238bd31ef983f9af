package no.alisplass.platform.login;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AnonymousAuthenticationRequest;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** Looks for what was given for a password: a browser's session in its cookie, a program's token in its header. */
@ApplicationScoped
class ShownMechanism implements HttpAuthenticationMechanism {
    private static final String BEARER = "Bearer " + Tokens.BEGINNING;

    private final Sessions sessions;
    private final Tokens tokens;

    @Inject
    ShownMechanism(Sessions sessions, Tokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.startsWith(BEARER)) {
            return tokens.shown(header.substring("Bearer ".length()))
                    .map(providers::authenticate)
                    .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException("It has run out")));
        }
        Optional<Sessions.Session> session = header == null ? sessions.shown(request) : Optional.empty();
        if (header == null && session.isEmpty()) {
            // Nothing is shown: this is nobody, and an identity provider, which may be away, need not be asked.
            return providers.authenticate(AnonymousAuthenticationRequest.INSTANCE);
        }
        // A session that is over is none: its browser is asked to log in, like anyone's.
        return session.map(found -> providers
                        .authenticate(new Shown(found.username(), found.epoch()))
                        .invoke(() -> sessions.seen(found, request))
                        .onFailure(AuthenticationFailedException.class)
                        .recoverWithUni(() -> providers.authenticate(AnonymousAuthenticationRequest.INSTANCE)))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(Shown.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(HttpCredentialTransport.Type.COOKIE, Sessions.COOKIE, "alis"));
    }

    /** Before those that would take a token of ours for an identity provider's. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1000;
    }
}
