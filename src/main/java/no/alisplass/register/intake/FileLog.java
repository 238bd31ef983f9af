package no.alisplass.register.intake;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import no.alisplass.domain.Result;
import no.alisplass.platform.RefusalCodes;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.file.Reading;
import org.jboss.logging.Logger;

/** Tells in the log and in figures how files were read: how many rows, which faults; nothing of what stands in them. */
@ApplicationScoped
public class FileLog {
    private static final Logger LOG = Logger.getLogger(FileLog.class);

    private final MeterRegistry meters;

    @Inject
    FileLog(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * A file was looked at, to be shown or taken in.
     *
     * @param of what it is a file for: "the list of 3205 in round x"
     * @return what was read
     */
    public <T> Result<T> read(String of, Result<T> read, Function<T, Reading> reading, Duration took) {
        meters.timer("alisplass.import.read").record(took);
        if (read instanceof Result.Done<T> done) {
            read(of, reading.apply(done.value()), took);
        }
        if (read instanceof Result.Refused<T> refused && refused.kind() != Result.Kind.NOT_FOUND) {
            Set<String> codes = RefusalCodes.codes(refused.findings());
            LOG.infof("A file for %s is refused after %d ms: %s", of, took.toMillis(), String.join(", ", codes));
            count("refused", codes);
        }
        return read;
    }

    private void read(String of, Reading reading, Duration took) {
        Set<String> faults = RefusalCodes.codes(reading.remarks().stream()
                .filter(Remark::isError)
                .map(Remark::finding)
                .toList());
        LOG.infof(
                "A file for %s is read in %d ms: %d rows, %d without faults%s",
                of,
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
}
