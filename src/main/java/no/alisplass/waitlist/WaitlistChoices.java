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
import java.util.Set;
import java.util.function.BiFunction;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.doctor.Readiness;
import no.alisplass.domain.message.Message;
import no.alisplass.domain.message.Place;
import no.alisplass.register.ListedDoctors;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.register.grid.Grid;

/**
 * Whom of its register an area's list has, and in which order. Nothing of the doctors is changed. A change names the version of the
 * draft it edits ({@code expectedVersion}); another is refused as CONFLICT, an unknown round or area as NOT_FOUND.
 */
@ApplicationScoped
public class WaitlistChoices {
    private final Drafts drafts;
    private final DraftChanges changes;
    private final ListedDoctors register;

    @Inject
    WaitlistChoices(Drafts drafts, DraftChanges changes, ListedDoctors register) {
        this.drafts = drafts;
        this.changes = changes;
        this.register = register;
    }

    /** Takes an entry away. @param number its place in the draft, from 1 */
    @Transactional
    public Result<DraftChange> remove(RoundId round, AreaCode area, int number, Long expectedVersion) {
        return choose(round, area, expectedVersion, "entry-removed", (open, drawn) -> DraftChanges.at(
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

    /** A change of whom the list has and in which order. How many can be away at once is as it was for the round before, at first. */
    private Result<DraftChange> choose(
            RoundId round,
            AreaCode area,
            Long expectedVersion,
            String what,
            BiFunction<WaitlistRounds.Open, Drafts.Drawn, Result<List<Chosen>>> change) {
        return changes.change(round, area, expectedVersion, what, (open, before) -> change.apply(open, before)
                .map(chosen -> new DraftChanges.Written(awayLimit(open, before), chosen, null)));
    }

    private Integer awayLimit(WaitlistRounds.Open open, Drafts.Drawn before) {
        Submission draft = before.draft();
        return draft.version() > 0
                ? draft.awayLimit()
                : drafts.sentBefore(open.round(), draft.area())
                        .map(Submission::awayLimit)
                        .orElse(null);
    }
}
