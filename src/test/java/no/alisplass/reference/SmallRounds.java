package no.alisplass.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Objective;
import no.alisplass.domain.PositionId;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;

/**
 * Random rounds small enough to try every outcome, mixing everything at once: strict and tied tiers with gaps, pairs,
 * single first parts that are worth less, positions of two departments, limits of municipalities, no room at all, pins.
 */
public final class SmallRounds {
    private static final HalfYear FIRST = HalfYear.parse("2027-V");
    private static final Comparator<Option> BEST_FIRST = Comparator.comparingInt(Option::tier);

    private final Random random;
    private final int positions;
    private final int halfYears;
    private final int areas;
    private final List<Resource> resources = new ArrayList<>();

    private SmallRounds(long seed) {
        random = new Random(seed);
        positions = 1 + random.nextInt(4);
        halfYears = 1 + random.nextInt(3);
        areas = random.nextInt(3);
    }

    public static AllocationProblem random(long seed) {
        return new SmallRounds(seed).problem();
    }

    private AllocationProblem problem() {
        int mostSeats = 1 + random.nextInt(2);
        for (int h = 0; h < halfYears; h++) {
            for (int p = 0; p < positions; p++) {
                resources.add(new Resource(seat(p, h), random.nextInt(mostSeats + 1)));
            }
            for (int a = 0; a < areas; a++) {
                resources.add(new Resource(away(a, h), random.nextInt(6) == 0 ? 0 : 1 + random.nextInt(2)));
            }
        }
        int count = 1 + random.nextInt(7);
        int worstTier = 1 + random.nextInt(4);
        List<Doctor> doctors = new ArrayList<>();
        for (int d = 0; d < count; d++) {
            doctors.add(doctor(d, worstTier));
        }
        pinSome(doctors);
        Objective objective = random.nextBoolean() ? Objective.WISHES_FIRST : Objective.PLACEMENTS_FIRST;
        return new AllocationProblem(objective, doctors, resources);
    }

    private Doctor doctor(int number, int worstTier) {
        int area = areas == 0 ? -1 : random.nextInt(areas + 1) - 1;
        boolean twoPart = halfYears > 1 && random.nextInt(10) < 4;
        int wanted = random.nextInt(6);
        Set<Option> options = new LinkedHashSet<>();
        for (int i = 0; i < wanted; i++) {
            int p = random.nextInt(positions);
            int h = random.nextInt(halfYears);
            int tier = random.nextInt(worstTier);
            boolean pair = twoPart && h + 1 < halfYears && random.nextInt(4) > 0;
            if (pair) {
                options.add(option(tier, area, List.of(p, random.nextInt(positions)), h));
            } else {
                options.add(option(twoPart ? tier + worstTier : tier, area, List.of(p), h));
            }
        }
        List<Option> sorted = new ArrayList<>(options);
        sorted.sort(BEST_FIRST);
        return new Doctor(DoctorId.ofPosition(number + 1), sorted, false);
    }

    private Option option(int tier, int area, List<Integer> parts, int from) {
        List<Stay> stays = new ArrayList<>();
        Set<ResourceId> uses = new LinkedHashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            int p = parts.get(i);
            DepartmentId department = new DepartmentId("department-" + p);
            // Every third position is shared by two departments: still one seat.
            List<Leg> legs = p % 3 == 2
                    ? List.of(new Leg(department, 3), new Leg(new DepartmentId("other-" + p), 3))
                    : List.of(new Leg(department, 6));
            stays.add(new Stay(new PositionId("position-" + p), FIRST.plus(from + i), legs));
            uses.add(seat(p, from + i));
            if (area >= 0) {
                uses.add(away(area, from + i));
            }
        }
        return new Option(tier, stays, List.copyOf(uses));
    }

    /** Pins doctors, whatever their place, to an option while the pins fit together, or to none. */
    private void pinSome(List<Doctor> doctors) {
        if (random.nextInt(3) > 0) {
            return;
        }
        List<ResourceId> taken = new ArrayList<>();
        for (int d = 0; d < doctors.size(); d++) {
            Doctor doctor = doctors.get(d);
            if (random.nextInt(3) > 0) {
                continue;
            }
            List<Option> kept = new ArrayList<>();
            if (!doctor.options().isEmpty() && random.nextInt(4) > 0) {
                Option option =
                        doctor.options().get(random.nextInt(doctor.options().size()));
                List<ResourceId> with = new ArrayList<>(taken);
                with.addAll(option.uses());
                if (resources.stream()
                        .allMatch(r -> with.stream().filter(r.id()::equals).count() <= r.capacity())) {
                    taken.addAll(option.uses());
                    kept.add(option);
                }
            }
            doctors.set(d, new Doctor(doctor.id(), kept, true));
        }
    }

    private static ResourceId seat(int position, int halfYear) {
        return ResourceId.seat(new PositionId("position-" + position), FIRST.plus(halfYear));
    }

    private static ResourceId away(int area, int halfYear) {
        return new ResourceId("away:area-" + area + ":" + FIRST.plus(halfYear));
    }

    /** The same with tiers without gaps, as those of a round must be. */
    public static AllocationProblem dense(AllocationProblem problem) {
        return new AllocationProblem(
                problem.objective(),
                problem.doctors().stream()
                        .map(doctor -> new Doctor(doctor.id(), dense(doctor.options()), doctor.pinned()))
                        .toList(),
                problem.resources());
    }

    private static List<Option> dense(List<Option> options) {
        List<Option> dense = new ArrayList<>();
        int tier = -1;
        for (int o = 0; o < options.size(); o++) {
            Option option = options.get(o);
            tier += o == 0 || option.tier() != options.get(o - 1).tier() ? 1 : 0;
            dense.add(new Option(tier, option.stays(), option.uses()));
        }
        return dense;
    }
}
