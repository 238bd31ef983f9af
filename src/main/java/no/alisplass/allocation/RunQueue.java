package no.alisplass.allocation;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Runs wait in the database and are worked off by whichever process is free. A process that dies stops sending signs of
 * life; another one, or itself after a restart, then marks its runs as interrupted.
 */
@ApplicationScoped
class RunQueue {
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(2);
    private static final int SIGNS_MISSED = 4;

    private final Clock clock;
    private final RunWorker worker;
    private final OneTimeTask<Void> task;
    private final Scheduler scheduler;

    RunQueue(DataSource database, Clock clock, RunWorker worker) {
        this.clock = clock;
        this.worker = worker;
        this.task = Tasks.oneTime("allocation-run")
                .onFailure((complete, operations) -> operations.remove())
                .onDeadExecution((complete, operations) -> {
                    worker.interrupted(
                            Long.parseLong(complete.getExecution().taskInstance.getId()));
                    operations.remove();
                })
                .execute((instance, context) -> worker.work(Long.parseLong(instance.getId())));
        this.scheduler = Scheduler.create(database, task)
                .threads(1)
                .pollingInterval(Duration.ofMillis(500))
                .heartbeatInterval(SIGN_OF_LIFE)
                .missedHeartbeatsLimit(SIGNS_MISSED)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
    }

    void start(@Observes StartupEvent event) {
        scheduler.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop();
        scheduler.stop();
    }

    /** Queues a run as part of the transaction that stores it. */
    void add(long run) {
        scheduler.schedule(task.instance(Long.toString(run)), clock.instant());
    }
}
