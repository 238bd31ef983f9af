package no.alisplass.platform;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.jpa.runtime.JpaIdentityProvider;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Reads the name someone logs in with as it is kept: "Kari.Nordmann " is kari.nordmann. */
@ApplicationScoped
class TypedNames implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
    /** Fits no user; it is looked for all the same, so that an unfit name takes as long to refuse as an unknown one. */
    private static final String NOBODY = "-";

    private final JpaIdentityProvider users;

    @Inject
    TypedNames(JpaIdentityProvider users) {
        this.users = users;
    }

    /** Asked before the provider of users, which has the ordinary priority of those that are no part of the system. */
    @Override
    public int priority() {
        return 2 * SYSTEM_FIRST;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        String name = Users.name(request.getUsername()).orElse(NOBODY);
        return users.authenticate(new UsernamePasswordAuthenticationRequest(name, request.getPassword()), context);
    }
}
