package no.alisplass.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Result;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;

/**
 * Puts other seat counts into a problem. What a shared position gives is not counted as either department's. Seats that are taken away are those of the
 * department's last positions; those that are added are of its first.
 */
public final class SeatChanges {
    private final AllocationProblem problem;
    private final Map<Place, List<ResourceId>> seats = new TreeMap<>();

    private record Place(String department, HalfYear halfYear) implements Comparable<Place> {
        static Place of(SeatChange change) {
            return new Place(change.department().value(), change.halfYear());
        }

        @Override
        public int compareTo(Place other) {
            int byDepartment = department.compareTo(other.department);
            return byDepartment != 0 ? byDepartment : halfYear.compareTo(other.halfYear);
        }
    }

    public SeatChanges(AllocationProblem problem) {
        this.problem = problem;
        Map<Place, Set<ResourceId>> found = new TreeMap<>();
        for (Doctor doctor : problem.doctors()) {
            for (Option option : doctor.options()) {
                for (Stay stay : option.stays()) {
                    if (stay.legs().size() == 1) {
                        Place place = new Place(stay.legs().get(0).department().value(), stay.halfYear());
                        found.computeIfAbsent(place, key -> new LinkedHashSet<>())
                                .add(ResourceId.seat(stay.position(), stay.halfYear()));
                    }
                }
            }
        }
        found.forEach((place, ids) -> seats.put(place, ids.stream().sorted().toList()));
    }

    public boolean knows(SeatChange change) {
        return seats.containsKey(Place.of(change));
    }

    /** What there is, by department, then half-year. */
    public List<SeatChange> now() {
        Map<ResourceId, Integer> capacity = capacities();
        List<SeatChange> now = new ArrayList<>();
        seats.forEach((place, ids) -> now.add(new SeatChange(
                new DepartmentId(place.department()),
                place.halfYear(),
                ids.stream().mapToInt(capacity::get).sum())));
        return now;
    }

    /** The position in which a place's added seats are; it is one that {@link #knows}. */
    public ResourceId first(SeatChange place) {
        return seats.get(Place.of(place)).get(0);
    }

    /** How many there are of each resource, in the problem's order, with the changes, each of a place that {@link #knows}. */
    public int[] capacity(List<SeatChange> changes) {
        Map<ResourceId, Integer> capacity = capacities();
        changes.forEach(change -> spread(capacity, seats.get(Place.of(change)), change.seats()));
        return problem.resources().stream()
                .mapToInt(resource -> capacity.get(resource.id()))
                .toArray();
    }

    private Map<ResourceId, Integer> capacities() {
        return problem.resources().stream()
                .collect(Collectors.toMap(Resource::id, Resource::capacity, (a, b) -> a, TreeMap::new));
    }

    /** The problem with the changes; refused where no doctor could be offered a seat there at all, and
     * where a place stands twice. */
    public Result<AllocationProblem> apply(List<SeatChange> changes) {
        Map<ResourceId, Integer> capacity = capacities();
        List<Finding> faults = new ArrayList<>();
        Set<Place> asked = new HashSet<>();
        for (int i = 0; i < changes.size(); i++) {
            SeatChange change = changes.get(i);
            List<ResourceId> places = seats.get(Place.of(change));
            if (!asked.add(Place.of(change))) {
                faults.add(Finding.of(
                        "seats[" + i + "]",
                        change.department(),
                        "scenario.seat-twice",
                        change.department(),
                        change.halfYear()));
            } else if (places == null) {
                faults.add(Finding.of(
                        "seats[" + i + "]",
                        change.department(),
                        "scenario.no-such-seat",
                        change.department(),
                        change.halfYear()));
            } else {
                spread(capacity, places, change.seats());
            }
        }
        if (!faults.isEmpty()) {
            return Result.invalid(faults);
        }
        List<Resource> resources = problem.resources().stream()
                .map(resource -> new Resource(resource.id(), capacity.get(resource.id())))
                .toList();
        return Result.done(new AllocationProblem(problem.objective(), problem.doctors(), resources));
    }

    /** Keeps what the positions have as far as it goes; what is more goes to the first of them. */
    private static void spread(Map<ResourceId, Integer> capacity, List<ResourceId> places, int seats) {
        int left = seats;
        for (ResourceId place : places) {
            int kept = Math.min(left, capacity.get(place));
            capacity.put(place, kept);
            left -= kept;
        }
        capacity.merge(places.get(0), left, Integer::sum);
    }
}
