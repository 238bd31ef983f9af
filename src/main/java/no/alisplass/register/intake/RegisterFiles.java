package no.alisplass.register.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.message.Message;
import no.alisplass.domain.message.Place;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Transactions;
import no.alisplass.register.DoctorFacts;
import no.alisplass.register.DoctorRules;
import no.alisplass.register.RegisterWriter;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.register.WhatChanged;
import no.alisplass.register.entry.Column;
import no.alisplass.register.entry.Remarks;
import no.alisplass.register.file.ColumnAnswers;
import no.alisplass.register.file.FileKind;
import no.alisplass.register.file.ReadRows;
import no.alisplass.register.file.WaitlistReader;

/**
 * Files that people look at before they take them into the register of their area. What is taken in is what was shown, by its own key,
 * once, as long as the register has not changed of any of those doctors. Kept some hours, for the one user who looked.
 */
@ApplicationScoped
public class RegisterFiles {
    private final RegisterFileStore store;
    private final Transactions transactions;
    private final ServedArea areas;
    private final RegisterWriter register;
    private final FileQueue queue;
    private final FileLog log;
    private final Caller caller;
    private final Clock clock;

    @Inject
    RegisterFiles(
            RegisterFileStore store,
            Transactions transactions,
            ServedArea areas,
            RegisterWriter register,
            FileQueue queue,
            FileLog log,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.areas = areas;
        this.register = register;
        this.queue = queue;
        this.log = log;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * How many records were made, changed, opened again, and confirmed without being changed.
     */
    public record Taken(int registered, int changed, int reopened, int confirmed) {}

    /**
     * Which rows of a file are taken in.
     *
     * @param numbers of the rows; null for all that can be
     * @param reopening whether all are also those of doctors whose records are closed
     */
    public record Rows(Set<Integer> numbers, boolean reopening) {
        public static Rows of(Set<Integer> numbers) {
            return new Rows(numbers, true);
        }

        private boolean isAll() {
            return numbers == null;
        }

        @Override
        public String toString() {
            return isAll() ? reopening ? "all" : "all open" : new TreeSet<>(numbers).toString();
        }
    }

    /** A file as someone looks at it. */
    private record Seen(String name, byte[] file, ColumnAnswers answers) {}

    /**
     * Reads a file and keeps what can be taken in. Refused INVALID when it is no file of doctors at all, NOT_FOUND when there is no such
     * area, BUSY when it cannot be read in time.
     */
    public Result<FiledDoctors> look(AreaCode area, String name, byte[] file, ColumnAnswers answers) {
        return look(area, new Seen(KeptFileStore.name(name), file, answers));
    }

    /** Looks once more at a file, beside the register as it is now, with further answers. Refused INVALID when it is gone. */
    public Result<FiledDoctors> answer(AreaCode area, String key, ColumnAnswers answers) {
        return transactions
                .command(() -> kept(area, key)
                        .then(kept -> kept.file == null
                                ? gone()
                                : Result.done(new Seen(
                                        kept.name,
                                        kept.file,
                                        FileAnswers.both(FileAnswers.read(kept.answers), answers)))))
                .then(seen -> look(area, seen));
    }

    /** Read outside the transaction that keeps what was read: reading may wait for its turn. */
    private Result<FiledDoctors> look(AreaCode area, Seen seen) {
        long start = System.nanoTime();
        Result<FiledDoctors> looked = areas.of(area).then(served -> queue.read(
                        area,
                        () -> WaitlistReader.rows(
                                seen.file(), FileKind.REGISTER, served.area(), served.departments(), seen.answers()))
                .then(rows -> transactions.command(() -> Result.done(compared(served, seen, rows)))));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return log.read("the register of " + area, looked, FiledDoctors::reading, took);
    }

    private FiledDoctors compared(ServedArea.Served served, Seen seen, ReadRows rows) {
        AreaCode area = served.area().code();
        Map<HprNumber, RegisteredDoctor> known = register.known(rows.doctors().values().stream()
                .map(row -> row.entry().hpr())
                .filter(hpr -> hpr != null)
                .collect(Collectors.toSet()));
        Comparison comparison = new Comparison(area, known, rows, served.departments(), served.today());
        List<ShownRows.Shown> shown = comparison.shown();
        String content = ShownRows.write(shown);
        store.forget(clock.instant(), caller.name());
        String key = keep(
                area,
                seen,
                content,
                comparison.reading().hasIdentityNumber(),
                FileAnswers.key(seen.file(), seen.answers(), caller.name(), area.value(), content));
        return new FiledDoctors(
                key,
                seen.name(),
                comparison.reading(),
                comparison.rows(),
                rows.absent().stream().filter(column -> !column.obligatory()).toList(),
                comparison.isBroken() ? List.of() : areas.waitingBesides(area, comparison.numbers()));
    }

    /** The key it is kept by: another than that of one that was taken in, though nothing has changed since. */
    private String keep(AreaCode area, Seen seen, String content, boolean identityNumber, String first) {
        String key = first;
        store.lockKey(key);
        RegisterFileEntity entity = store.findById(key);
        while (entity != null && entity.takenAt != null) {
            key = FileAnswers.key(new byte[0], ColumnAnswers.NONE, key);
            entity = store.findById(key);
        }
        if (entity == null) {
            entity = new RegisterFileEntity();
            entity.id = key;
        }
        entity.area = area.value();
        entity.user = caller.name();
        entity.name = seen.name();
        entity.file = identityNumber ? null : seen.file();
        entity.answers = FileAnswers.write(seen.answers());
        entity.content = content;
        entity.keptAt = clock.instant();
        store.persistAndFlush(entity);
        return key;
    }

    /**
     * Takes rows into the register. The same again answers as the first time. Refused INVALID when the file is gone, a row cannot be
     * taken in or is right no longer, or there is nothing to do; CONFLICT when the register has changed of one of the doctors, who are all named, or when the
     * file was taken in otherwise.
     *
     * @param confirmed whether the area says that all of it is right: what is taken in, and what stood so already
     */
    @Transactional
    public Result<Taken> take(AreaCode area, String key, Rows rows, boolean confirmed) {
        return kept(area, key).then(kept -> {
            String chosen = rows + (confirmed ? " confirmed" : "");
            if (kept.takenAt != null) {
                return kept.chosen.equals(chosen)
                        ? Result.done(new Taken(kept.registered, kept.changed, kept.reopened, kept.confirmed))
                        : Result.conflict(Finding.of("file", null, "register.file-taken"));
            }
            List<ShownRows.Shown> shown = ShownRows.read(kept.content);
            return toWrite(shown, rows, confirmed)
                    .then(toWrite -> sound(area, toWrite))
                    .then(toWrite -> written(area, toWrite, confirmed))
                    .map(counts -> {
                        Taken taken = new Taken(
                                counts.getOrDefault(WhatChanged.REGISTERED, 0),
                                counts.getOrDefault(WhatChanged.CHANGED, 0),
                                counts.getOrDefault(WhatChanged.REOPENED, 0),
                                counts.getOrDefault(WhatChanged.CONFIRMED, 0));
                        kept.takenAt = clock.instant();
                        kept.chosen = chosen;
                        kept.registered = taken.registered();
                        kept.changed = taken.changed();
                        kept.reopened = taken.reopened();
                        kept.confirmed = taken.confirmed();
                        kept.content = null;
                        kept.file = null;
                        return taken;
                    });
        });
    }

    private static Result<List<ShownRows.Shown>> toWrite(List<ShownRows.Shown> shown, Rows rows, boolean confirmed) {
        Set<Integer> left = rows.isAll() ? Set.of() : new TreeSet<>(rows.numbers());
        List<ShownRows.Shown> toWrite = new ArrayList<>();
        for (ShownRows.Shown each : shown) {
            boolean taken = each.state().isTakeable()
                    && (rows.isAll() ? rows.reopening() || !each.reopens() : left.remove(each.row()));
            if (taken || confirmed && each.state() == FiledRow.State.UNCHANGED) {
                toWrite.add(each);
            }
        }
        if (!left.isEmpty()) {
            return Result.invalid(left.stream()
                    .map(row -> Finding.of(
                            Place.row(row), row, Message.of("register.file-row-not-takeable", row.toString())))
                    .toList());
        }
        return toWrite.isEmpty()
                ? Result.invalid(Finding.of("rows", null, "register.file-nothing-chosen"))
                : Result.done(toWrite);
    }

    /** What was right when it was looked at need not be so hours later: departments and days are others. */
    private Result<List<ShownRows.Shown>> sound(AreaCode area, List<ShownRows.Shown> rows) {
        return areas.of(area).then(served -> {
            Map<Integer, DoctorFacts> doctors = new TreeMap<>();
            rows.forEach(row -> doctors.put(row.row(), row.doctor()));
            Remarks remarks = new Remarks(Remarks.OF_FILE);
            DoctorRules.check(doctors, served.departments(), served.today(), remarks);
            return remarks.haveError() ? Result.invalid(remarks.errors()) : Result.done(rows);
        });
    }

    private Result<Map<WhatChanged, Integer>> written(
            AreaCode area, Collection<ShownRows.Shown> rows, boolean confirmed) {
        Map<Integer, DoctorFacts> doctors = new TreeMap<>();
        rows.forEach(row -> doctors.put(row.row(), row.doctor()));
        Map<HprNumber, RegisteredDoctor> held = register.held(
                doctors.values().stream().map(facts -> facts.entry().hpr()).toList());
        List<Finding> changed = new ArrayList<>();
        List<RegisterWriter.Filed> filed = new ArrayList<>();
        for (ShownRows.Shown row : rows) {
            DoctorFacts facts = doctors.get(row.row());
            RegisteredDoctor before = held.get(facts.entry().hpr());
            boolean free = before == null || before.isFreeTo(area);
            boolean own = before != null && before.area().equals(area);
            if (free ? row.version() == 0 : own && before.version() == row.version()) {
                filed.add(new RegisterWriter.Filed(before, facts));
            } else {
                String hpr = facts.entry().hpr().digits();
                changed.add(Finding.of(
                        new Place.Cell(row.row(), Column.HPR.header()),
                        hpr,
                        Message.of(free || own ? "register.file-doctor-changed" : "register.held-elsewhere", hpr)));
            }
        }
        return changed.isEmpty() ? Result.done(register.filed(area, filed, confirmed)) : Result.conflict(changed);
    }

    private Result<RegisterFileEntity> kept(AreaCode area, String key) {
        return store.kept(key, caller.name(), area, clock.instant())
                .map(Result::done)
                .orElseGet(RegisterFiles::gone);
    }

    private static <T> Result<T> gone() {
        return Result.invalid(Finding.of("file", null, "waitlist.file-gone"));
    }
}
