package no.alisplass.scenario.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Option;
import no.alisplass.problem.ResourceId;
import no.alisplass.scenario.Compared;
import no.alisplass.scenario.count.SeatStep.Both;
import no.alisplass.scenario.count.SeatStep.Unused;
import no.alisplass.snapshot.Supply;

/** Which seats nobody takes, and why nobody does. */
final class UnusedSeats {
    private enum Why {
        LIMITED,
        PAIRED,
        OPEN
    }

    /** Seats that are told as one: of the same departments in the same half-year. */
    private record Place(List<DepartmentId> departments, HalfYear halfYear) {}

    private UnusedSeats() {}

    static List<Unused> of(Compared compared, List<Option> now, List<Option> then, Supply offering) {
        Map<ResourceId, Integer> leftNow = CountingCompared.left(compared.problem(), now);
        Map<ResourceId, Integer> left = CountingCompared.left(compared.changed(), then);
        Map<Place, List<ResourceId>> places = places(left, offering);
        List<Unused> unused = new ArrayList<>();
        places.forEach((place, seats) -> {
            Both both = new Both(sum(seats, leftNow), sum(seats, left));
            if (both.now() > 0 || both.then() > 0) {
                unused.add(of(place, both, seats, compared.changed(), then, left));
            }
        });
        return unused;
    }

    private static Map<Place, List<ResourceId>> places(Map<ResourceId, Integer> left, Supply offering) {
        Map<Place, List<ResourceId>> places = new TreeMap<>(Comparator.comparing(Place::halfYear)
                .thenComparing(place -> place.departments().toString()));
        for (ResourceId id : left.keySet()) {
            id.seat()
                    .flatMap(seat -> offering.stay(seat.position(), seat.halfYear()))
                    .ifPresent(offered -> places.computeIfAbsent(
                                    new Place(
                                            offered.stay().legs().stream()
                                                    .map(Leg::department)
                                                    .toList(),
                                            offered.stay().halfYear()),
                                    none -> new ArrayList<>())
                            .add(id));
        }
        return places;
    }

    private static int sum(List<ResourceId> seats, Map<ResourceId, Integer> left) {
        return seats.stream()
                .mapToInt(seat -> Math.max(0, left.getOrDefault(seat, 0)))
                .sum();
    }

    private static Unused of(
            Place place,
            Both both,
            List<ResourceId> seats,
            AllocationProblem problem,
            List<Option> held,
            Map<ResourceId, Integer> left) {
        Set<ResourceId> free =
                seats.stream().filter(seat -> left.getOrDefault(seat, 0) > 0).collect(Collectors.toSet());
        Map<Why, Integer> wanting = new HashMap<>();
        for (int d = 0; d < held.size(); d++) {
            Why why = why(problem.doctors().get(d), held.get(d), free, left);
            if (why != null) {
                wanting.merge(why, 1, Integer::sum);
            }
        }
        return new Unused(
                place.departments(),
                place.halfYear(),
                both,
                wanting.getOrDefault(Why.LIMITED, 0),
                wanting.getOrDefault(Why.PAIRED, 0),
                wanting.getOrDefault(Why.OPEN, 0));
    }

    /** Why the doctor does not have one of the free seats; null for one who would not rather have it. */
    private static Why why(Doctor doctor, Option held, Set<ResourceId> free, Map<ResourceId, Integer> left) {
        Why why = null;
        for (Option option : doctor.options()) {
            boolean rather = held == null || option.tier() < held.tier();
            if (rather && option.uses().stream().anyMatch(free::contains)) {
                List<ResourceId> missing = option.uses().stream()
                        .filter(use -> left.get(use) <= 0
                                && (held == null || !held.uses().contains(use)))
                        .toList();
                if (missing.isEmpty()) {
                    return Why.OPEN;
                }
                // A limit alone in the way is the nearer reason.
                boolean limit = missing.stream().allMatch(use -> use.away().isPresent());
                why = limit ? Why.LIMITED : why == null ? Why.PAIRED : why;
            }
        }
        return why;
    }
}
