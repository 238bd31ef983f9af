package no.alisplass.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
 * Generated rounds of any size that look like real ones: departments differ in popularity, wishes crowd on the popular
 * ones, some doctors wish in a strict order and some with ties, some need twelve months in two departments, and
 * municipalities can spare only so many at once. The same shape and seed always give the same problem.
 */
public final class Rounds {
    private static final HalfYear FIRST = HalfYear.parse("2027-V");
    private static final int DOCTORS_PER_AREA = 6;

    /**
     * @param doctors how many
     * @param seats of all hospitals over all half-years
     * @param hospitals that doctors are spread evenly over
     * @param halfYears the horizon
     * @param ties share of neighbouring wishes that are equally good, and of doctors to whom the start does not matter
     * @param twoPart share of doctors who need two departments in two half-years running
     * @param limit doctors a municipality can spare at once; 0 when none limits
     * @param crossing share of doctors who also wish at a second hospital
     * @param objective what the round holds highest
     */
    public record Shape(
            int doctors,
            int seats,
            int hospitals,
            int halfYears,
            double ties,
            double twoPart,
            int limit,
            double crossing,
            Objective objective) {
        public static Shape of(int doctors, int seats, int halfYears) {
            return new Shape(doctors, seats, 1, halfYears, 0.5, 0, 0, 0, Objective.WISHES_FIRST);
        }

        public Shape withTies(double share) {
            return new Shape(doctors, seats, hospitals, halfYears, share, twoPart, limit, crossing, objective);
        }

        public Shape withTwoPart(double share) {
            return new Shape(doctors, seats, hospitals, halfYears, ties, share, limit, crossing, objective);
        }

        public Shape withLimit(int most) {
            return new Shape(doctors, seats, hospitals, halfYears, ties, twoPart, most, crossing, objective);
        }

        public Shape withHospitals(int count, double share) {
            return new Shape(doctors, seats, count, halfYears, ties, twoPart, limit, share, objective);
        }

        public Shape withObjective(Objective wanted) {
            return new Shape(doctors, seats, hospitals, halfYears, ties, twoPart, limit, crossing, wanted);
        }
    }

    private final Shape shape;
    private final Random random;
    private final Map<ResourceId, Integer> capacity = new LinkedHashMap<>();
    private final List<List<PositionId>> positions = new ArrayList<>();

    private Rounds(Shape shape, long seed) {
        this.shape = shape;
        this.random = new Random(seed);
    }

    public static AllocationProblem generate(Shape shape, long seed) {
        return new Rounds(shape, seed).problem();
    }

    private AllocationProblem problem() {
        seats();
        List<Doctor> doctors = new ArrayList<>();
        for (int d = 0; d < shape.doctors(); d++) {
            doctors.add(doctor(d));
        }
        List<Resource> resources = new ArrayList<>();
        capacity.forEach((id, units) -> resources.add(new Resource(id, units)));
        return new AllocationProblem(shape.objective(), doctors, resources);
    }

    /** Every position has at least one seat in the horizon where there are enough; the rest go to random ones. */
    private void seats() {
        int perHospital = Math.max(1, shape.seats() / shape.hospitals());
        int perHalfYear = Math.max(1, perHospital / shape.halfYears());
        int count = Math.max(Math.min(perHalfYear, 4), (perHalfYear * 2 + 2) / 3);
        int given = 0;
        for (int h = 0; h < shape.hospitals(); h++) {
            List<PositionId> here = new ArrayList<>();
            for (int p = 0; p < count; p++) {
                PositionId position = new PositionId("h" + h + "-p" + p);
                here.add(position);
                for (int t = 0; t < shape.halfYears(); t++) {
                    capacity.put(ResourceId.seat(position, FIRST.plus(t)), 0);
                }
            }
            positions.add(here);
            int mine = shape.seats() * (h + 1) / shape.hospitals() - given;
            given += mine;
            for (int s = 0; s < mine; s++) {
                int t = s % shape.halfYears();
                int round = s / shape.halfYears();
                int p = round < count ? round : random.nextInt(count);
                capacity.merge(ResourceId.seat(here.get(p), FIRST.plus(t)), 1, Integer::sum);
            }
        }
    }

    private record Wish(PositionId position, int rank) {}

    private Doctor doctor(int number) {
        int home = random.nextInt(shape.hospitals());
        boolean crosses = shape.hospitals() > 1 && random.nextDouble() < shape.crossing();
        List<Wish> wishes = wishes(home, crosses);
        boolean startMatters = random.nextDouble() >= shape.ties();
        boolean startFirst = startMatters && random.nextInt(3) == 0;
        int from = shape.halfYears() > 1 && random.nextInt(4) == 0 ? 1 : 0;
        ResourceId[] away = away(home);
        List<Option> options = new ArrayList<>();
        if (random.nextDouble() < shape.twoPart() && shape.halfYears() - from > 1) {
            pairs(options, wishes, from, startMatters, startFirst, away);
        } else {
            for (Wish wish : wishes) {
                for (int t = from; t < shape.halfYears(); t++) {
                    int tier = worth(wish.rank(), t, startMatters, startFirst);
                    options.add(option(tier, List.of(wish.position()), t, away));
                }
            }
        }
        return new Doctor(DoctorId.ofPosition(number + 1), dense(options), false);
    }

    private void pairs(
            List<Option> options, List<Wish> wishes, int from, boolean matters, boolean startFirst, ResourceId[] away) {
        int worst = 0;
        for (Wish one : wishes) {
            for (Wish two : wishes) {
                for (int t = from; t + 1 < shape.halfYears() && one != two; t++) {
                    int tier = worth(one.rank() + two.rank(), t, matters, startFirst);
                    worst = Math.max(worst, tier);
                    options.add(option(tier, List.of(one.position(), two.position()), t, away));
                }
            }
        }
        for (Wish wish : wishes) {
            int t = from;
            options.add(option(worst + 1 + wish.rank(), List.of(wish.position()), t, away));
        }
    }

    private int worth(int rank, int start, boolean startMatters, boolean startFirst) {
        if (!startMatters) {
            return rank;
        }
        return startFirst ? start * 100 + rank : rank * 10 + start;
    }

    /** Three to six different positions, the popular ones far more often, in the doctor's order with ties. */
    private List<Wish> wishes(int home, boolean crosses) {
        List<PositionId> pool = new ArrayList<>(positions.get(home));
        if (crosses) {
            pool.addAll(positions.get((home + 1 + random.nextInt(shape.hospitals() - 1)) % shape.hospitals()));
        }
        int wanted = Math.min(pool.size(), 3 + random.nextInt(4));
        List<Wish> wishes = new ArrayList<>();
        int rank = 0;
        while (wishes.size() < wanted) {
            int size = positions.get(home).size();
            int p = Math.min(pool.size() - 1, (int) (pool.size() * Math.pow(random.nextDouble(), 1.6)));
            PositionId position =
                    pool.get(crosses ? (p % 2 == 0 ? p / 2 : Math.min(size + p / 2, pool.size() - 1)) : p);
            if (wishes.stream().anyMatch(wish -> wish.position().equals(position))) {
                continue;
            }
            if (!wishes.isEmpty() && random.nextDouble() >= shape.ties()) {
                rank++;
            }
            wishes.add(new Wish(position, rank));
        }
        return wishes;
    }

    private ResourceId[] away(int home) {
        if (shape.limit() == 0) {
            return new ResourceId[0];
        }
        int areas = Math.max(1, shape.doctors() / shape.hospitals() / DOCTORS_PER_AREA);
        String area = "h" + home + "-a" + random.nextInt(areas);
        ResourceId[] away = new ResourceId[shape.halfYears()];
        for (int t = 0; t < away.length; t++) {
            away[t] = new ResourceId("away:" + area + ":" + FIRST.plus(t));
            capacity.putIfAbsent(away[t], shape.limit());
        }
        return away;
    }

    private static Option option(int tier, List<PositionId> parts, int from, ResourceId[] away) {
        List<Stay> stays = new ArrayList<>();
        List<ResourceId> uses = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            HalfYear halfYear = FIRST.plus(from + i);
            String name = parts.get(i).value();
            // Every eighth position is shared by two departments, three months each: one seat all the same.
            List<Leg> legs = name.hashCode() % 8 == 0
                    ? List.of(new Leg(new DepartmentId(name + "-a"), 3), new Leg(new DepartmentId(name + "-b"), 3))
                    : List.of(new Leg(new DepartmentId(name), 6));
            stays.add(new Stay(parts.get(i), halfYear, legs));
            uses.add(ResourceId.seat(parts.get(i), halfYear));
            if (away.length > 0) {
                uses.add(away[from + i]);
            }
        }
        return new Option(tier, stays, uses);
    }

    /** The same options, best first, with tiers 0, 1, 2 … in place of the worths. */
    private static List<Option> dense(List<Option> options) {
        List<Option> sorted = new ArrayList<>(options);
        sorted.sort(Comparator.comparingInt(Option::tier));
        List<Option> dense = new ArrayList<>();
        int tier = -1;
        int worth = -1;
        for (Option option : sorted) {
            if (option.tier() != worth) {
                worth = option.tier();
                tier++;
            }
            dense.add(new Option(tier, option.stays(), option.uses()));
        }
        return dense;
    }
}
