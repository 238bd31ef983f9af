package no.alisplass.planning;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SystemClock;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks.OneTimeTaskBuilder;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import no.alisplass.platform.AfterCommit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Pieces wait in the database, and each process takes as many at a time as it has cores. A process that dies stops sending signs of life; another
 * one, or itself after a restart, then takes its pieces, which are worked off again: what they come to is the same, and is kept once.
 * A queue apart from that of runs, so that no run waits for a planner.
 */
@ApplicationScoped
class PieceQueue implements Tasks {
    private static final Logger LOG = Logger.getLogger(PieceQueue.class);
    static final String PIECE = "planning-piece";
    private static final String TABLE = "planning_task";
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(2);
    private static final int SIGNS_MISSED = 4;
    private static final Duration TRY_AGAIN = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** With ever longer waits these are some five minutes: as long as a database may take to come back. */
    private static final int MOST_TRIES = 10;

    private static final Duration LOOK_FOR_LOST = Duration.ofMinutes(1);

    /** The queue's own, which it also tells the dead by. */
    private final SystemClock clock = new SystemClock();

    private final JobWorker worker;
    private final AfterCommit afterCommit;
    private final OneTimeTask<Void> piece;
    private final OneTimeTask<Void> next;
    private final Scheduler scheduler;

    PieceQueue(
            DataSource database,
            JobWorker worker,
            AfterCommit afterCommit,
            @ConfigProperty(name = "alisplass.runs.poll", defaultValue = "PT0.5S") Duration poll) {
        this.worker = worker;
        this.afterCommit = afterCommit;
        this.piece = task(PIECE)
                .execute((instance, context) ->
                        worker.piece(at(instance, 0), (int) at(instance, 1), (int) at(instance, 2), this));
        this.next = task("planning-next")
                .execute((instance, context) -> worker.next(at(instance, 0), (int) at(instance, 1), this));
        RecurringTask<Void> lost = com.github.kagkarlsson.scheduler.task.helper.Tasks.recurring(
                        "planning-lost", FixedDelay.of(LOOK_FOR_LOST))
                .execute((instance, context) -> takeUpLost());
        this.scheduler = Scheduler.create(database, piece, next)
                .tableName(TABLE)
                .startTasks(lost)
                .threads(Runtime.getRuntime().availableProcessors())
                .pollingInterval(poll)
                .heartbeatInterval(SIGN_OF_LIFE)
                .missedHeartbeatsLimit(SIGNS_MISSED)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
    }

    private OneTimeTaskBuilder<Void> task(String name) {
        // What the worker could not write down, the database out of reach, or whoever had it gone: it must not be
        // forgotten.
        return com.github.kagkarlsson.scheduler.task.helper.Tasks.oneTime(name)
                .onFailure(this::again)
                .onDeadExecution(this::takeUp);
    }

    /** What a process had that is dead; not for ever, for it may have died of that. */
    private void takeUp(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        TaskInstance<?> task = complete.getExecution().taskInstance;
        Integer number = task.getTaskName().equals(PIECE) ? (int) at(task, 2) : null;
        if (worker.goesOnAfterDeath(at(task, 0), (int) at(task, 1), number)) {
            operations.reschedule(complete, clock.now());
            look();
        } else {
            operations.remove();
        }
    }

    /** After ever longer waits, as long as what is wrong may pass; then the question has failed. */
    private void again(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Optional<Duration> wait = wait(complete.getExecution().consecutiveFailures + 1);
        if (wait.isEmpty() && gaveUp(complete)) {
            operations.remove();
        } else {
            operations.reschedule(complete, clock.now().plus(wait.orElse(LONGEST_WAIT)));
        }
    }

    /** How long to wait before the next try; empty for no more. @param failures so many in a row */
    static Optional<Duration> wait(int failures) {
        if (failures >= MOST_TRIES) {
            return Optional.empty();
        }
        Duration wait = TRY_AGAIN.multipliedBy(1L << Math.min(failures - 1, MOST_TRIES));
        return Optional.of(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }

    /** False when the database would not take that either: then it is tried once more. */
    private boolean gaveUp(ExecutionComplete complete) {
        Throwable fault = complete.getCause().orElseGet(() -> new IllegalStateException("It failed."));
        try {
            worker.failed(at(complete.getExecution().taskInstance, 0), fault);
            return true;
        } catch (RuntimeException stillOut) {
            LOG.warn("That a planner's question has failed could not be written down.", stillOut);
            return false;
        }
    }

    void start(@Observes StartupEvent event) {
        start();
    }

    void start() {
        takeUpLost();
        scheduler.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stop();
    }

    void stop() {
        scheduler.stop();
    }

    /** Gives a task to what is to be done and has none, as a restored database could hold. */
    void takeUpLost() {
        worker.undone().forEach(each -> {
            if (each.number() == null) {
                put(next, each.job() + "/" + each.stage());
            } else {
                put(piece, each.job() + "/" + each.stage() + "/" + each.number());
            }
        });
        look();
    }

    @Override
    public void pieces(long job, int stage, int count) {
        for (int number = 0; number < count; number++) {
            put(piece, job + "/" + stage + "/" + number);
        }
        afterCommit.run(this::look);
    }

    @Override
    public void next(long job, int stage) {
        put(next, job + "/" + stage);
        afterCommit.run(this::look);
    }

    private void put(OneTimeTask<Void> task, String id) {
        scheduler.scheduleIfNotExists(task.instance(id), clock.now());
    }

    /** Does not wait for the next time to look for work. */
    private void look() {
        scheduler.triggerCheckForDueExecutions();
    }

    private static long at(TaskInstance<?> instance, int place) {
        return Long.parseLong(instance.getId().split("/")[place]);
    }
}
