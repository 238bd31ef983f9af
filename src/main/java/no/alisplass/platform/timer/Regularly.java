package no.alisplass.platform.timer;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A thread of its own that does something again and again until it is stopped, and is no reason for the process to live. */
public final class Regularly {
    private final ScheduledExecutorService timer;

    /** @param name of the thread */
    public Regularly(String name) {
        timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Begins. A fault of any kind is told, and the work tried again the next time: a scheduler forgets for good what throws.
     *
     * @param first how long from now
     * @param every how long from the end of one time to the next
     */
    public void start(Duration first, Duration every, Runnable work, Consumer<Throwable> told) {
        timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (Throwable fault) {
                        told.accept(fault);
                    }
                },
                first.toMillis(),
                every.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    public void stop() {
        timer.shutdownNow();
    }
}
