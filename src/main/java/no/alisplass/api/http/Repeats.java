package no.alisplass.api.http;

import io.quarkus.logging.LoggingFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logging.Logger;

/**
 * Keeps the log from being filled: of what is told again and again, by us or by the libraries, the first of a minute are
 * told, and at its end how often more. So whoever makes faults on end makes a few stacks of them.
 */
@LoggingFilter(name = "repeats")
public final class Repeats implements Filter {
    static final int TOLD = 20;
    static final Duration SPAN = Duration.ofMinutes(1);

    /** Telling apart more kinds than this would itself take room; the rest counts as one kind. */
    private static final int MAX_KINDS = 500;

    /** Tells of each request that failed where nobody of ours saw it, with its address, in which a doctor's number may stand. */
    private static final String BY_ADDRESS = "io.quarkus.vertx.http.runtime.QuarkusErrorHandler";

    private static final String SUMMARY = Repeats.class.getName();
    private static final String REST = "all else";

    private final Executor atTheEnd;
    private final Consumer<String> log;
    private final Map<String, Integer> counts = new HashMap<>();
    private Instant began = Instant.MIN;
    private boolean ends;

    public Repeats() {
        this(CompletableFuture.delayedExecutor(SPAN.toSeconds(), TimeUnit.SECONDS), words -> Logger.getLogger(SUMMARY)
                .warn(words));
    }

    /**
     * @param atTheEnd runs what it is given when the minute is over
     * @param log told how often something was repeated
     */
    public Repeats(Executor atTheEnd, Consumer<String> log) {
        this.atTheEnd = atTheEnd;
        this.log = log;
    }

    @Override
    public boolean isLoggable(LogRecord told) {
        if (told.getLevel().intValue() < Level.WARNING.intValue() || SUMMARY.equals(told.getLoggerName())) {
            return true;
        }
        if (BY_ADDRESS.equals(told.getLoggerName()) && told.getParameters() != null) {
            Object[] parameters = told.getParameters().clone();
            for (int at = 0; at < parameters.length; at++) {
                if (String.valueOf(parameters[at]).startsWith("/")) {
                    parameters[at] = "an address";
                }
            }
            told.setParameters(parameters);
        }
        return isToldNow(kind(told), told.getInstant());
    }

    /** What makes two messages the same: who tells it, in which words, of which fault; not what is put into the words. */
    private static String kind(LogRecord told) {
        String fault = told.getThrown() == null
                ? ""
                : " " + told.getThrown().getClass().getName();
        return told.getLoggerName() + ": " + told.getMessage() + fault;
    }

    private synchronized boolean isToldNow(String kind, Instant now) {
        if (now.isAfter(began.plus(SPAN)) || now.isBefore(began)) {
            summarise();
            began = now;
        }
        String counted = counts.containsKey(kind) || counts.size() < MAX_KINDS ? kind : REST;
        int count = counts.merge(counted, 1, Integer::sum);
        if (count <= TOLD) {
            return true;
        }
        if (!ends) {
            ends = true;
            atTheEnd.execute(this::end);
        }
        return false;
    }

    private synchronized void end() {
        ends = false;
        summarise();
    }

    private void summarise() {
        counts.forEach((kind, count) -> {
            if (count > TOLD) {
                log.accept("… repeated %d times within a minute: %s".formatted(count - TOLD, kind));
            }
        });
        counts.clear();
    }
}
