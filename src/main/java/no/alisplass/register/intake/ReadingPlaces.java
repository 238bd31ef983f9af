package no.alisplass.register.intake;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;

/**
 * A few places to read files in, so that reading never takes what the rest of the service needs: some read, some wait, the
 * others are told to come back. Nobody has more than one place, waiting or reading.
 */
final class ReadingPlaces {
    private final Duration longest;
    private final ThreadPoolExecutor readers;
    private final Set<String> callers = ConcurrentHashMap.newKeySet();

    /**
     * @param atOnce how many are read at once
     * @param waiting how many may wait for a place
     * @param longest to wait and be read, together
     */
    ReadingPlaces(int atOnce, int waiting, Duration longest) {
        this.longest = longest;
        this.readers = new ThreadPoolExecutor(
                atOnce, atOnce, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), task -> {
                    Thread reader = new Thread(task, "file-reader");
                    reader.setDaemon(true);
                    return reader;
                });
        readers.allowCoreThreadTimeOut(true);
    }

    /** What the reading comes to; BUSY when the caller has one under way, all places are taken or it takes too long. */
    <T> Result<T> read(String caller, Supplier<Result<T>> reading) {
        if (!callers.add(caller)) {
            return busy("file-reading-own");
        }
        Job<T> job = new Job<>(caller, reading);
        try {
            readers.execute(job);
        } catch (RejectedExecutionException full) {
            callers.remove(caller);
            return busy("file-reading-busy");
        }
        try {
            return job.answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            giveUp(job);
            return busy("file-too-slow");
        } catch (InterruptedException stopped) {
            giveUp(job);
            Thread.currentThread().interrupt();
            return busy("file-reading-busy");
        } catch (ExecutionException fault) {
            if (fault.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("a file could not be read", fault.getCause());
        }
    }

    private void giveUp(Job<?> job) {
        if (readers.remove(job)) {
            callers.remove(job.caller);
        } else {
            job.stop();
        }
    }

    /** How many wait for a place. */
    int waiting() {
        return readers.getQueue().size();
    }

    void close() {
        readers.shutdownNow();
    }

    private static <T> Result<T> busy(String code) {
        return Result.busy(Finding.of("file", null, "waitlist." + code));
    }

    private final class Job<T> implements Runnable {
        private final String caller;
        private final Supplier<Result<T>> reading;
        private final CompletableFuture<Result<T>> answer = new CompletableFuture<>();
        private Thread reader;
        private boolean stopped;

        Job(String caller, Supplier<Result<T>> reading) {
            this.caller = caller;
            this.reading = reading;
        }

        @Override
        public void run() {
            Result<T> read = null;
            Throwable failed = null;
            try {
                read = start() ? reading.get() : null;
            } catch (RuntimeException | Error fault) {
                failed = fault;
            }
            end();
            // The place is the caller's until nothing of it runs any more, and free before the answer is known.
            callers.remove(caller);
            if (failed == null) {
                answer.complete(read);
            } else {
                answer.completeExceptionally(failed);
            }
        }

        private synchronized boolean start() {
            reader = Thread.currentThread();
            return !stopped;
        }

        private synchronized void end() {
            reader = null;
            Thread.interrupted();
        }

        synchronized void stop() {
            stopped = true;
            if (reader != null) {
                reader.interrupt();
            }
        }
    }
}
