package no.alisplass.waitlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.doctor.Readiness;
import no.alisplass.domain.message.Message;
import no.alisplass.domain.message.Place;
import no.alisplass.platform.Audit;
import no.alisplass.register.ListedDoctors;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.register.entry.HospitalView;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.Remarks;
import no.alisplass.register.entry.Severity;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.register.file.Reading;
import no.alisplass.register.grid.Grid;

/**
 * Changes of the lists that areas are writing. What is written of a doctor on a list is written in the register. A change names the
 * version of the draft it edits ({@code expectedVersion}); another is refused as CONFLICT, an unknown round or area as NOT_FOUND,
 * entries with errors as INVALID with every finding.
 */
@ApplicationScoped
public class WaitlistEdits {
    private final Drafts drafts;
    private final WaitlistRounds rounds;
    private final ListedDoctors register;
    private final ListLog log;
    private final Audit audit;

    @Inject
    WaitlistEdits(Drafts drafts, WaitlistRounds rounds, ListedDoctors register, ListLog log, Audit audit) {
        this.drafts = drafts;
        this.rounds = rounds;
        this.register = register;
        this.log = log;
        this.audit = audit;
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

    /**
     * Adds an entry at the end. Refused INVALID for a doctor of whom the area's own register says otherwise: who is registered is chosen,
     * and changed there, so that nothing is written over unseen.
     */
    @Transactional
    public Result<DraftChange> add(RoundId round, AreaCode area, WaitlistEntry entry, Long expectedVersion) {
        return rounds.open(round, area)
                .then(open -> editEntries(round, area, expectedVersion, "entry-added", entries -> {
                    boolean listed =
                            entries.stream().anyMatch(each -> each.hpr().equals(entry.hpr()));
                    if (!listed && register.saysOtherwise(area, rounds.view(open.round(), area), entry)) {
                        return Result.invalid(Finding.of(
                                new Place.Path("entries", entries.size(), new Place.Field("hprNumber")),
                                entry.hpr().digits(),
                                Message.of("waitlist.in-register")));
                    }
                    entries.add(entry);
                    return Result.done(entries);
                }));
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
        return choose(round, area, expectedVersion, "entry-removed", (open, drawn) -> at(
                        number, drawn.draft().entries())
                .map(index -> {
                    List<Chosen> left = new ArrayList<>(drawn.chosen());
                    left.remove(index.intValue());
                    return left;
                }));
    }

    /** Puts the entries in another order and gives them the priorities 1, 2, … @param numbers every place, each once */
    @Transactional
    public Result<DraftChange> reorder(RoundId round, AreaCode area, List<Integer> numbers, Long expectedVersion) {
        return choose(round, area, expectedVersion, "reordered", (open, drawn) -> {
            List<Chosen> entries = drawn.chosen();
            boolean all = numbers.size() == entries.size()
                    && new HashSet<>(numbers).size() == numbers.size()
                    && numbers.stream().allMatch(number -> number >= 1 && number <= entries.size());
            if (!all) {
                return Result.invalid(Finding.of("numbers", numbers, "waitlist.order-incomplete", entries.size()));
            }
            return Result.done(inOrder(
                    numbers.stream().map(number -> entries.get(number - 1)).toList()));
        });
    }

    /**
     * Chooses whom of the area's register the list has, in the order given; priorities become 1, 2, … What the register says of leave
     * and locum since an earlier round's list is set aside, to be told anew for this one.
     *
     * @return INVALID for numbers that are given twice, that the area's register does not have, or whose doctors do not wait
     */
    @Transactional
    public Result<DraftChange> choose(RoundId round, AreaCode area, List<HprNumber> doctors, Long expectedVersion) {
        return choose(round, area, expectedVersion, "chosen", (open, drawn) -> choice(open, drawn, area, doctors));
    }

    /** Chooses all who wait in the area's register, after those chosen; but not who has a place that is enough. */
    @Transactional
    public Result<DraftChange> chooseAll(RoundId round, AreaCode area, Long expectedVersion) {
        return choose(round, area, expectedVersion, "chosen", (open, drawn) -> {
            Set<HprNumber> doctors =
                    new LinkedHashSet<>(drawn.chosen().stream().map(Chosen::hpr).toList());
            register.waiting(area, Grid.MAX_LINES).stream()
                    .filter(each -> !open.rules().toCome(each.facts().entry()).isEnough())
                    .forEach(each -> doctors.add(each.hpr()));
            return choice(open, drawn, area, List.copyOf(doctors));
        });
    }

    private Result<List<Chosen>> choice(
            WaitlistRounds.Open open, Drafts.Drawn drawn, AreaCode area, List<HprNumber> doctors) {
        if (doctors.size() > Grid.MAX_LINES) {
            return Result.invalid(
                    Finding.of("hprNumbers", doctors.size(), "waitlist.too-many", doctors.size(), Grid.MAX_LINES));
        }
        Map<HprNumber, Chosen> now = new HashMap<>();
        drawn.chosen().forEach(each -> now.put(each.hpr(), each));
        Map<HprNumber, RegisteredDoctor> records = register.records(doctors);
        Map<HprNumber, Set<Readiness>> earlier = drafts.readinessSent(open.round(), area);
        List<Finding> findings = new ArrayList<>();
        List<Chosen> chosen = new ArrayList<>();
        Set<HprNumber> seen = new HashSet<>();
        for (int at = 0; at < doctors.size(); at++) {
            HprNumber hpr = doctors.get(at);
            RegisteredDoctor record = records.get(hpr);
            String fault = !seen.add(hpr)
                    ? "waitlist.chosen-twice"
                    : record == null || !record.area().equals(area)
                            ? "waitlist.not-in-register"
                            : record.isOpen() || now.containsKey(hpr) ? null : "waitlist.not-waiting";
            if (fault != null) {
                findings.add(Finding.of(
                        new Place.Path("hprNumbers", at, null), hpr.digits(), Message.of(fault, hpr.digits())));
                continue;
            }
            Readiness readiness = record.facts().entry().readiness();
            boolean old =
                    earlier.getOrDefault(hpr, Set.of()).contains(readiness) && !readiness.equals(Readiness.UNTOLD);
            chosen.add(now.getOrDefault(hpr, new Chosen(hpr, at + 1, old ? readiness : null)));
        }
        return findings.isEmpty() ? Result.done(inOrder(chosen)) : Result.invalid(findings);
    }

    private static List<Chosen> inOrder(List<Chosen> chosen) {
        List<Chosen> ordered = new ArrayList<>();
        chosen.forEach(each -> ordered.add(each.withPriority(ordered.size() + 1)));
        return ordered;
    }

    /**
     * Makes of a draft what it was before: whom it has is written as then; who was taken off it comes back as the register has the doctor
     * now, if it has.
     */
    Result<DraftChange> putBack(Submission draft, List<WaitlistEntry> before, String what) {
        AreaCode area = draft.area();
        Map<HprNumber, RegisteredDoctor> records =
                register.records(before.stream().map(WaitlistEntry::hpr).toList());
        return rounds.open(draft.round(), area).then(open -> {
            HospitalView view = rounds.view(open.round(), area);
            List<WaitlistEntry> entries = before.stream()
                    .filter(entry -> records.get(entry.hpr()).area().equals(area)
                            && records.get(entry.hpr()).isOpen())
                    .map(entry -> draft.place(entry.hpr()).isPresent()
                            ? entry
                            : view.of(records.get(entry.hpr()).facts().entry()).withPriority(entry.priority()))
                    .toList();
            return write(draft.round(), area, entries, draft.version(), what);
        });
    }

    /** Puts a doctor back in the draft as the register has the doctor now; NOT_FOUND when it has not. @param place from 1 */
    Result<DraftChange> putBack(Submission draft, WaitlistEntry entry, int place) {
        HprNumber hpr = entry.hpr();
        AreaCode area = draft.area();
        return choose(draft.round(), area, draft.version(), "entry-put-back", (open, drawn) -> {
            RegisteredDoctor record = register.records(List.of(hpr)).get(hpr);
            if (record == null || !record.area().equals(area) || !record.isOpen()) {
                return Result.notFound(Finding.of("hprNumber", hpr.digits(), "waitlist.not-in-register", hpr.digits()));
            }
            Readiness known = record.facts().entry().readiness();
            boolean setAside = entry.readiness().equals(Readiness.UNTOLD) && !known.equals(Readiness.UNTOLD);
            List<Chosen> chosen = new ArrayList<>(drawn.chosen());
            chosen.add(Math.min(place - 1, chosen.size()), new Chosen(hpr, entry.priority(), setAside ? known : null));
            return Result.done(chosen);
        });
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

    /** A change that tells something of doctors: what is new of it is written in the register. Faults of what is as it was are told. */
    private Result<DraftChange> edit(
            RoundId round,
            AreaCode area,
            Long expectedVersion,
            String what,
            Function<Submission, Result<Content>> change) {
        return change(round, area, expectedVersion, what, (open, before) -> change.apply(before.draft())
                .then(content -> {
                    Remarks remarks = new Remarks(Remarks.OF_JSON);
                    open.rules().check(Waitlists.numbered(content.entries()), remarks);
                    checkWhole(content, remarks);
                    List<ListedDoctors.Row> news = news(before, content.entries());
                    Set<HprNumber> told =
                            news.stream().map(row -> row.now().hpr()).collect(Collectors.toSet());
                    Set<HprNumber> seen = new HashSet<>();
                    content.entries().stream()
                            .map(WaitlistEntry::hpr)
                            .filter(hpr -> !seen.add(hpr))
                            .forEach(told::add);
                    List<Finding> faults = remarks.errors(row -> row == null
                            || told.contains(content.entries().get(row - 1).hpr()));
                    if (!faults.isEmpty()) {
                        return Result.invalid(faults);
                    }
                    ListedDoctors.Hindered hindered = register.written(area, before.view(), news, before.versions());
                    if (hindered.overtaken()) {
                        return Result.conflict(Waitlists.overtaken(before.draft()));
                    }
                    if (!hindered.held().isEmpty()) {
                        return Result.conflict(hindered.held().stream()
                                .map(hpr ->
                                        Finding.of("hprNumber", hpr.digits(), "waitlist.held-elsewhere", hpr.digits()))
                                .toList());
                    }
                    return Result.done(new Written(content.awayLimit(), chosen(before, content.entries())));
                }));
    }

    /** The entries that are not as they were; where one stands in the order tells nothing of the doctor. */
    private static List<ListedDoctors.Row> news(Drafts.Drawn before, List<WaitlistEntry> entries) {
        Map<HprNumber, WaitlistEntry> shown = new HashMap<>();
        before.draft().entries().forEach(entry -> shown.put(entry.hpr(), entry.withPriority(0)));
        return entries.stream()
                .map(entry -> new ListedDoctors.Row(shown.get(entry.hpr()), entry.withPriority(0)))
                .filter(row -> !row.now().equals(row.before()))
                .toList();
    }

    private static List<Chosen> chosen(Drafts.Drawn before, List<WaitlistEntry> entries) {
        Map<HprNumber, Chosen> were = new HashMap<>();
        before.chosen().forEach(each -> were.put(each.hpr(), each));
        return entries.stream()
                .map(entry -> {
                    Chosen was = were.get(entry.hpr());
                    boolean asItWas =
                            was != null && before.entry(entry.hpr()).readiness().equals(entry.readiness());
                    return new Chosen(entry.hpr(), entry.priority(), asItWas ? was.setAside() : null);
                })
                .toList();
    }

    /** A change of whom the list has and in which order. How many can be away at once is as it was for the round before, at first. */
    private Result<DraftChange> choose(
            RoundId round,
            AreaCode area,
            Long expectedVersion,
            String what,
            BiFunction<WaitlistRounds.Open, Drafts.Drawn, Result<List<Chosen>>> change) {
        return change(round, area, expectedVersion, what, (open, before) -> change.apply(open, before)
                .map(chosen -> new Written(awayLimit(open, before), chosen)));
    }

    private Integer awayLimit(WaitlistRounds.Open open, Drafts.Drawn before) {
        Submission draft = before.draft();
        return draft.version() > 0
                ? draft.awayLimit()
                : drafts.sentBefore(open.round(), draft.area())
                        .map(Submission::awayLimit)
                        .orElse(null);
    }

    /** A draft as it is to be stored. */
    private record Written(Integer awayLimit, List<Chosen> chosen) {}

    private Result<DraftChange> change(
            RoundId round,
            AreaCode area,
            Long expectedVersion,
            String what,
            BiFunction<WaitlistRounds.Open, Drafts.Drawn, Result<Written>> change) {
        return rounds.open(round, area).then(open -> {
            Drafts.Drawn before = drafts.lock(open.round(), area);
            Optional<Finding> stale = Waitlists.stale(before.draft(), expectedVersion);
            if (stale.isPresent()) {
                return Result.conflict(stale.get());
            }
            return change.apply(open, before).map(written -> {
                Drafts.Drawn after = drafts.write(before, written.awayLimit(), written.chosen());
                audit.record(
                        "waitlist.draft-" + what,
                        Waitlists.subject(round, area),
                        Summary.of(before.draft()),
                        Summary.of(after.draft()));
                Remarks remarks = Waitlists.remarks(open, after);
                rounds.missing(open.round(), area).forEach(remarks::warning);
                return new DraftChange(after.draft(), remarks.inOrder());
            });
        });
    }

    private static void checkWhole(Content content, Remarks remarks) {
        Integer limit = content.awayLimit();
        if (limit != null && (limit < 1 || limit > Waitlists.MAX_AWAY_LIMIT)) {
            remarks.add(
                    Severity.ERROR,
                    null,
                    new Place.Field("awayLimit"),
                    limit,
                    "number-out-of-bounds",
                    limit,
                    1,
                    Waitlists.MAX_AWAY_LIMIT);
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
}
