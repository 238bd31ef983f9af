package no.alisplass.planning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Works off a piece, and goes on when a stage is whole. A piece that is taken twice is kept once; what has ended is left alone. */
@ApplicationScoped
class JobWorker {
    private static final Logger LOG = Logger.getLogger(JobWorker.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** More than restarts would hit the same piece; few, for all that a process does is broken off with it. */
    static final int MOST_DIED = 3;

    private final JobStore store;
    private final ForecastStages forecasts;
    private final SweepStages sweeps;
    private final Clock clock;
    /** What the pieces that are worked on now share. */
    private final Cache<List<Object>, Work> works = Caffeine.newBuilder()
            .maximumSize(4)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();

    JobWorker(JobStore store, ForecastStages forecasts, SweepStages sweeps, Clock clock) {
        this.store = store;
        this.forecasts = forecasts;
        this.sweeps = sweeps;
        this.clock = clock;
    }

    List<JobStore.Undone> undone() {
        return inTransaction(store::undone);
    }

    void piece(long job, int stage, int number, Tasks tasks) {
        Optional<JobStore.Piece> piece = inTransaction(() -> store.begin(job, stage, number));
        if (piece.isEmpty()) {
            return;
        }
        byte[] result;
        try {
            Work work = works.get(List.of(job, stage), none -> work(job, stage));
            if (work == null) {
                return;
            }
            result = work.piece(piece.get().first(), piece.get().after(), goesOn(job, stage));
        } catch (CancellationException stopped) {
            return;
        } catch (RuntimeException | Error fault) {
            fail(job, fault);
            return;
        }
        inTransaction(() -> {
            boolean last = store.finish(job, stage, number, piece.get(), result);
            if (last) {
                tasks.next(job, stage);
            }
            return last;
        });
    }

    /** Looks now and then whether the question is still worked on in that stage; throws {@link CancellationException} where it is not. */
    private Runnable goesOn(long job, int stage) {
        AtomicLong next = new AtomicLong(System.nanoTime() + LOOK_EVERY.toNanos());
        return () -> {
            if (System.nanoTime() - next.get() < 0) {
                return;
            }
            next.set(System.nanoTime() + LOOK_EVERY.toNanos());
            if (!inTransaction(() -> store.isUnderway(job, stage))) {
                throw new CancellationException("The question has ended.");
            }
        };
    }

    /** Null when it has ended meanwhile. */
    private Work work(long job, int stage) {
        return inTransaction(() -> store.open(job, stage))
                .map(open -> stages(open).work(open))
                .orElse(null);
    }

    void next(long job, int stage, Tasks tasks) {
        Optional<JobStore.Open> open = inTransaction(() -> store.open(job, stage));
        List<byte[]> results = open.isEmpty() ? List.of() : inTransaction(() -> store.results(job, stage));
        if (results.isEmpty()) {
            return;
        }
        Stages.Next next;
        try {
            next = stages(open.get()).next(open.get(), results);
        } catch (RuntimeException | Error fault) {
            fail(job, fault);
            return;
        }
        inTransaction(() -> {
            if (next.result() != null) {
                boolean ended = store.end(job, JobState.DONE, next.result(), null, clock.instant());
                told(ended, job, JobState.DONE);
            } else if (store.goOn(job, stage, next.soFar())) {
                tasks.pieces(job, stage + 1, store.divide(job, stage + 1, next.size(), next.ofPiece()));
            }
            return job;
        });
    }

    private Stages stages(JobStore.Open open) {
        return switch (open.kind()) {
            case FORECAST, BACKWARDS -> forecasts;
            case SWEEP -> sweeps;
        };
    }

    /** Whether it is the database that did not answer: then the piece is tried again. */
    static boolean passes(Throwable fault) {
        return causes(fault).anyMatch(cause -> cause instanceof SQLException);
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause).limit(20);
    }

    /** Why a question that had such a fault has no answer. */
    static JobFailure why(Throwable fault) {
        return causes(fault)
                .flatMap(cause -> cause instanceof JobFailed failed
                        ? Stream.of(failed.why())
                        : cause instanceof OutOfMemoryError ? Stream.of(JobFailure.MEMORY) : Stream.empty())
                .findFirst()
                .orElse(passes(fault) ? JobFailure.DATABASE : JobFailure.FAULT);
    }

    /** For good, also by want of memory: another try would come to the same. What may pass is thrown on. */
    private void fail(long job, Throwable fault) {
        if (fault instanceof RuntimeException passing && passes(fault)) {
            throw passing;
        }
        failed(job, fault);
    }

    /** Ends a question of which a piece has failed for good. @param fault the last that was met */
    void failed(long job, Throwable fault) {
        JobFailure why = why(fault);
        LOG.errorf(fault, "The question %d of a planner failed: %s", job, why);
        boolean ended = inTransaction(() -> store.end(job, JobState.FAILED, null, why, clock.instant()));
        told(ended, job, JobState.FAILED);
    }

    /**
     * A process died while it worked on a piece: perhaps of it. False when the question has failed for that.
     *
     * @param number null for what follows from the stage
     */
    boolean goesOnAfterDeath(long job, int stage, Integer number) {
        int died = inTransaction(() -> store.died(job, stage, number));
        if (died < MOST_DIED) {
            return true;
        }
        failed(job, new JobFailed(JobFailure.PROCESS_DIED, died + " processes died while they worked on a piece."));
        return false;
    }

    private static void told(boolean ended, long job, JobState how) {
        if (ended) {
            LOG.infof("The question %d of a planner has ended: %s", job, how);
        }
    }

    private static <T> T inTransaction(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }
}
