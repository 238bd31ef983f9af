package no.alisplass.platform.forget;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import no.alisplass.platform.timer.Regularly;
import org.jboss.logging.Logger;

/** Deletes what was to be kept for a time only, a quarter of an hour late at most, though nobody asks for it. Every node may. */
@ApplicationScoped
class ForgetsKept {
    private static final Logger LOG = Logger.getLogger(ForgetsKept.class);
    private static final Duration EVERY = Duration.ofMinutes(15);

    private final List<Forgets> all;
    private final Clock clock;
    private final Regularly timer = new Regularly("forgets-kept");

    @Inject
    ForgetsKept(@All List<Forgets> all, Clock clock) {
        this.all = List.copyOf(all);
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        timer.start(Duration.ofMinutes(1), EVERY, this::forget, ForgetsKept::told);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.stop();
    }

    /** What one cannot delete keeps no other from it. */
    void forget() {
        for (Forgets each : all) {
            try {
                each.forget(clock.instant());
            } catch (RuntimeException fault) {
                told(fault);
            }
        }
    }

    private static void told(Throwable fault) {
        LOG.warnf("What is too old could not be deleted: %s", fault.getMessage());
    }
}
