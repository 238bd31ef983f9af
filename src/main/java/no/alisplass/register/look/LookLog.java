package no.alisplass.register.look;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import no.alisplass.domain.text.Text;
import no.alisplass.platform.AfterCommit;
import org.jboss.logging.Logger;

/** Tells in the log and in figures that links are made and opened and what is said through them: neither whose, nor the key. */
@ApplicationScoped
class LookLog {
    enum What {
        MADE,
        WITHDRAWN,
        OPENED,
        /** A key that opens nothing. */
        REFUSED,
        /** Not looked at, after too many that opened nothing. */
        HELD_BACK,
        /** The doctor says that all is right. */
        RIGHT,
        /** The doctor says what is wrong. */
        WRONG,
        /** The area is done with that. */
        DONE
    }

    private static final Logger LOG = Logger.getLogger(LookLog.class);

    private final MeterRegistry meters;
    private final AfterCommit afterCommit;

    @Inject
    LookLog(MeterRegistry meters, AfterCommit afterCommit) {
        this.meters = meters;
        this.afterCommit = afterCommit;
    }

    void tell(What what) {
        String code = Text.word(what);
        afterCommit.run(() -> {
            LOG.infof("A doctor's own look: %s", code);
            meters.counter("alisplass.looks", "what", code).increment();
        });
    }
}
