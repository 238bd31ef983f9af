package no.alisplass.offer.refill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Wishes;
import no.alisplass.offer.refill.Reserve.LastServed;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.refill.RefillDoctor;
import no.alisplass.refill.RefillMode;
import no.alisplass.refill.RefillPart;
import no.alisplass.refill.RefillProblem;
import no.alisplass.round.Round;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;

/** Counts, department by department, who wishes it: one pass through a round's doctors by rank. */
final class ReserveLines {
    private final Map<DepartmentId, Integer> inRound = new HashMap<>();
    private final Map<DepartmentId, Integer> waiting = new HashMap<>();

    private ReserveLines() {}

    /** Everyone who still waits for something wished, by rank. */
    static List<Reserve> of(Snapshot snapshot, RefillProblem problem) {
        return new ReserveLines().reserves(snapshot, problem);
    }

    private List<Reserve> reserves(Snapshot snapshot, RefillProblem problem) {
        List<Reserve> counted = new ArrayList<>();
        for (int d = 0; d < problem.doctors().size(); d++) {
            RosterEntry entry = snapshot.roster().entries().get(d);
            Set<DepartmentId> still = departments(wanted(problem.doctors().get(d), problem.mode()));
            List<Reserve.Place> places = new ArrayList<>();
            wished(entry.wishes(), snapshot.problem().doctors().get(d)).forEach((department, wish) -> {
                int placeInRound = inRound.merge(department, 1, Integer::sum);
                if (still.contains(department)) {
                    int place = waiting.merge(department, 1, Integer::sum);
                    places.add(new Reserve.Place(department, wish, place, 0, placeInRound, 0));
                }
            });
            if (!places.isEmpty()) {
                counted.add(new Reserve(
                        entry.facts().hpr(),
                        entry.doctor(),
                        entry.name(),
                        entry.facts().area(),
                        places));
            }
        }
        return counted.stream().map(this::withAll).toList();
    }

    /** How many there are in all is known at the end. */
    private Reserve withAll(Reserve one) {
        return new Reserve(
                one.hpr(),
                one.doctor(),
                one.name(),
                one.area(),
                one.places().stream()
                        .map(place -> new Reserve.Place(
                                place.department(),
                                place.wish(),
                                place.place(),
                                waiting.get(place.department()),
                                place.placeInRound(),
                                inRound.get(place.department())))
                        .toList());
    }

    private static Stream<Option> wanted(RefillDoctor doctor, RefillMode mode) {
        if (doctor.part() == RefillPart.WAITS) {
            return doctor.options().stream();
        }
        // Who holds a whole keeps it.
        return doctor.part() == RefillPart.UPGRADABLE
                        && mode == RefillMode.UPGRADES
                        && doctor.heldOption().stays().size() == 1
                ? doctor.options().stream()
                        .filter(option -> option.tier() < doctor.heldOption().tier())
                : Stream.empty();
    }

    private static Set<DepartmentId> departments(Stream<Option> options) {
        return options.flatMap(option -> option.stays().stream())
                .flatMap(stay -> stay.legs().stream())
                .map(leg -> leg.department())
                .collect(Collectors.toSet());
    }

    /** The departments the doctor has wished by name and could be offered, each with the number of the wish, by that. */
    private static Map<DepartmentId, Integer> wished(Wishes wishes, Doctor doctor) {
        Set<DepartmentId> offered = doctor.pinned() ? Set.of() : departments(doctor.options().stream());
        Map<DepartmentId, Integer> wished = new LinkedHashMap<>();
        for (int group = 0; group < wishes.ranked().size(); group++) {
            for (DepartmentId department : wishes.ranked().get(group)) {
                if (offered.contains(department)) {
                    wished.put(department, group + 1);
                }
            }
        }
        return wished;
    }

    /** How far each department of a round came. @param held what each doctor of it has */
    static List<LastServed> served(Round round, Snapshot snapshot, Map<HprNumber, Set<DepartmentId>> held) {
        Map<DepartmentId, Integer> all = new HashMap<>();
        Map<DepartmentId, Integer> last = new TreeMap<>();
        List<RosterEntry> entries = snapshot.roster().entries();
        for (int d = 0; d < entries.size(); d++) {
            Set<DepartmentId> has = held.getOrDefault(entries.get(d).facts().hpr(), Set.of());
            wished(entries.get(d).wishes(), snapshot.problem().doctors().get(d))
                    .keySet()
                    .forEach(department -> {
                        int place = all.merge(department, 1, Integer::sum);
                        if (has.contains(department)) {
                            last.put(department, place);
                        }
                    });
        }
        List<LastServed> served = new ArrayList<>();
        last.forEach((department, place) ->
                served.add(new LastServed(department, round.id(), round.title(), place, all.get(department))));
        return served;
    }
}
