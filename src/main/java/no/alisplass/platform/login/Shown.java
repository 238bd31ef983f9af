package no.alisplass.platform.login;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Someone shows what was given for a password: it is ours and has not run out; whether it is over is still to ask. */
class Shown extends BaseAuthenticationRequest {
    private final String username;
    private final long epoch;

    Shown(String username, long epoch) {
        this.username = username;
        this.epoch = epoch;
    }

    String username() {
        return username;
    }

    long epoch() {
        return epoch;
    }
}
