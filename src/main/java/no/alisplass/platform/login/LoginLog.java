package no.alisplass.platform.login;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import no.alisplass.platform.AfterCommit;
import org.jboss.logging.Logger;

/**
 * Tells of log-ins in the log and in figures: that there was one, how it ended, and how many of that kind there were since the
 * start; neither who, nor from where. Whose they were is in the record ({@link LoginRecord}).
 */
@ApplicationScoped
class LoginLog {
    /** How trying to log in may end. */
    enum Outcome {
        RIGHT("accepted"),
        /** Name and password do not fit. */
        WRONG("refused, name and password do not fit"),
        /** Not looked at, because there were too many wrong ones. */
        HELD_BACK("held back after too many wrong ones"),
        /** Not looked at, because too many others were. */
        BUSY("not looked at, too many at once"),
        /** Someone the identity provider sent, or did not log in. */
        TURNED_AWAY("refused after the identity provider");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }
    }

    private static final Logger LOG = Logger.getLogger(LoginLog.class);

    private final MeterRegistry meters;
    private final AfterCommit afterCommit;

    @Inject
    LoginLog(MeterRegistry meters, AfterCommit afterCommit) {
        this.meters = meters;
        this.afterCommit = afterCommit;
    }

    /** @param door as the record has it */
    void in(String door) {
        afterCommit.run(() -> LOG.infof("A log-in (%s) is accepted: %d since the start", door, count(Outcome.RIGHT)));
    }

    void not(Outcome outcome) {
        LOG.warnf("A log-in is " + outcome.words + ": %d since the start", count(outcome));
    }

    private long count(Outcome outcome) {
        Counter counter =
                meters.counter("alisplass.logins", "outcome", outcome.name().toLowerCase(Locale.ROOT));
        counter.increment();
        return (long) counter.count();
    }
}
