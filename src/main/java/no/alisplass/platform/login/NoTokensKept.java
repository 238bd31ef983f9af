package no.alisplass.platform.login;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/**
 * What the identity provider hands over is read once, when someone comes from it, and kept nowhere: neither here nor in the
 * browser. From then on our own session stands for it ({@link Sessions}).
 */
@Alternative
@Priority(1)
@ApplicationScoped
class NoTokensKept implements TokenStateManager {
    @Override
    public Uni<String> createTokenState(
            RoutingContext request,
            OidcTenantConfig settings,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> blocking) {
        return Uni.createFrom().item("none");
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext request,
            OidcTenantConfig settings,
            String state,
            OidcRequestContext<AuthorizationCodeTokens> blocking) {
        return Uni.createFrom().failure(new AuthenticationFailedException("No tokens are kept"));
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext request, OidcTenantConfig settings, String state, OidcRequestContext<Void> blocking) {
        return Uni.createFrom().voidItem();
    }
}
