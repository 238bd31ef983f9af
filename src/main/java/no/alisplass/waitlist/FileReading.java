package no.alisplass.waitlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.register.file.ColumnAnswers;
import no.alisplass.register.file.FileKind;
import no.alisplass.register.file.Reading;
import no.alisplass.register.file.WaitlistReader;
import no.alisplass.register.intake.FileLog;
import no.alisplass.register.intake.FileQueue;

/**
 * Lists from files. A file is read in the queue of all files; what cannot have its turn in time is refused BUSY, and nothing is
 * stored.
 */
@ApplicationScoped
public class FileReading {
    private final Waitlists waitlists;
    private final WaitlistEdits edits;
    private final FileQueue queue;
    private final FileLog log;

    @Inject
    FileReading(Waitlists waitlists, WaitlistEdits edits, FileQueue queue, FileLog log) {
        this.waitlists = waitlists;
        this.edits = edits;
        this.queue = queue;
        this.log = log;
    }

    /**
     * What a file would become; nothing is stored. A column that it has not is no change for doctors whom the area has.
     *
     * @param answers what the sender says of columns that have no name of ours
     */
    public Result<Reading> preview(RoundId round, AreaCode area, byte[] file, ColumnAnswers answers) {
        long start = System.nanoTime();
        Result<Reading> read = waitlists.open(round, area).then(open -> queue.read(
                        area,
                        () -> WaitlistReader.rows(
                                file, FileKind.LIST, open.area(), open.rules().departments(), answers))
                .then(rows ->
                        waitlists.known(round, area, rows.numbers()).map(known -> rows.asList(known, open.rules()))));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return log.read("the list of " + area + " in round " + round, read, reading -> reading, took);
    }

    /**
     * Replaces the draft's entries by a file's.
     *
     * @param onlyGood keep the rows without errors; otherwise one error refuses the whole file
     */
    public Result<DraftChange> take(
            RoundId round, AreaCode area, byte[] file, ColumnAnswers answers, boolean onlyGood, Long expectedVersion) {
        return preview(round, area, file, answers)
                .then(reading -> edits.take(round, area, reading, onlyGood, expectedVersion));
    }
}
