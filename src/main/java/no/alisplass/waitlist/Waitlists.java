package no.alisplass.waitlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Counting;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.ServiceToCome;
import no.alisplass.domain.Versioned;
import no.alisplass.domain.message.Place;
import no.alisplass.platform.Audit;
import no.alisplass.platform.Caller;
import no.alisplass.platform.RefusalCodes;
import no.alisplass.register.ListedDoctors;
import no.alisplass.register.entry.DepartmentNames;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.Remarks;
import no.alisplass.register.entry.Severity;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.register.file.FileFormat;
import no.alisplass.register.file.Reading;
import no.alisplass.register.file.WaitlistWriter;
import no.alisplass.register.grid.Grid;
import no.alisplass.round.Round;

/**
 * The waitlists of a round: each area writes a draft and sends it, as often as it likes while the round is open; what was
 * sent stands, and the latest counts. A change names the version of the draft it edits ({@code expectedVersion}); another version is
 * refused as CONFLICT, an unknown round or area as NOT_FOUND, entries with errors as INVALID with every finding.
 */
@ApplicationScoped
public class Waitlists {
    /** The most doctors a municipality can say it can spare at once. */
    public static final int MAX_AWAY_LIMIT = 100;

    private static final Versioned.Codes VERSIONS =
            new Versioned.Codes("waitlist.version-missing", "waitlist.changed-meanwhile");

    private final WaitlistStore store;
    private final WaitlistRounds rounds;
    private final ListedDoctors register;
    private final ListLog log;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    @Inject
    Waitlists(
            WaitlistStore store,
            WaitlistRounds rounds,
            ListedDoctors register,
            ListLog log,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.rounds = rounds;
        this.register = register;
        this.log = log;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** The draft; version 0 and empty when nothing is written yet. */
    @Transactional
    public Result<Submission> draft(RoundId round, AreaCode area) {
        return rounds.read(round, area).map(known -> store.draft(round, area));
    }

    /** Everything there is to say about entries as a list for the round; nothing is stored. */
    @Transactional
    public Result<List<Remark>> check(RoundId round, AreaCode area, List<WaitlistEntry> entries) {
        return rounds.open(round, area).map(open -> {
            Remarks remarks = new Remarks(Remarks.OF_JSON);
            open.rules().check(numbered(entries), remarks);
            return remarks.inOrder();
        });
    }

    /** What the area misses of the agreement and registration that the round's policy warns of or requires. */
    @Transactional
    public Result<List<Finding>> missing(RoundId round, AreaCode area) {
        return rounds.read(round, area).map(known -> rounds.missing(known, area));
    }

    /** How the round counts service, so that what it says of an entry is what it ranks by. */
    @Transactional
    public Result<Counting> counting(RoundId round) {
        return rounds.read(round).map(rounds::counting);
    }

    /** What the area last sent to another round of the same hospital, every stated figure with the day it holds on. */
    @Transactional
    public Result<Optional<Submission>> previous(RoundId round, AreaCode area) {
        return rounds.read(round, area)
                .map(known -> store.before(round, area, known.hospital()).map(Submission::dated));
    }

    /** Writes the whole draft anew. */
    @Transactional
    public Result<DraftChange> replace(
            RoundId round, AreaCode area, Integer awayLimit, List<WaitlistEntry> entries, Long expectedVersion) {
        return edit(round, area, expectedVersion, "replaced", draft -> Result.done(new Content(awayLimit, entries)));
    }

    /** Writes entries that were made elsewhere; how many can be away at once stays. @param what was done, for the audit */
    Result<DraftChange> write(
            RoundId round, AreaCode area, List<WaitlistEntry> entries, Long expectedVersion, String what) {
        return edit(round, area, expectedVersion, what, draft -> Result.done(new Content(draft.awayLimit(), entries)))
                .map(change -> {
                    log.written(round, area, what, entries.size());
                    return change;
                });
    }

    /** Adds an entry at the end. */
    @Transactional
    public Result<DraftChange> add(RoundId round, AreaCode area, WaitlistEntry entry, Long expectedVersion) {
        return editEntries(round, area, expectedVersion, "entry-added", entries -> {
            entries.add(entry);
            return Result.done(entries);
        });
    }

    /** Writes an entry anew. @param number its place in the draft, from 1 */
    @Transactional
    public Result<DraftChange> put(
            RoundId round, AreaCode area, int number, WaitlistEntry entry, Long expectedVersion) {
        return editEntries(round, area, expectedVersion, "entry-changed", entries -> at(number, entries)
                .map(index -> {
                    entries.set(index, entry);
                    return entries;
                }));
    }

    /** Takes an entry away. @param number its place in the draft, from 1 */
    @Transactional
    public Result<DraftChange> remove(RoundId round, AreaCode area, int number, Long expectedVersion) {
        return editEntries(round, area, expectedVersion, "entry-removed", entries -> at(number, entries)
                .map(index -> {
                    entries.remove(index.intValue());
                    return entries;
                }));
    }

    /** Puts the entries in another order and gives them the priorities 1, 2, … @param numbers every place, each once */
    @Transactional
    public Result<DraftChange> reorder(RoundId round, AreaCode area, List<Integer> numbers, Long expectedVersion) {
        return editEntries(round, area, expectedVersion, "reordered", entries -> {
            boolean all = numbers.size() == entries.size()
                    && new HashSet<>(numbers).size() == numbers.size()
                    && numbers.stream().allMatch(number -> number >= 1 && number <= entries.size());
            if (!all) {
                return Result.invalid(Finding.of("numbers", numbers, "waitlist.order-incomplete", entries.size()));
            }
            List<WaitlistEntry> ordered = new ArrayList<>();
            for (int number : numbers) {
                ordered.add(entries.get(number - 1).withPriority(ordered.size() + 1));
            }
            return Result.done(ordered);
        });
    }

    /**
     * Makes a draft of what the area last sent to another round of the hospital, leaving out (and telling) what no longer holds: leave
     * and locum, entries with faults, and doctors who have a place since.
     */
    @Transactional
    public Result<DraftChange> carryOver(RoundId round, AreaCode area, Long expectedVersion) {
        return rounds.open(round, area).then(open -> {
            Optional<Submission> before =
                    store.before(round, area, open.round().hospital()).map(Submission::dated);
            if (before.isEmpty()) {
                return Result.notFound(Finding.of("area", area, "waitlist.nothing-to-carry-over", area));
            }
            CarryOver carried = CarryOver.of(numbered(before.get().entries()), open.rules());
            return change(
                            round,
                            area,
                            expectedVersion,
                            "replaced",
                            draft -> Result.done(new Content(before.get().awayLimit(), carried.entries())))
                    .map(change -> new DraftChange(change.after(), carried.remarks()));
        });
    }

    /** Doctors of the area's list before this round who have a place by an approved round since, whatever stands in the draft. */
    @Transactional
    public Result<List<SetApart>> setApart(RoundId round, AreaCode area) {
        return rounds.open(round, area)
                .map(open -> store.before(round, area, open.round().hospital()).map(Submission::dated).stream()
                        .flatMap(before -> before.entries().stream())
                        .map(entry -> new SetApart(entry, open.rules().toCome(entry)))
                        .filter(apart -> !apart.toCome().stays().isEmpty())
                        .toList());
    }

    /**
     * Adds one doctor of the area's list before this round at the end, with what approved rounds have given entered as service.
     * Refused when the doctor was not on it, is on the draft already, or has a place that is enough.
     */
    @Transactional
    public Result<DraftChange> takeAlong(RoundId round, AreaCode area, HprNumber hpr, Long expectedVersion) {
        return rounds.open(round, area).then(open -> {
            Optional<WaitlistEntry> before = store
                    .before(round, area, open.round().hospital())
                    .stream()
                    .flatMap(list -> list.entries().stream())
                    .filter(entry -> entry.hpr().equals(hpr))
                    .findFirst();
            if (before.isEmpty()) {
                return Result.notFound(Finding.of("hprNumber", hpr.digits(), "waitlist.carry-unknown", hpr.digits()));
            }
            ServiceToCome toCome = open.rules().toCome(before.get());
            if (toCome.isEnough()) {
                return Result.conflict(toCome.stays().stream()
                        .map(stay -> Finding.of(
                                "hprNumber", hpr.digits(), "waitlist.given-enough", stay.halfYear(), stay.title()))
                        .toList());
            }
            return editEntries(round, area, expectedVersion, "entry-carried", entries -> {
                entries.add(CarryOver.again(before.get(), toCome).withPriority(entries.size() + 1));
                return Result.done(entries);
            });
        });
    }

    /** What a file for the list is read against; refused as any change to it would be. */
    @Transactional
    Result<WaitlistRounds.Open> open(RoundId round, AreaCode area) {
        return rounds.open(round, area);
    }

    /** Replaces the draft's entries by those of a file that was read; see {@link FileReading#take}. */
    @Transactional
    Result<DraftChange> take(RoundId round, AreaCode area, Reading reading, boolean onlyGood, Long expectedVersion) {
        if (reading.rows().isEmpty() || reading.hasErrors() && !onlyGood) {
            return Result.invalid(reading.remarks().stream()
                    .filter(Remark::isError)
                    .map(Remark::finding)
                    .toList());
        }
        return write(round, area, reading.entries(), expectedVersion, "imported")
                .map(change -> new DraftChange(change.draft(), reading.remarks()));
    }

    /**
     * Sends the draft; what was sent before is kept, and this counts from now on. An empty list is an answer too.
     *
     * @param idempotencyKey a key already used returns what it sent; null for none
     */
    @Transactional
    public Result<Submission> submit(RoundId round, AreaCode area, Long expectedVersion, String idempotencyKey) {
        return RefusalCodes.tell(
                send(round, area, expectedVersion, idempotencyKey), codes -> log.notSent(round, area, codes));
    }

    private Result<Submission> send(RoundId round, AreaCode area, Long expectedVersion, String idempotencyKey) {
        return rounds.open(round, area).then(open -> {
            Submission draft = store.lock(round, area);
            Optional<Submission> sent = store.sentWith(round, area, idempotencyKey);
            if (sent.isPresent()) {
                return Result.done(sent.get());
            }
            Optional<Finding> stale = stale(draft, expectedVersion);
            if (stale.isPresent()) {
                return Result.conflict(stale.get());
            }
            Remarks remarks = new Remarks(Remarks.OF_JSON);
            open.rules().check(numbered(draft.entries()), remarks);
            if (remarks.haveError()) {
                return Result.invalid(remarks.errors());
            }
            int number = store.latestNumber(round, area) + 1;
            Receipt receipt = new Receipt(
                    number,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    caller.name(),
                    WaitlistContent.sha256(round, area, draft.awayLimit(), draft.entries()));
            Submission submitted = store.send(draft, receipt, idempotencyKey);
            register.sent(area, draft.entries());
            audit.record("waitlist.submitted", subject(round, area), null, receipt);
            log.sent(submitted);
            return Result.done(submitted);
        });
    }

    /** All that the area has sent, the latest first. */
    @Transactional
    public Result<List<Submission>> submissions(RoundId round, AreaCode area) {
        return rounds.read(round, area).map(known -> store.submissions(round, area));
    }

    @Transactional
    public Result<Submission> submission(RoundId round, AreaCode area, int number) {
        return rounds.read(round, area).then(known -> store.submission(round, area, number)
                .map(Result::done)
                .orElseGet(() -> Result.notFound(
                        Finding.of("number", number, "waitlist.submission-unknown", Integer.toString(number)))));
    }

    /** The receipt of the list that counts, for every round the area has sent one to. */
    @Transactional
    public Map<RoundId, Receipt> receipts(AreaCode area) {
        return store.receipts(area);
    }

    /** Those of the rounds that the area may send lists to, or has; a round that is being prepared is none. */
    @Transactional
    public List<Round> takesPartIn(AreaCode area, List<Round> rounds) {
        Set<RoundId> sent = store.receipts(area).keySet();
        return this.rounds.takesPartIn(area, rounds, sent);
    }

    /** The list of each area that counts for the round, in the order of the areas' codes. */
    @Transactional
    public List<Submission> submitted(RoundId round) {
        return store.latest(round);
    }

    /** The first half-year of the first round of the hospital that each doctor was on a sent list for. */
    @Transactional
    public Map<HprNumber, HalfYear> firstListed(HospitalId hospital) {
        Map<HprNumber, HalfYear> first = new HashMap<>();
        store.firstListed(hospital).forEach((hpr, day) -> first.put(hpr, HalfYear.containing(day)));
        return first;
    }

    /** Every area of the hospital's catchment, and any other that has sent a list: who has answered and who not. */
    @Transactional
    public Result<List<AreaStatus>> status(RoundId round) {
        return rounds.read(round).map(known -> {
            Map<AreaCode, Submission> sent = new TreeMap<>();
            store.latest(round).forEach(list -> sent.put(list.area(), list));
            Set<AreaCode> drafting = store.drafting(round);
            return rounds.areas(known, sent.keySet()).stream()
                    .map(area -> {
                        Submission list = sent.get(area.code());
                        return new AreaStatus(
                                area,
                                drafting.contains(area.code()),
                                list == null ? 0 : list.entries().size(),
                                list == null ? null : list.receipt());
                    })
                    .toList();
        });
    }

    /** A list as a file that reads back the same. */
    @Transactional
    public Result<byte[]> export(Submission list, FileFormat format) {
        return rounds.read(list.round())
                .map(round -> WaitlistWriter.write(format, list.entries(), list.area(), rounds.departments(round)));
    }

    /** An empty list to fill in, with one example row that is not read. @param round whose departments to offer; null for none */
    @Transactional
    public Result<byte[]> template(RoundId round, FileFormat format) {
        return round == null
                ? Result.done(WaitlistWriter.template(format, new DepartmentNames(Map.of())))
                : rounds.read(round).map(known -> WaitlistWriter.template(format, rounds.departments(known)));
    }

    private record Content(Integer awayLimit, List<WaitlistEntry> entries) {}

    /** What the audit keeps of a draft: no person. */
    record Summary(long version, int doctors, Integer awayLimit) {
        static Summary of(Submission draft) {
            return new Summary(draft.version(), draft.entries().size(), draft.awayLimit());
        }
    }

    private Result<DraftChange> editEntries(
            RoundId round,
            AreaCode area,
            Long expectedVersion,
            String what,
            Function<List<WaitlistEntry>, Result<List<WaitlistEntry>>> change) {
        return edit(round, area, expectedVersion, what, draft -> change.apply(new ArrayList<>(draft.entries()))
                .map(entries -> new Content(draft.awayLimit(), entries)));
    }

    /** A change that tells something new of doctors, so that the register is told it too. */
    private Result<DraftChange> edit(
            RoundId round,
            AreaCode area,
            Long expectedVersion,
            String what,
            Function<Submission, Result<Content>> change) {
        return change(round, area, expectedVersion, what, change).map(changed -> {
            register.written(area, changed.news());
            return new DraftChange(changed.after(), changed.remarks());
        });
    }

    private record Changed(Submission before, Submission after, List<Remark> remarks) {
        /** The entries that are not as they were; where one stands in the order tells nothing of the doctor. */
        List<ListedDoctors.Row> news() {
            Map<HprNumber, WaitlistEntry> known = new HashMap<>();
            before.entries().forEach(entry -> known.put(entry.hpr(), entry.withPriority(0)));
            return after.entries().stream()
                    .map(entry -> new ListedDoctors.Row(known.get(entry.hpr()), entry))
                    .filter(row -> !row.now().withPriority(0).equals(row.before()))
                    .toList();
        }
    }

    private Result<Changed> change(
            RoundId round,
            AreaCode area,
            Long expectedVersion,
            String what,
            Function<Submission, Result<Content>> change) {
        return rounds.open(round, area).then(open -> {
            Submission before = store.lock(round, area);
            Optional<Finding> stale = stale(before, expectedVersion);
            if (stale.isPresent()) {
                return Result.conflict(stale.get());
            }
            return change.apply(before).then(content -> {
                Remarks remarks = new Remarks(Remarks.OF_JSON);
                open.rules().check(numbered(content.entries()), remarks);
                checkWhole(content, remarks);
                if (remarks.haveError()) {
                    return Result.invalid(remarks.errors());
                }
                Submission after = store.write(round, area, content.awayLimit(), content.entries());
                audit.record("waitlist.draft-" + what, subject(round, area), Summary.of(before), Summary.of(after));
                rounds.missing(open.round(), area).forEach(remarks::warning);
                return Result.done(new Changed(before, after, remarks.inOrder()));
            });
        });
    }

    private static void checkWhole(Content content, Remarks remarks) {
        Integer limit = content.awayLimit();
        if (limit != null && (limit < 1 || limit > MAX_AWAY_LIMIT)) {
            remarks.add(
                    Severity.ERROR,
                    null,
                    new Place.Field("awayLimit"),
                    limit,
                    "number-out-of-bounds",
                    limit,
                    1,
                    MAX_AWAY_LIMIT);
        }
        if (content.entries().size() > Grid.MAX_LINES) {
            remarks.add(
                    Severity.ERROR,
                    null,
                    Remarks.ENTRIES,
                    content.entries().size(),
                    "too-many",
                    content.entries().size(),
                    Grid.MAX_LINES);
        }
    }

    private static Result<Integer> at(int number, List<WaitlistEntry> entries) {
        return number >= 1 && number <= entries.size()
                ? Result.done(number - 1)
                : Result.notFound(Finding.of(
                        "number", number, "waitlist.entry-unknown", Integer.toString(number), entries.size()));
    }

    private static Optional<Finding> stale(Submission draft, Long expectedVersion) {
        return VERSIONS.conflictWith(
                draft.version(), expectedVersion, draft.area().value());
    }

    private static Map<Integer, WaitlistEntry> numbered(List<WaitlistEntry> entries) {
        Map<Integer, WaitlistEntry> numbered = new TreeMap<>();
        entries.forEach(entry -> numbered.put(numbered.size() + 1, entry));
        return numbered;
    }

    private static String subject(RoundId round, AreaCode area) {
        return "waitlist/" + round + "/" + area;
    }
}
