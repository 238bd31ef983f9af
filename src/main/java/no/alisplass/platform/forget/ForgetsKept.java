package no.alisplass.platform.forget;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Deletes what was to be kept for a time only, a quarter of an hour late at most, though nobody asks for it. Every node may. */
@ApplicationScoped
class ForgetsKept {
    private static final Logger LOG = Logger.getLogger(ForgetsKept.class);
    private static final int MINUTES = 15;

    private final List<Forgets> all;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "forgets-kept");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    ForgetsKept(@All List<Forgets> all, Clock clock) {
        this.all = List.copyOf(all);
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(this::forget, 1, MINUTES, TimeUnit.MINUTES);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** A fault is told and tried again the next time: a timer forgets for good what throws. */
    void forget() {
        for (Forgets each : all) {
            try {
                each.forget(clock.instant());
            } catch (RuntimeException fault) {
                LOG.warnf("What is too old could not be deleted: %s", fault.getMessage());
            }
        }
    }
}
