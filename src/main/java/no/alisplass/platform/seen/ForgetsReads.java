package no.alisplass.platform.seen;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import no.alisplass.platform.timer.Regularly;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Once a day, and soon after the start, removes reads that are older than they are to be kept. Every node may. */
@ApplicationScoped
class ForgetsReads {
    private static final Logger LOG = Logger.getLogger(ForgetsReads.class);

    private final ReadRecord record;
    private final Duration kept;
    private final Regularly timer = new Regularly("forgets-reads");

    @Inject
    ForgetsReads(ReadRecord record, @ConfigProperty(name = "alisplass.reads.kept") Duration kept) {
        this.record = record;
        this.kept = kept;
    }

    void start(@Observes StartupEvent event) {
        timer.start(
                Duration.ofMinutes(1),
                Duration.ofDays(1),
                this::forget,
                fault -> LOG.warnf("Old reads could not be removed from the record: %s", fault.getMessage()));
    }

    void stop(@Observes ShutdownEvent event) {
        timer.stop();
    }

    void forget() {
        int gone = record.forget(kept);
        if (gone > 0) {
            LOG.infof("%d reads older than %d days were removed from the record", gone, kept.toDays());
        }
    }
}
