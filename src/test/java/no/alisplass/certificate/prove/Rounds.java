package no.alisplass.certificate.prove;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Objective;
import no.alisplass.domain.PositionId;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Option;
import no.alisplass.problem.Placement;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;

/** Made-up rounds, the same for the same seed. */
public final class Rounds {
    private static final HalfYear FIRST = HalfYear.parse("2027-V");

    private Rounds() {}

    /** A round small enough to try every outcome of: ties, options of up to three resources, pinned doctors. */
    public static AllocationProblem small(long seed) {
        Random random = new Random(seed);
        Objective objective = random.nextBoolean() ? Objective.WISHES_FIRST : Objective.PLACEMENTS_FIRST;
        List<Resource> resources = new ArrayList<>();
        int count = 2 + random.nextInt(5);
        for (int r = 0; r < count; r++) {
            resources.add(new Resource(
                    ResourceId.seat(new PositionId("p" + r), FIRST.plus(r)), random.nextInt(8) == 0 ? 2 : 1));
        }
        int most = 1 + random.nextInt(3);
        int[] left = resources.stream().mapToInt(Resource::capacity).toArray();
        List<Doctor> doctors = new ArrayList<>();
        int size = 2 + random.nextInt(5);
        for (int d = 0; d < size; d++) {
            List<Option> options = new ArrayList<>();
            int tier = random.nextInt(6) == 0 ? 1 : 0;
            for (int o = random.nextInt(5); o > 0; o--) {
                TreeSet<Integer> uses = new TreeSet<>();
                for (int u = 1 + random.nextInt(most); u > 0; u--) {
                    uses.add(random.nextInt(count));
                }
                options.add(new Option(
                        tier,
                        uses.stream().map(r -> stay(r, FIRST.plus(r))).toList(),
                        uses.stream().map(r -> resources.get(r).id()).toList()));
                tier += random.nextInt(5) < 2 ? 0 : 1 + random.nextInt(10) / 9;
            }
            boolean pinned = random.nextInt(8) == 0;
            if (pinned && !options.isEmpty()) {
                Option only = options.get(random.nextInt(options.size()));
                List<Integer> uses = only.uses().stream()
                        .map(id -> Integer.parseInt(id.value().substring(6, 7)))
                        .toList();
                if (uses.stream().allMatch(r -> left[r] > 0)) {
                    uses.forEach(r -> left[r]--);
                    options = List.of(only);
                } else {
                    options = List.of();
                }
            }
            doctors.add(new Doctor(id(d), pinned ? options : dense(options), pinned));
        }
        return new AllocationProblem(objective, doctors, resources);
    }

    /** The same options with tiers 0, 1, 2 … */
    private static List<Option> dense(List<Option> options) {
        List<Option> dense = new ArrayList<>();
        int tier = -1;
        int before = -1;
        for (Option option : options) {
            tier += option.tier() > before ? 1 : 0;
            before = option.tier();
            dense.add(new Option(tier, option.stays(), option.uses()));
        }
        return dense;
    }

    /**
     * A round of skewed wishes.
     *
     * @param twoPart the share of doctors who need two stays in different departments and half-years
     * @param limited whether each of 20 municipalities spares one doctor at a time
     */
    public record Shape(
            Objective objective,
            int doctors,
            int hospitals,
            int departments,
            int halfYears,
            int seats,
            double twoPart,
            boolean limited,
            double tied) {}

    /** Seats are {@code shape.seats} for each department and half-year. */
    public static AllocationProblem popular(Shape shape, long seed) {
        Random random = new Random(seed);
        List<HalfYear> halfYears = new ArrayList<>();
        for (int h = 0; h < shape.halfYears; h++) {
            halfYears.add(HalfYear.parse((2027 + h / 2) + (h % 2 == 0 ? "-V" : "-H")));
        }
        List<Resource> resources = new ArrayList<>();
        for (int p = 0; p < shape.hospitals * shape.departments; p++) {
            for (HalfYear halfYear : halfYears) {
                resources.add(new Resource(ResourceId.seat(new PositionId("p" + p), halfYear), shape.seats));
            }
        }
        int areas = shape.limited ? Math.max(20, shape.doctors / 3) : 0;
        for (int a = 0; a < areas; a++) {
            for (HalfYear halfYear : halfYears) {
                resources.add(new Resource(ResourceId.away(area(a), halfYear), 1));
            }
        }
        List<Doctor> doctors = new ArrayList<>();
        for (int d = 0; d < shape.doctors; d++) {
            doctors.add(new Doctor(id(d), options(shape, random, halfYears, areas), false));
        }
        return new AllocationProblem(shape.objective, doctors, resources);
    }

    private static List<Option> options(Shape shape, Random random, List<HalfYear> halfYears, int areas) {
        int home = random.nextInt(shape.hospitals);
        Map<Integer, Integer> rank = new HashMap<>();
        int wishes = 1 + random.nextInt(Math.min(8, shape.departments));
        int value = 0;
        while (rank.size() < wishes) {
            double skew = Math.pow(random.nextDouble(), 1.8);
            int department = (int) (skew * shape.departments);
            int hospital = shape.hospitals > 1 && random.nextInt(10) == 0 ? random.nextInt(shape.hospitals) : home;
            if (rank.putIfAbsent(hospital * shape.departments + department, value) == null) {
                value += random.nextDouble() < shape.tied ? 0 : 1;
            }
        }
        boolean departmentMatters = random.nextBoolean();
        int area = areas == 0 ? 0 : random.nextInt(areas);
        List<long[]> scored = new ArrayList<>();
        List<List<Stay>> stays = new ArrayList<>();
        boolean two = random.nextDouble() < shape.twoPart;
        List<Integer> departments = new TreeSet<>(rank.keySet()).stream().toList();
        for (int first : departments) {
            for (int h = 0; h < halfYears.size(); h++) {
                if (!two) {
                    stays.add(List.of(stay(first, halfYears.get(h))));
                    scored.add(new long[] {rank.get(first), h});
                    continue;
                }
                for (int second : departments) {
                    for (int g = h + 1; g < halfYears.size() && second != first; g++) {
                        stays.add(List.of(stay(first, halfYears.get(h)), stay(second, halfYears.get(g))));
                        scored.add(new long[] {rank.get(first) + rank.get(second), h});
                    }
                }
                if (h == halfYears.size() - 1) {
                    stays.add(List.of(stay(first, halfYears.get(h))));
                    scored.add(new long[] {100 + rank.get(first), h});
                }
            }
        }
        List<Integer> order = new ArrayList<>();
        Map<Integer, Long> worth = new HashMap<>();
        for (int o = 0; o < stays.size(); o++) {
            long[] s = scored.get(o);
            worth.put(o, departmentMatters ? s[0] * 1000 + s[1] : s[1] * 1000 + s[0]);
            order.add(o);
        }
        order.sort(Comparator.comparing(worth::get));
        List<Option> result = new ArrayList<>();
        Set<Long> tiers = new HashSet<>();
        for (int o : order) {
            tiers.add(worth.get(o));
            List<ResourceId> uses = new ArrayList<>();
            for (Stay stay : stays.get(o)) {
                uses.add(ResourceId.seat(stay.position(), stay.halfYear()));
                if (areas > 0) {
                    uses.add(ResourceId.away(area(area), stay.halfYear()));
                }
            }
            result.add(new Option(tiers.size() - 1, stays.get(o), uses));
        }
        return result;
    }

    private static Stay stay(int position, HalfYear halfYear) {
        String name = "p" + position;
        return new Stay(new PositionId(name), halfYear, List.of(new Leg(new DepartmentId(name), 6)));
    }

    private static String area(int number) {
        return String.format("%04d", 3201 + number);
    }

    static DoctorId id(int number) {
        return new DoctorId("d" + number);
    }

    /** A proposal of the options given, -1 for none. */
    public static Proposal proposal(AllocationProblem problem, int[] options) {
        List<Placement> placements = new ArrayList<>();
        for (int d = 0; d < options.length; d++) {
            placements.add(new Placement(problem.doctors().get(d).id(), options[d] < 0 ? null : options[d]));
        }
        return new Proposal(CanonicalJson.hash(problem), placements);
    }
}
