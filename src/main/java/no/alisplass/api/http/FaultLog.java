package no.alisplass.api.http;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import org.jboss.logging.Logger;

/** Notes faults for whoever mends them, with their stacks; how many of them reach the log, {@link Repeats} says. */
public final class FaultLog {
    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);
    private static final int DEEPEST = 20;

    private FaultLog() {}

    /** A client that went away is no fault, and is told to nobody but who looks for it. */
    static void note(Throwable fault) {
        if (isClientGone(fault)) {
            LOG.debugf("A client went away: %s", fault.getMessage());
        } else {
            LOG.error("A request failed", fault);
        }
    }

    public static boolean isClientGone(Throwable fault) {
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            String said = String.valueOf(cause.getMessage());
            boolean gone = said.contains("Connection reset")
                    || said.contains("Broken pipe")
                    || said.contains("Connection was closed")
                    || said.contains("Response has been closed");
            if (cause instanceof ClosedChannelException
                    || cause.getClass().getSimpleName().equals("HttpClosedException")
                    || cause instanceof IOException && gone) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
