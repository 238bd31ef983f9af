package no.alisplass.waitlist;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.register.file.ColumnAnswers;
import no.alisplass.register.file.Reading;
import no.alisplass.register.file.WaitlistReader;

/**
 * Lists from files. A file is read outside any transaction and away from the request's own thread, two at a time, one for
 * each area; what cannot have its turn in time is refused BUSY, and nothing is stored.
 */
@ApplicationScoped
public class FileReading {
    private static final int AT_ONCE = 2;
    private static final int WAITING = 6;
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final Waitlists waitlists;
    private final WaitlistEdits edits;
    private final ListLog log;
    private final ReadingPlaces places = new ReadingPlaces(AT_ONCE, WAITING, LONGEST);

    @Inject
    FileReading(Waitlists waitlists, WaitlistEdits edits, ListLog log) {
        this.waitlists = waitlists;
        this.edits = edits;
        this.log = log;
    }

    /**
     * What a file would become; nothing is stored.
     *
     * @param answers what the sender says of columns that have no name of ours
     */
    public Result<Reading> preview(RoundId round, AreaCode area, byte[] file, ColumnAnswers answers) {
        long start = System.nanoTime();
        Result<Reading> read = waitlists
                .open(round, area)
                .then(open ->
                        places.read(area.value(), () -> WaitlistReader.read(file, open.area(), open.rules(), answers)));
        return log.read(round, area, read, Duration.ofNanos(System.nanoTime() - start));
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

    @PreDestroy
    void close() {
        places.close();
    }
}
