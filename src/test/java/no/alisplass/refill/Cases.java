package no.alisplass.refill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.PositionId;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;

/** Refills at random, small or large. */
public final class Cases {
    public static final String ROUND = "0123456789abcdef".repeat(4);
    private static final HalfYear FIRST = HalfYear.parse("2028-V");

    /**
     * @param areas how many areas have limits; 0 for none
     * @param ties whether options may be equally good
     * @param wholes whether some doctors want both half-years
     * @param held how many in a hundred hold something
     */
    public record Shape(
            int doctors, int positions, int halfYears, int areas, boolean ties, boolean wholes, int wishes, int held) {}

    private final Random random;
    private final Shape shape;
    private final Map<ResourceId, Integer> free = new HashMap<>();

    private Cases(Random random, Shape shape) {
        this.random = random;
        this.shape = shape;
    }

    /** A few doctors and seats. */
    public static RefillProblem small(long seed, int halfYears, int areas, boolean ties, boolean wholes) {
        Random random = new Random(seed);
        int doctors = 1 + random.nextInt(5);
        int positions = 1 + random.nextInt(halfYears == 1 ? 4 : 3);
        return new Cases(
                        random,
                        new Shape(doctors, positions, halfYears, areas, ties, wholes, positions * halfYears, 55))
                .problem();
    }

    public static RefillProblem of(long seed, Shape shape) {
        return new Cases(new Random(seed), shape).problem();
    }

    /** One area whose doctors crowd at its limits in two half-years, and others who move between these: now and then one is left out. */
    public static RefillProblem crowded(long seed) {
        Random random = new Random(seed);
        Cases cases = new Cases(random, new Shape(0, 3, 2, 1, false, false, 0, 0));
        List<RefillDoctor> doctors = new ArrayList<>();
        List<Integer> spring = new ArrayList<>(List.of(0, 1, 2));
        Collections.shuffle(spring, random);
        int autumn = 3 + random.nextInt(3);
        // Who has the autumn as long as its holder does not come back for the spring that the second would take.
        List<List<Integer>> wanted = new ArrayList<>(
                List.of(List.of(autumn, spring.get(0)), List.of(spring.get(1)), List.of(spring.get(1), autumn)));
        List<Boolean> holds = new ArrayList<>(List.of(false, false, true));
        for (int more = random.nextInt(5); more >= 0; more--) {
            List<Integer> wishes = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
            Collections.shuffle(wishes, random);
            int place = random.nextInt(wanted.size() + 1);
            wanted.add(place, wishes.subList(0, 1 + random.nextInt(3)));
            holds.add(place, false);
        }
        for (int d = 0; d < wanted.size(); d++) {
            int area = holds.get(d) || random.nextInt(8) == 0 ? -1 : 0;
            List<Option> options = new ArrayList<>();
            wanted.get(d).forEach(seat -> options.add(cases.option(options.size(), List.of(seat), area)));
            DoctorId id = DoctorId.ofPosition(d + 1);
            doctors.add(
                    holds.get(d)
                            ? RefillDoctor.holding(id, true, options.size() - 1, options)
                            : RefillDoctor.waiting(id, options));
        }
        List<Resource> resources = new ArrayList<>();
        for (int h = 0; h < 2; h++) {
            for (int p = 0; p < 3; p++) {
                resources.add(new Resource(seat(p, h), 1));
            }
            resources.add(new Resource(away(0, h), 1));
        }
        return new RefillProblem(ROUND, RefillMode.UPGRADES, doctors, resources);
    }

    /** A whole country: two half-years, areas that can spare a few each, and departments that many wish and many that few do. */
    public static RefillProblem country(
            long seed, int doctors, int positions, int areas, int limit, int wishes, int held) {
        Random random = new Random(seed);
        Cases cases = new Cases(random, new Shape(doctors, positions, 2, areas, false, false, wishes, held));
        List<Resource> resources = new ArrayList<>();
        for (int h = 0; h < 2; h++) {
            for (int p = 0; p < positions; p++) {
                resources.add(new Resource(seat(p, h), 1));
            }
            for (int a = 0; a < areas; a++) {
                resources.add(new Resource(away(a, h), limit));
            }
        }
        Set<Integer> taken = new HashSet<>();
        List<RefillDoctor> all = new ArrayList<>();
        for (int d = 0; d < doctors; d++) {
            int area = random.nextInt(areas);
            Set<Integer> wanted = new LinkedHashSet<>();
            while (wanted.size() < wishes) {
                int position = (int) (positions * Math.pow(random.nextDouble(), 4));
                wanted.add(position + positions * random.nextInt(2));
            }
            List<Option> options = new ArrayList<>();
            wanted.forEach(seat -> options.add(cases.option(options.size(), List.of(seat), area)));
            List<Integer> seats = new ArrayList<>(wanted);
            int has = random.nextInt(100) < held ? wishes - 1 : -1;
            while (has >= 0 && taken.contains(seats.get(has))) {
                has--;
            }
            DoctorId id = DoctorId.ofPosition(d + 1);
            if (has >= 0) {
                taken.add(seats.get(has));
            }
            all.add(has < 0 ? RefillDoctor.waiting(id, options) : RefillDoctor.holding(id, true, has, options));
        }
        return new RefillProblem(ROUND, RefillMode.UPGRADES, all, resources);
    }

    private RefillProblem problem() {
        List<Resource> resources = new ArrayList<>();
        for (int h = 0; h < shape.halfYears; h++) {
            for (int p = 0; p < shape.positions; p++) {
                resources.add(new Resource(seat(p, h), random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(2)));
            }
            for (int a = 0; a < shape.areas; a++) {
                resources.add(new Resource(away(a, h), random.nextInt(3)));
            }
        }
        resources.forEach(resource -> free.put(resource.id(), resource.capacity()));
        List<RefillDoctor> doctors = new ArrayList<>();
        for (int d = 0; d < shape.doctors; d++) {
            doctors.add(doctor(DoctorId.ofPosition(d + 1)));
        }
        RefillMode mode = random.nextInt(4) == 0 ? RefillMode.WAITING_ONLY : RefillMode.UPGRADES;
        return new RefillProblem(ROUND, mode, doctors, resources);
    }

    private RefillDoctor doctor(DoctorId id) {
        List<Option> options = options(shape.areas == 0 ? -1 : random.nextInt(shape.areas + 1) - 1);
        if (random.nextInt(100) >= shape.held) {
            return random.nextInt(8) == 0 ? RefillDoctor.out(id, options) : RefillDoctor.waiting(id, options);
        }
        List<Integer> fit = new ArrayList<>();
        for (int o = 0; o < options.size(); o++) {
            if (options.get(o).uses().stream().allMatch(use -> use.seat().isEmpty() || free.get(use) > 0)) {
                fit.add(o);
            }
        }
        if (fit.isEmpty()) {
            return random.nextInt(8) == 0
                    ? new RefillDoctor(id, RefillPart.BY_HAND, null, List.of())
                    : RefillDoctor.waiting(id, options);
        }
        // Mostly something from the worse half, or there would be little to ask for.
        int held = fit.get(fit.size() - 1 - random.nextInt((fit.size() + 1) / 2));
        options.get(held).uses().forEach(use -> free.merge(use, -1, Integer::sum));
        return switch (random.nextInt(8)) {
            case 0 -> new RefillDoctor(id, RefillPart.BY_HAND, 0, List.of(options.get(held)));
            case 1, 2 -> RefillDoctor.holding(id, false, held, options);
            default -> RefillDoctor.holding(id, true, held, options);
        };
    }

    private List<Option> options(int area) {
        List<List<Integer>> offers = new ArrayList<>();
        for (int seat = 0; seat < shape.positions * shape.halfYears; seat++) {
            offers.add(List.of(seat));
        }
        Collections.shuffle(offers, random);
        int some = Math.min(offers.size(), shape.wishes);
        offers = new ArrayList<>(offers.subList(0, random.nextInt(4) == 0 ? random.nextInt(some + 1) : some));
        if (shape.wholes && random.nextInt(3) > 0) {
            Set<List<Integer>> pairs = new LinkedHashSet<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                pairs.add(List.of(random.nextInt(shape.positions), shape.positions + random.nextInt(shape.positions)));
            }
            // The whole before a part, as a rule.
            offers.addAll(random.nextInt(4) == 0 ? random.nextInt(offers.size() + 1) : 0, pairs);
        }
        List<Option> options = new ArrayList<>();
        int tier = random.nextInt(2);
        for (List<Integer> offer : offers) {
            options.add(option(tier, offer, area));
            tier += shape.ties && random.nextInt(3) == 0 ? 0 : 1;
        }
        return options;
    }

    private Option option(int tier, List<Integer> seats, int area) {
        List<Stay> stays = new ArrayList<>();
        List<ResourceId> uses = new ArrayList<>();
        for (int seat : seats) {
            int position = seat % shape.positions;
            int halfYear = seat / shape.positions;
            stays.add(stay(position, halfYear));
            uses.add(seat(position, halfYear));
            if (area >= 0) {
                uses.add(away(area, halfYear));
            }
        }
        return new Option(tier, stays, uses);
    }

    static Stay stay(int position, int halfYear) {
        return new Stay(
                new PositionId("position-" + position),
                FIRST.plus(halfYear),
                List.of(new Leg(new DepartmentId("department-" + position), 6)));
    }

    static ResourceId seat(int position, int halfYear) {
        return ResourceId.seat(new PositionId("position-" + position), FIRST.plus(halfYear));
    }

    static ResourceId away(int area, int halfYear) {
        return ResourceId.away("a0" + (area + 1), FIRST.plus(halfYear));
    }
}
