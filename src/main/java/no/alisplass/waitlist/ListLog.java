package no.alisplass.waitlist;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.AfterCommit;
import no.alisplass.platform.RefusalCodes;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.file.Reading;
import org.jboss.logging.Logger;

/**
 * Tells in the log and in figures which files were read and which lists sent: the round, the area, how many rows, how long, and by
 * which codes what was refused; nothing of what stood there.
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

    /** A file was looked at, to be shown or taken in. */
    Result<Reading> read(RoundId round, AreaCode area, Result<Reading> read, Duration took) {
        meters.timer("alisplass.import.read").record(took);
        if (read instanceof Result.Done<Reading> done) {
            read(round, area, done.value(), took);
        }
        if (read instanceof Result.Refused<Reading> refused && refused.kind() != Result.Kind.NOT_FOUND) {
            Set<String> codes = RefusalCodes.codes(refused.findings());
            LOG.infof(
                    "A file for the list of %s in round %s is refused after %d ms: %s",
                    area, round, took.toMillis(), String.join(", ", codes));
            count("refused", codes);
        }
        return read;
    }

    private void read(RoundId round, AreaCode area, Reading reading, Duration took) {
        Set<String> faults = RefusalCodes.codes(reading.remarks().stream()
                .filter(Remark::isError)
                .map(Remark::finding)
                .toList());
        LOG.infof(
                "A file for the list of %s in round %s is read in %d ms: %d rows, %d without faults%s",
                area,
                round,
                took.toMillis(),
                reading.rowsInFile(),
                reading.rows().size(),
                faults.isEmpty() ? "" : "; faults: " + String.join(", ", faults));
        count(reading.isSound() ? "sound" : "faulty", faults);
    }

    private void count(String outcome, Set<String> codes) {
        meters.counter("alisplass.imports", "outcome", outcome).increment();
        codes.forEach(
                code -> meters.counter("alisplass.import.faults", "code", code).increment());
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
