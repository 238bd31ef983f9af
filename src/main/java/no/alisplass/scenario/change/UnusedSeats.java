package no.alisplass.scenario.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;
import no.alisplass.scenario.change.Outcome.Cause;
import no.alisplass.scenario.change.Outcome.Unused;
import no.alisplass.scenario.change.Outcome.Why;
import no.alisplass.snapshot.InadmissibleStay;
import no.alisplass.snapshot.OfferRule;
import no.alisplass.snapshot.OfferedStay;

/** The seats nobody has, and for each of those who wait what keeps them from having one. */
final class UnusedSeats {
    private static final Comparator<Why> MOST_FIRST = Comparator.comparingInt((Why why) -> -why.doctors())
            .thenComparing(Why::cause)
            .thenComparing(Why::rule, Comparator.nullsLast(Comparator.naturalOrder()));

    private final World world;
    private final List<Doctor> waiting = new ArrayList<>();
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

    /** @param held what each doctor of the problem has; nothing for who waits */
    UnusedSeats(World world, AllocationProblem problem, Map<DoctorId, List<Stay>> held) {
        this.world = world;
        for (Resource resource : problem.resources()) {
            left.put(resource.id(), resource.capacity());
        }
        for (Doctor doctor : problem.doctors()) {
            List<Stay> stays = held.get(doctor.id());
            if (stays.isEmpty()) {
                waiting.add(doctor);
            } else {
                doctor.options().stream()
                        .filter(option -> option.stays().equals(stays))
                        .findFirst()
                        .orElseThrow()
                        .uses()
                        .forEach(use -> left.merge(use, -1, Integer::sum));
            }
        }
    }

    List<Unused> list() {
        Map<Place, List<OfferedStay>> places = new TreeMap<>();
        for (OfferedStay stay : world.offered()) {
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
                why(stays.get(0)))));
        return list;
    }

    private static List<DepartmentId> departments(Stay stay) {
        return stay.legs().stream().map(Leg::department).toList();
    }

    private List<Why> why(OfferedStay stay) {
        Map<Ground, Integer> counts = new HashMap<>();
        waiting.forEach(doctor -> counts.merge(ground(doctor, stay), 1, Integer::sum));
        List<Why> why = new ArrayList<>();
        counts.forEach((ground, doctors) -> why.add(new Why(ground.cause(), ground.rule(), doctors)));
        why.sort(MOST_FIRST);
        return why;
    }

    private Ground ground(Doctor doctor, OfferedStay stay) {
        if (doctor.pinned()) {
            return new Ground(Cause.BY_HAND, null);
        }
        List<Option> with = doctor.options().stream()
                .filter(option -> option.uses().contains(stay.seat()))
                .toList();
        if (with.isEmpty()) {
            return new Ground(Cause.NOT_OFFERED, rules(doctor.id()).get(stay.seat()));
        }
        Cause cause = Cause.OTHER_PART;
        for (Option option : with) {
            List<ResourceId> full =
                    option.uses().stream().filter(use -> left.get(use) <= 0).toList();
            if (full.isEmpty()) {
                return new Ground(Cause.OPEN, null);
            }
            if (full.stream().allMatch(use -> use.away().isPresent())) {
                cause = Cause.LIMIT;
            }
        }
        return new Ground(cause, null);
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
