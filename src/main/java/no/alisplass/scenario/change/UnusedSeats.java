package no.alisplass.scenario.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Option;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;
import no.alisplass.scenario.change.Outcome.Cause;
import no.alisplass.scenario.change.Outcome.Unused;
import no.alisplass.scenario.change.Outcome.Why;
import no.alisplass.snapshot.InadmissibleStay;
import no.alisplass.snapshot.OfferRule;
import no.alisplass.snapshot.OfferedStay;

/** The seats nobody has, and for each of those who wait, or would rather have one than what they get, what keeps them from it. */
final class UnusedSeats {
    private static final Comparator<Why> MOST_FIRST = Comparator.comparingInt(
                    (Why why) -> -why.doctors() - why.placed())
            .thenComparing(Why::cause)
            .thenComparing(Why::rule, Comparator.nullsLast(Comparator.naturalOrder()));

    private final World world;
    private final List<Doctor> doctors;
    private final List<Option> held;
    private final Map<ResourceId, Integer> left = new HashMap<>();
    private final Map<DoctorId, Map<ResourceId, OfferRule>> rules = new HashMap<>();

    private record Place(HalfYear halfYear, String departments) implements Comparable<Place> {
        static Place of(Stay stay) {
            return new Place(
                    stay.halfYear(),
                    String.join(
                            "+",
                            stay.legs().stream()
                                    .map(leg -> leg.department().value())
                                    .toList()));
        }

        @Override
        public int compareTo(Place other) {
            int byTime = halfYear.compareTo(other.halfYear);
            return byTime != 0 ? byTime : departments.compareTo(other.departments);
        }
    }

    private record Ground(Cause cause, OfferRule rule) {}

    /** @param held what each doctor of the problem has, in their order; null for who waits */
    UnusedSeats(World world, AllocationProblem problem, List<Option> held) {
        this.world = world;
        this.held = held;
        doctors = problem.doctors();
        problem.resources().forEach(resource -> left.put(resource.id(), resource.capacity()));
        held.stream().filter(Objects::nonNull).forEach(option -> option.uses()
                .forEach(use -> left.merge(use, -1, Integer::sum)));
    }

    List<Unused> list() {
        Map<Place, List<OfferedStay>> places = new TreeMap<>();
        for (OfferedStay stay : world.seats().offered()) {
            if (left.getOrDefault(stay.seat(), 0) > 0) {
                places.computeIfAbsent(Place.of(stay.stay()), place -> new ArrayList<>())
                        .add(stay);
            }
        }
        List<Unused> list = new ArrayList<>();
        places.forEach((place, stays) -> list.add(new Unused(
                departments(stays.get(0).stay()),
                place.halfYear(),
                stays.stream().mapToInt(stay -> left.get(stay.seat())).sum(),
                why(stays.stream().map(OfferedStay::seat).toList()))));
        return list;
    }

    private static List<DepartmentId> departments(Stay stay) {
        return stay.legs().stream().map(Leg::department).toList();
    }

    /** @param seats which of them are left */
    private List<Why> why(List<ResourceId> seats) {
        Map<Ground, int[]> counts = new HashMap<>();
        for (int d = 0; d < doctors.size(); d++) {
            Ground ground =
                    held.get(d) == null ? ground(doctors.get(d), seats) : rather(doctors.get(d), held.get(d), seats);
            if (ground != null) {
                counts.computeIfAbsent(ground, none -> new int[2])[held.get(d) == null ? 0 : 1]++;
            }
        }
        List<Why> why = new ArrayList<>();
        counts.forEach((ground, count) -> why.add(new Why(ground.cause(), ground.rule(), count[0], count[1])));
        why.sort(MOST_FIRST);
        return why;
    }

    private Ground ground(Doctor doctor, List<ResourceId> seats) {
        if (doctor.pinned()) {
            return new Ground(Cause.BY_HAND, null);
        }
        Cause cause = cause(doctor.options(), List.of(), seats);
        if (cause != null) {
            return new Ground(cause, null);
        }
        Map<ResourceId, OfferRule> rules = rules(doctor.id());
        return new Ground(
                Cause.NOT_OFFERED,
                seats.stream()
                        .map(rules::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    /** Null for who would not rather have one. */
    private Ground rather(Doctor doctor, Option held, List<ResourceId> seats) {
        List<Option> better = doctor.options().stream()
                .filter(option -> option.tier() < held.tier())
                .toList();
        Cause cause = cause(better, held.uses(), seats);
        return cause == null ? null : new Ground(cause, null);
    }

    /** What keeps a doctor from all of the options with one of the seats; the nearest reason there is; null where there is no such option. */
    private Cause cause(List<Option> options, List<ResourceId> own, List<ResourceId> seats) {
        Cause cause = null;
        for (Option option : options) {
            if (option.uses().stream().noneMatch(seats::contains)) {
                continue;
            }
            List<ResourceId> full = option.uses().stream()
                    .filter(use -> left.get(use) <= 0 && !own.contains(use))
                    .toList();
            if (full.isEmpty()) {
                return Cause.OPEN;
            }
            // A limit alone in the way is the nearer reason.
            boolean limit = full.stream().allMatch(use -> use.away().isPresent());
            cause = limit ? Cause.LIMIT : cause == null ? Cause.OTHER_PART : cause;
        }
        return cause;
    }

    private Map<ResourceId, OfferRule> rules(DoctorId doctor) {
        return rules.computeIfAbsent(doctor, id -> {
            Map<ResourceId, OfferRule> found = new HashMap<>();
            for (InadmissibleStay out : world.built(world.people().get(id)).leftOut()) {
                found.put(ResourceId.seat(out.position(), out.halfYear()), out.reason());
            }
            return found;
        });
    }
}
