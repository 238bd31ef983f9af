package no.alisplass.platform.login;

import java.time.Duration;

/**
 * Name and password were not looked at: there were too many wrong ones, or too many others are being looked at. It is the
 * cause of the {@code AuthenticationFailedException} that Quarkus knows, and is told apart by the doors.
 */
public class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean heldBack;
    private final Duration delay;

    NotNow(boolean heldBack, Duration delay) {
        super("Name and password were not looked at", null, false, false);
        this.heldBack = heldBack;
        this.delay = delay;
    }

    /** Whether wrong tries are the reason, rather than others who are being served. */
    public boolean isHeldBack() {
        return heldBack;
    }

    /** After how long it is looked at again. */
    public Duration getDelay() {
        return delay;
    }
}
