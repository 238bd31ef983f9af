package no.alisplass.register.look;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.platform.Audit;
import no.alisplass.platform.Caller;

/**
 * What doctors say of what is registered about them, and what the area does about it. That a doctor finds all of it right does not
 * confirm it: the area does that. Nothing here changes a record.
 */
@ApplicationScoped
public class DoctorAnswers {
    /** Characters of what is wrong. */
    public static final int LONGEST = 1000;

    /** So many of one doctor wait at once, and no more. */
    private static final int MOST_OPEN = 10;

    private final AnswerStore store;
    private final LookStore looks;
    private final LookLog log;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    @Inject
    DoctorAnswers(AnswerStore store, LookStore looks, LookLog log, Audit audit, Caller caller, Clock clock) {
        this.store = store;
        this.looks = looks;
        this.log = log;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** What the audit keeps of an answer: not its words. */
    record Kept(HprNumber hprNumber, long answer) {}

    /** As {@link Kept}, of what the area did. */
    record Done(HprNumber hprNumber, long answer, DoctorAnswer.Outcome outcome) {}

    /** @param total of all pages */
    public record Page(List<DoctorAnswer> answers, long total) {
        public Page {
            answers = List.copyOf(answers);
        }
    }

    /** The record the doctor saw. @param area that held it, by its code */
    public record Shown(String area, long version) {}

    /**
     * All that the doctor saw is right; said again the same day, of the same, it changes nothing. Refused CONFLICT when another area
     * holds the doctor or the record was changed after that version, for then the doctor has not seen it, and NOT_FOUND when nobody
     * holds the doctor.
     *
     * @param link the number of the link it is said through; null for a doctor who has logged in
     */
    @Transactional
    public Result<DoctorAnswer> right(HprNumber hpr, Shown shown, Long link) {
        return seen(hpr, shown).then(held -> {
            Optional<DoctorAnswer> said =
                    store.of(held.area(), hpr, 1).stream().findFirst().filter(DoctorAnswer::isRight);
            return said.isPresent()
                            && !said.get().changedSince()
                            && day(said.get().at()).equals(day(now()))
                    ? Result.done(said.get())
                    : Result.done(add(hpr, held, shown.version(), link, null));
        });
    }

    /**
     * Something is wrong: a task for the area whose record the doctor saw. Refused as {@link #right}; INVALID for what may not be kept,
     * and CONFLICT when many tasks of the doctor wait.
     */
    @Transactional
    public Result<DoctorAnswer> wrong(HprNumber hpr, Shown shown, Long link, String typed) {
        return WrongText.read(typed).then(text -> seen(hpr, shown).then(held -> {
            if (store.open(held.area(), hpr) >= MOST_OPEN) {
                return Result.conflict(Finding.of(WrongText.FIELD, null, "register.look-many", MOST_OPEN));
            }
            return Result.done(add(hpr, held, shown.version(), link, text));
        }));
    }

    private DoctorAnswer add(HprNumber hpr, LookStore.Held held, long version, Long link, String wrong) {
        long id = store.add(hpr, held.area(), version, now(), link, wrong);
        audit.record(
                wrong == null ? "register.doctor-says-right" : "register.doctor-says-wrong",
                Looks.subject(held.area()),
                null,
                new Kept(hpr, id));
        log.tell(wrong == null ? LookLog.What.RIGHT : LookLog.What.WRONG);
        return store.find(held.area(), hpr, id).orElseThrow();
    }

    /** Who holds the record, if it stands as the doctor saw it. */
    private Result<LookStore.Held> seen(HprNumber hpr, Shown shown) {
        return holder(hpr)
                .then(held -> held.area().value().equals(shown.area())
                                && shown.version() <= held.version()
                                && !store.isChangedSince(hpr, shown.version())
                        ? Result.done(held)
                        : Result.conflict(Finding.of("version", shown.version(), "register.look-changed")));
    }

    private Result<LookStore.Held> holder(HprNumber hpr) {
        return looks.lock(hpr)
                .filter(held -> !held.error())
                .map(Result::done)
                .orElseGet(() -> Result.notFound(
                        Finding.of("hprNumber", hpr.digits(), "register.doctor-unknown", hpr.digits())));
    }

    /**
     * The area is done with what a doctor said is wrong; saying the same again changes nothing. Refused NOT_FOUND where the area has no
     * such task, CONFLICT where somebody has said otherwise.
     */
    @Transactional
    public Result<DoctorAnswer> done(AreaCode area, HprNumber hpr, long id, DoctorAnswer.Outcome outcome) {
        return Looks.held(area, looks.lock(hpr), hpr).then(held -> {
            Optional<DoctorAnswer> task = store.find(area, hpr, id).filter(each -> !each.isRight());
            if (task.isEmpty()) {
                return Result.notFound(Finding.of("id", id, "register.look-task-unknown"));
            }
            if (!task.get().isOpen()) {
                return task.get().outcome() == outcome
                        ? Result.done(task.get())
                        : Result.conflict(Finding.of("outcome", outcome, "register.look-task-done"));
            }
            store.done(id, outcome, now(), caller.name());
            audit.record("register.doctor-answered", Looks.subject(area), null, new Done(hpr, id, outcome));
            log.tell(LookLog.What.DONE);
            return Result.done(store.find(area, hpr, id).orElseThrow());
        });
    }

    /** What the doctor has said while the area held the record, the latest first. */
    @Transactional
    public Result<List<DoctorAnswer>> of(AreaCode area, HprNumber hpr, int most) {
        return Looks.held(area, looks.holder(hpr), hpr).map(held -> store.of(area, hpr, most));
    }

    /** The last time the doctor said to the area that all is right; empty when never. */
    @Transactional
    public Optional<DoctorAnswer> lastRight(AreaCode area, HprNumber hpr) {
        return store.lastRight(area, hpr);
    }

    /**
     * Tasks of an area: what its doctors say is wrong. Those that wait come first.
     *
     * @param open only those that wait
     * @param page from 0
     */
    @Transactional
    public Page tasks(AreaCode area, boolean open, int page, int size) {
        return new Page(store.tasks(area, open, page, size), store.count(area, open));
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(clock.getZone()).toLocalDate();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
