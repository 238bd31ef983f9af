package no.alisplass.waitlist;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.AfterCommit;
import org.jboss.logging.Logger;

/**
 * Tells in the log and in figures which lists were taken in and sent: the round, the area, how many doctors, and by which codes what
 * was refused; nothing of what stood there.
 */
@ApplicationScoped
class ListLog {
    private static final Logger LOG = Logger.getLogger(ListLog.class);

    private final MeterRegistry meters;
    private final AfterCommit afterCommit;

    @Inject
    ListLog(MeterRegistry meters, AfterCommit afterCommit) {
        this.meters = meters;
        this.afterCommit = afterCommit;
    }

    /** The rows of a file became the list, or what stood there before does again. @param what as the audit has it */
    void written(RoundId round, AreaCode area, String what, int doctors) {
        afterCommit.run(() -> {
            LOG.infof("The list of %s in round %s: %s, %d doctors now", area, round, what, doctors);
            meters.counter("alisplass.imports", "outcome", what).increment();
        });
    }

    void sent(Submission list) {
        int number = list.receipt().number();
        int doctors = list.entries().size();
        afterCommit.run(() -> {
            LOG.infof(
                    "The list of %s in round %s: sent as number %d, %d doctors",
                    list.area(), list.round(), number, doctors);
            meters.counter("alisplass.submissions", "outcome", "sent").increment();
        });
    }

    void notSent(RoundId round, AreaCode area, String codes) {
        LOG.infof("The list of %s in round %s: sending refused: %s", area, round, codes);
        meters.counter("alisplass.submissions", "outcome", "refused").increment();
    }
}
