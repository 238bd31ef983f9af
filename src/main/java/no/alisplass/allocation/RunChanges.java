package no.alisplass.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Finding;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HprNumber;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.ResourceId;
import no.alisplass.snapshot.IneligibleDoctor;
import no.alisplass.snapshot.OfferedStay;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.snapshot.Supply;
import no.alisplass.snapshot.TakenEarlier;

/** What is no longer as it was when a run was frozen, each thing in one sentence. */
final class RunChanges {
    private final Snapshot then;
    private final Snapshot now;
    private final List<Finding> changes = new ArrayList<>();

    private RunChanges(Snapshot then, Snapshot now) {
        this.then = then;
        this.now = now;
    }

    /** None when both give the same doctors the same: what does not touch the round is no change of it. */
    static List<Finding> between(Snapshot then, Snapshot now) {
        if (then.isSameAs(now)) {
            return List.of();
        }
        RunChanges found = new RunChanges(then, now);
        found.lists();
        found.facts();
        found.settledLists();
        found.approvals();
        found.seats();
        found.catchment();
        found.pins();
        if (found.changes.isEmpty()) {
            found.say("rules");
        }
        return found.changes;
    }

    private void say(String what, Object... arguments) {
        changes.add(Finding.of("problemHash", null, "allocation.changed-" + what, arguments));
    }

    private void lists() {
        Map<AreaCode, Long> before = new HashMap<>();
        then.roster().submissions().forEach(list -> before.put(list.area(), list.version()));
        for (Roster.Submitted list : now.roster().submissions()) {
            Long version = before.get(list.area());
            if (version == null) {
                say("list-new", list.area());
            } else if (version != list.version()) {
                say("list", list.area());
            }
        }
    }

    /** Doctors of lists that stand, of whom something else is known, counted the same way: what an approved round has corrected. */
    private void facts() {
        Map<AreaCode, Long> lists = new HashMap<>();
        then.roster().submissions().forEach(list -> lists.put(list.area(), list.version()));
        Set<AreaCode> stand = new LinkedHashSet<>();
        now.roster().submissions().stream()
                .filter(list -> Objects.equals(lists.get(list.area()), list.version()))
                .forEach(list -> stand.add(list.area()));
        for (RosterEntry entry : now.roster().entries()) {
            Candidate known = entry.facts();
            then.roster()
                    .entry(known.hpr())
                    .map(RosterEntry::facts)
                    .filter(was -> stand.contains(known.area()) && Objects.equals(was.countedTo(), known.countedTo()))
                    .filter(was -> !own(was).equals(own(known)))
                    .ifPresent(was -> say("facts", entry.name()));
        }
    }

    /** What is known of the doctor, and not of the area or the hospital. */
    private static List<Object> own(Candidate facts) {
        return Arrays.asList(
                facts.employment(),
                facts.scheme(),
                facts.countedService(),
                facts.openPractice(),
                facts.progress(),
                facts.interrupted(),
                facts.institutionMonthsLeft());
    }

    /** Doctors on several lists of whom something else is settled now. */
    private void settledLists() {
        Map<HprNumber, List<String>> before = onSeveralLists(then.roster());
        Map<HprNumber, List<String>> after = onSeveralLists(now.roster());
        now.roster().notEligible().stream()
                .filter(one -> after.containsKey(one.facts().hpr()))
                .filter(one -> !after.get(one.facts().hpr())
                        .equals(before.get(one.facts().hpr())))
                .map(IneligibleDoctor::name)
                .distinct()
                .forEach(name -> say("two-lists", name));
    }

    private static Map<HprNumber, List<String>> onSeveralLists(Roster roster) {
        Map<HprNumber, List<String>> listed = new HashMap<>();
        roster.notEligible().stream().filter(IneligibleDoctor::onSeveralLists).forEach(one -> listed.computeIfAbsent(
                        one.facts().hpr(), unseen -> new ArrayList<>())
                .add(one.facts().area() + " " + one.reasons().get(0).code()));
        return listed;
    }

    /** Rounds that were approved meanwhile, and what they gave doctors of this one. */
    private void approvals() {
        Set<String> known = titles(then.roster().offering());
        titles(now.roster().offering()).stream()
                .filter(title -> !known.contains(title))
                .forEach(title -> say("approved", title));
        Map<HprNumber, List<GivenStay>> before = given(then.roster());
        Map<HprNumber, String> names = new HashMap<>();
        now.roster().entries().forEach(one -> names.put(one.facts().hpr(), one.name()));
        now.roster().notEligible().forEach(one -> names.put(one.facts().hpr(), one.name()));
        given(now.roster()).forEach((hpr, stays) -> stays.stream()
                .filter(stay -> !before.getOrDefault(hpr, List.of()).contains(stay))
                .forEach(stay -> say("given", names.get(hpr), stay.halfYear(), stay.title())));
    }

    private static Set<String> titles(Supply offering) {
        Set<String> titles = new LinkedHashSet<>();
        Stream.concat(
                        offering.stays().stream().flatMap(stay -> stay.taken().stream()),
                        offering.away().stream().flatMap(away -> away.by().stream()))
                .map(TakenEarlier::title)
                .forEach(titles::add);
        return titles;
    }

    private static Map<HprNumber, List<GivenStay>> given(Roster roster) {
        Map<HprNumber, List<GivenStay>> given = new LinkedHashMap<>();
        roster.entries().forEach(one -> given.put(one.facts().hpr(), one.given()));
        roster.notEligible().forEach(one -> given.put(one.facts().hpr(), one.given()));
        return given;
    }

    private void seats() {
        Map<ResourceId, OfferedStay> before = new HashMap<>();
        then.roster().offering().stays().forEach(stay -> before.put(stay.seat(), stay));
        for (OfferedStay stay : now.roster().offering().stays()) {
            OfferedStay was = before.get(stay.seat());
            int seats = was == null ? 0 : inAll(was);
            if (seats != inAll(stay)) {
                say("seats", stay.stay().position(), stay.stay().halfYear(), seats, inAll(stay));
            } else if (was != null && seats > 0 && !was.stay().equals(stay.stay())) {
                say("position", stay.stay().position(), stay.stay().halfYear());
            }
        }
    }

    private static int inAll(OfferedStay stay) {
        return stay.seatsInAll() == null ? stay.seats() : stay.seatsInAll();
    }

    private void catchment() {
        List<Supply.Covered> before = then.roster().offering().covered();
        Set<AreaCode> known = new LinkedHashSet<>();
        before.forEach(one -> known.add(one.area()));
        now.roster().offering().covered().stream()
                .filter(one -> known.contains(one.area()) && !before.contains(one))
                .map(Supply.Covered::area)
                .distinct()
                .forEach(area -> say("catchment", area));
    }

    private void pins() {
        Map<HprNumber, Doctor> before = settled(then);
        Map<HprNumber, Doctor> after = settled(now);
        Set<HprNumber> all = new LinkedHashSet<>(before.keySet());
        all.addAll(after.keySet());
        for (HprNumber hpr : all) {
            String key = !after.containsKey(hpr) ? "pin-gone" : !before.containsKey(hpr) ? "pin-new" : "pin";
            if (!key.equals("pin") || !stays(before.get(hpr)).equals(stays(after.get(hpr)))) {
                Stream.of(now, then)
                        .flatMap(each -> each.roster().entry(hpr).stream())
                        .map(RosterEntry::name)
                        .findFirst()
                        .ifPresent(name -> say(key, name));
            }
        }
    }

    private static Map<HprNumber, Doctor> settled(Snapshot snapshot) {
        Map<HprNumber, Doctor> settled = new LinkedHashMap<>();
        for (int d = 0; d < snapshot.problem().doctors().size(); d++) {
            Doctor doctor = snapshot.problem().doctors().get(d);
            if (doctor.pinned()) {
                settled.put(snapshot.roster().entries().get(d).facts().hpr(), doctor);
            }
        }
        return settled;
    }

    private static Object stays(Doctor doctor) {
        return Objects.requireNonNull(doctor).options().stream()
                .map(option -> option.stays())
                .toList();
    }
}
