package no.alisplass.web.look;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import no.alisplass.platform.login.DoctorLooking;
import no.alisplass.register.look.LookDoor;

/** Knows a doctor by the device that opened a link. */
@ApplicationScoped
class ByDevice implements IdentityProvider<ShownDevice> {
    private final LookDoor door;

    @Inject
    ByDevice(LookDoor door) {
        this.door = door;
    }

    @Override
    public Class<ShownDevice> getRequestType() {
        return ShownDevice.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(ShownDevice shown, AuthenticationRequestContext context) {
        return context.runBlocking(() -> door.on(shown.device())
                .map(link -> new DoctorLooking(link.who(), link.hpr(), link.area()).identity())
                .orElseThrow(() -> new AuthenticationFailedException("It is over")));
    }
}
