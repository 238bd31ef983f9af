package no.alisplass.waitlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.message.Message;
import no.alisplass.domain.message.Place;
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
    private final DraftChanges changes;
    private final WaitlistRounds rounds;
    private final ListedDoctors register;
    private final ListLog log;

    @Inject
    WaitlistEdits(DraftChanges changes, WaitlistRounds rounds, ListedDoctors register, ListLog log) {
        this.changes = changes;
        this.rounds = rounds;
        this.register = register;
        this.log = log;
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
        return editEntries(round, area, expectedVersion, "entry-changed", entries -> DraftChanges.at(number, entries)
                .map(index -> {
                    entries.set(index, entry);
                    return entries;
                }));
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
        return changes.change(round, area, expectedVersion, what, (open, before) -> change.apply(before.draft())
                .then(content -> {
                    Remarks remarks = Waitlists.checked(open, content.entries());
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
                    return Result.done(
                            new DraftChanges.Written(content.awayLimit(), chosen(before, content.entries()), remarks));
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
}
