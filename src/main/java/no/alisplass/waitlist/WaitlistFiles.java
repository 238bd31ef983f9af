package no.alisplass.waitlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Transactions;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.register.file.ColumnAnswers;
import no.alisplass.register.intake.FileAnswers;
import no.alisplass.register.intake.KeptFileStore;

/**
 * Files that people look at before they take them in. What is taken in is what was shown, by its own key, once; it can be
 * undone as long as the list was not changed again. Kept some hours, for the one user who looked.
 */
@ApplicationScoped
public class WaitlistFiles {
    private final WaitlistFileStore store;
    private final Transactions transactions;
    private final Waitlists waitlists;
    private final WaitlistEdits edits;
    private final FileReading reading;
    private final Caller caller;
    private final Clock clock;

    @Inject
    WaitlistFiles(
            WaitlistFileStore store,
            Transactions transactions,
            Waitlists waitlists,
            WaitlistEdits edits,
            FileReading reading,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.waitlists = waitlists;
        this.edits = edits;
        this.reading = reading;
        this.caller = caller;
        this.clock = clock;
    }

    /** How many doctors the list has after something was done with a file. */
    public record Done(int doctors) {}

    /** Reads a file and keeps what can be taken in. Refused as {@link FileReading#preview}. */
    public Result<LookedAt> look(RoundId round, AreaCode area, String name, byte[] file) {
        return look(round, area, new Seen(KeptFileStore.name(name), file, ColumnAnswers.NONE));
    }

    /** Reads a file that was looked at once more, with further answers about its columns. Refused INVALID when it is gone. */
    public Result<LookedAt> answer(RoundId round, AreaCode area, String key, ColumnAnswers answers) {
        return transactions
                .command(() -> kept(round, area, key)
                        .then(kept -> kept.file == null ? gone() : Result.done(seen(kept, answers))))
                .then(seen -> look(round, area, seen));
    }

    /** A file as someone looks at it. */
    private record Seen(String name, byte[] file, ColumnAnswers answers) {}

    private static Seen seen(WaitlistFileEntity kept, ColumnAnswers answers) {
        return new Seen(kept.name, kept.file, FileAnswers.both(FileAnswers.read(kept.answers), answers));
    }

    /** Read outside the transaction that keeps what was read: reading may wait for its turn. */
    private Result<LookedAt> look(RoundId round, AreaCode area, Seen seen) {
        return reading.preview(round, area, seen.file(), seen.answers())
                .then(read ->
                        transactions.command(() -> waitlists.draft(round, area).map(draft -> {
                            store.forget(clock.instant(), caller.name());
                            LookedAt looked = new LookedAt(
                                    FileAnswers.key(
                                            seen.file(),
                                            seen.answers(),
                                            caller.name(),
                                            draft.round().value(),
                                            draft.area().value(),
                                            Long.toString(draft.version())),
                                    seen.name(),
                                    read,
                                    draft);
                            keep(looked, seen.file(), seen.answers());
                            return looked;
                        })));
    }

    private void keep(LookedAt looked, byte[] file, ColumnAnswers answers) {
        store.lockKey(looked.key());
        WaitlistFileEntity entity = store.findByIdOptional(looked.key()).orElseGet(WaitlistFileEntity::new);
        if (entity.takenVersion != null) {
            return;
        }
        entity.id = looked.key();
        entity.round = looked.list().round().value();
        entity.area = looked.list().area().value();
        entity.user = caller.name();
        entity.name = looked.name();
        entity.file = looked.canBeAnswered() ? file : null;
        entity.answers = FileAnswers.write(answers);
        entity.content = WaitlistContent.write(looked.reading().entries());
        entity.sound = looked.reading().isSound();
        entity.seenVersion = looked.list().version();
        entity.keptAt = clock.instant();
        store.persistAndFlush(entity);
    }

    /**
     * Replaces the draft by what the file showed. The same again answers as the first time. Refused INVALID when it is gone,
     * or not sound and not {@code onlyGood}; CONFLICT when the list was changed since it was looked at.
     */
    @Transactional
    public Result<Done> take(RoundId round, AreaCode area, String key, boolean onlyGood) {
        return kept(round, area, key).then(kept -> {
            if (kept.takenVersion != null) {
                return Result.done(new Done(kept.doctors));
            }
            List<WaitlistEntry> entries = WaitlistContent.read(kept.content);
            if (entries.isEmpty() || !kept.sound && !onlyGood) {
                return Result.invalid(Finding.of("file", null, "waitlist.file-not-sound"));
            }
            return unchanged(round, area, kept.seenVersion, "file-list-changed")
                    .then(draft -> edits.write(round, area, entries, draft.version(), "imported")
                            .map(change -> {
                                kept.before = WaitlistContent.write(draft.entries());
                                kept.takenVersion = change.draft().version();
                                kept.doctors = entries.size();
                                kept.content = null;
                                kept.file = null;
                                return new Done(entries.size());
                            }));
        });
    }

    /** Puts back what the file replaced, as long as nothing was changed since; the same again answers as the first time. */
    @Transactional
    public Result<Done> undo(RoundId round, AreaCode area, String key) {
        return kept(round, area, key).then(kept -> {
            if (kept.takenVersion == null) {
                return gone();
            }
            List<WaitlistEntry> before = WaitlistContent.read(kept.before);
            if (kept.undoneVersion != null) {
                return Result.done(new Done(before.size()));
            }
            return unchanged(round, area, kept.takenVersion, "file-undo-late")
                    .then(draft -> edits.putBack(draft, before, "import-undone").map(change -> {
                        kept.undoneVersion = change.draft().version();
                        return new Done(before.size());
                    }));
        });
    }

    private Result<Submission> unchanged(RoundId round, AreaCode area, long version, String code) {
        return waitlists
                .draft(round, area)
                .then(draft -> draft.version() == version
                        ? Result.done(draft)
                        : Result.conflict(Finding.of("file", null, "waitlist." + code)));
    }

    private Result<WaitlistFileEntity> kept(RoundId round, AreaCode area, String key) {
        return store.kept(key, caller.name(), area, clock.instant())
                .filter(kept -> kept.round.equals(round.value()))
                .map(Result::done)
                .orElseGet(WaitlistFiles::gone);
    }

    private static <T> Result<T> gone() {
        return Result.invalid(Finding.of("file", null, "waitlist.file-gone"));
    }
}
