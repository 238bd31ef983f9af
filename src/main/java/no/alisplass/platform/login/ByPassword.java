package no.alisplass.platform.login;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import no.alisplass.platform.Caller;

/** Knows whoever sends name and password with the request, as programs do. */
@ApplicationScoped
class ByPassword implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
    private final Logins logins;
    private final LoginRecord record;

    @Inject
    ByPassword(Logins logins, LoginRecord record) {
        this.logins = logins;
        this.record = record;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        String address = Addresses.of(HttpSecurityUtils.getRoutingContextAttribute(request));
        String password = new String(request.getPassword().getPassword());
        return context.runBlocking(() -> identity(logins.prove(request.getUsername(), password, address)))
                .onFailure(NotNow::isHeldBack)
                .call(() -> Uni.createFrom().voidItem().onItem().delayIt().by(NotNow.LATE));
    }

    private SecurityIdentity identity(Proof proof) {
        if (proof instanceof Proof.Right right) {
            if (!right.remembered()) {
                record.in(right.account().user().username(), "program");
            }
            return right.account().identity(Caller.BY_PASSWORD);
        }
        NotNow.throwIfAny(proof);
        throw new AuthenticationFailedException("Name and password do not fit");
    }
}
