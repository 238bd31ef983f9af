package no.alisplass.allocation;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SystemClock;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import javax.sql.DataSource;
import no.alisplass.platform.AfterCommit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Runs wait in the database and are worked off by whichever process is free. A process that dies stops sending signs of
 * life; another one, or itself after a restart, then takes its task: a run it had begun is marked as interrupted, one it
 * had not is worked off. Each run that waits or runs has a task that stands for it, and is given one where it has none.
 * The process that queues a run looks for work as soon as that is committed; the others find it when they look next.
 */
@ApplicationScoped
class RunQueue {
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(2);
    private static final int SIGNS_MISSED = 4;
    private static final Duration TRY_AGAIN = Duration.ofSeconds(2);
    private static final Duration LOOK_FOR_LOST = Duration.ofMinutes(1);
    static final String TASK = "allocation-run";

    /** The queue's own, which it also tells the dead by: a task is due at once, whatever day the application goes by. */
    private final SystemClock clock = new SystemClock();

    private final RunWorker worker;
    private final AfterCommit afterCommit;
    private final OneTimeTask<Void> task;
    private final Scheduler scheduler;

    RunQueue(
            DataSource database,
            RunWorker worker,
            AfterCommit afterCommit,
            @ConfigProperty(name = "alisplass.runs.poll", defaultValue = "PT0.5S") Duration poll) {
        this.worker = worker;
        this.afterCommit = afterCommit;
        this.task = Tasks.oneTime(TASK)
                // A fault that the worker could not write down, the database out of reach: the run must not be
                // forgotten.
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, clock.now().plus(TRY_AGAIN)))
                .onDeadExecution((complete, operations) -> {
                    worker.lost(id(complete.getExecution().taskInstance));
                    operations.reschedule(complete, clock.now());
                    look();
                })
                .execute((instance, context) -> worker.work(id(instance)));
        RecurringTask<Void> lost = Tasks.recurring("allocation-run-lost", FixedDelay.of(LOOK_FOR_LOST))
                .execute((instance, context) -> takeUpLost());
        this.scheduler = Scheduler.create(database, task)
                .startTasks(lost)
                .threads(1)
                .pollingInterval(poll)
                .heartbeatInterval(SIGN_OF_LIFE)
                .missedHeartbeatsLimit(SIGNS_MISSED)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
    }

    void start(@Observes StartupEvent event) {
        takeUpLost();
        scheduler.start();
    }

    /** Gives a task to each run that waits or runs without one, as an earlier version could leave them. */
    void takeUpLost() {
        worker.heldByNobody().forEach(run -> scheduler.scheduleIfNotExists(instance(run), clock.now()));
        look();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop();
        scheduler.stop();
    }

    /** Queues a run as part of the transaction that stores it. */
    void add(long run) {
        scheduler.schedule(instance(run), clock.now());
        afterCommit.run(this::look);
    }

    /** Does not wait for the next time to look for work. */
    private void look() {
        scheduler.triggerCheckForDueExecutions();
    }

    private static long id(TaskInstance<?> instance) {
        return Long.parseLong(instance.getId());
    }

    private TaskInstance<Void> instance(long run) {
        return task.instance(Long.toString(run));
    }
}
