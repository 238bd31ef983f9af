package no.alisplass.platform.seen;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Once a day, and soon after the start, removes reads that are older than they are to be kept. Every node may. */
@ApplicationScoped
class ForgetsReads {
    private static final Logger LOG = Logger.getLogger(ForgetsReads.class);

    private final ReadRecord record;
    private final Duration kept;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "forgets-reads");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    ForgetsReads(ReadRecord record, @ConfigProperty(name = "alisplass.reads.kept") Duration kept) {
        this.record = record;
        this.kept = kept;
    }

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(this::forget, 1, TimeUnit.DAYS.toMinutes(1), TimeUnit.MINUTES);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** A fault is told and tried again the next day: a timer forgets for good what throws. */
    void forget() {
        try {
            int gone = record.forget(kept);
            if (gone > 0) {
                LOG.infof("%d reads older than %d days were removed from the record", gone, kept.toDays());
            }
        } catch (RuntimeException fault) {
            LOG.warnf("Old reads could not be removed from the record: %s", fault.getMessage());
        }
    }
}
