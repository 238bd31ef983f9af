package no.alisplass.api.http;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** How many streams of events there are at once: each asks the database again and again, for as long as it lasts. */
@ApplicationScoped
public class EventStreams {
    public static final int MAX_OF_ONE = 4;
    public static final int MOST = 100;

    /** Who still wants to know opens it again. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    private final Map<String, Integer> byUser = new HashMap<>();
    private int all;

    /** The user has as many open streams as one may have, or everybody has. */
    public static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooMany() {
            super("Too many streams of events", null, false, false);
        }
    }

    /** The stream, which counts until it ends, is left, or has lasted its time. @throws TooMany when there are too many */
    public <T> Multi<T> open(String user, Supplier<Multi<T>> stream) {
        take(user);
        AtomicBoolean released = new AtomicBoolean();
        Runnable release = () -> {
            if (!released.getAndSet(true)) {
                release(user);
            }
        };
        try {
            return stream.get().select().first(LONGEST).onTermination().invoke(release);
        } catch (RuntimeException never) {
            release.run();
            throw never;
        }
    }

    public synchronized int open() {
        return all;
    }

    private synchronized void take(String user) {
        int own = byUser.getOrDefault(user, 0);
        if (own >= MAX_OF_ONE || all >= MOST) {
            throw new TooMany();
        }
        byUser.put(user, own + 1);
        all++;
    }

    private synchronized void release(String user) {
        byUser.computeIfPresent(user, (unused, own) -> own > 1 ? own - 1 : null);
        all--;
    }
}
