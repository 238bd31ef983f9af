package no.alisplass.platform;

/** The application cannot start, for a reason the person at the keyboard can mend; the message is for them. */
public final class StartRefused extends RuntimeException {
    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
