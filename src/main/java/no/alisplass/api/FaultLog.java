package no.alisplass.api;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Notes faults for whoever mends them: with their stacks, but not so many that whoever makes them fills the disk. */
final class FaultLog {
    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final int STACKS = 20;
    private static final long SPAN_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int DEEPEST = 20;

    private long began = System.nanoTime();
    private int inSpan;
    private int untold;

    /** A client that went away is no fault, and is told to nobody but who looks for it. */
    void note(Throwable fault) {
        if (isClientGone(fault)) {
            LOG.debugf("A client went away: %s", fault.getMessage());
        } else if (tells(System.nanoTime())) {
            LOG.error("A request failed", fault);
        }
    }

    /** Whether one more stack is told now; the first one after many untold says how many they were. */
    synchronized boolean tells(long now) {
        if (now - began > SPAN_NANOS) {
            if (untold > 0) {
                LOG.errorf("%d more requests failed within a minute", untold);
            }
            began = now;
            inSpan = 0;
            untold = 0;
        }
        inSpan++;
        if (inSpan > STACKS) {
            untold++;
            return false;
        }
        return true;
    }

    static boolean isClientGone(Throwable fault) {
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
