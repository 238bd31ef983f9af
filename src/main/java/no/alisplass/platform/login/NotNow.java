package no.alisplass.platform.login;

import io.quarkus.security.AuthenticationFailedException;
import java.time.Duration;

/**
 * Name and password were not looked at: there were too many wrong ones, or too many others are being looked at. It is the
 * cause of the {@code AuthenticationFailedException} that Quarkus knows, and is told apart by the doors.
 */
public class NotNow extends RuntimeException {
    /**
     * Guessers who do not wait as they are told ask again as soon as they are answered: so they are answered late, which holds
     * no thread, and takes no processor from those who work. Nobody is told to wait for less.
     */
    public static final Duration LATE = Duration.ofSeconds(1);

    private static final long serialVersionUID = 1L;

    private final boolean heldBack;
    private final Duration delay;

    private NotNow(boolean heldBack, Duration delay) {
        super("Name and password were not looked at", null, false, false);
        this.heldBack = heldBack;
        this.delay = delay;
    }

    /** Fails the request when the password was not looked at. @throws AuthenticationFailedException which the doors tell */
    public static void throwIfAny(Proof proof) {
        if (proof instanceof Proof.HeldBack held) {
            throw new AuthenticationFailedException(new NotNow(true, held.delay()));
        }
        if (proof instanceof Proof.Busy busy) {
            throw new AuthenticationFailedException(new NotNow(false, busy.delay()));
        }
    }

    /** Whether a request failed because of too many wrong tries. */
    static boolean isHeldBack(Throwable failure) {
        return failure.getCause() instanceof NotNow notNow && notNow.isHeldBack();
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
