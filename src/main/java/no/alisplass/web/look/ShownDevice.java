package no.alisplass.web.look;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A device shows what it was given when it opened a link; whether that is over is still to ask. */
class ShownDevice extends BaseAuthenticationRequest {
    private final String device;

    ShownDevice(String device) {
        this.device = device;
    }

    String device() {
        return device;
    }
}
