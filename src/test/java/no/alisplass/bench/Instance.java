package no.alisplass.bench;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.Objective;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.reference.Rounds;

/** A kind of round that is measured: a shape, and how hard CP-SAT is made to try. */
record Instance(String group, String name, Rounds.Shape shape, int seeds, long cpSatWeight) {
    /** With options of one resource large stages are the quickest for CP-SAT; with pairs and limits small ones. */
    private static final long LARGE_STAGES = 1_000_000_000_000L;

    private static final long SMALL_STAGES = 50;
    private static final double STRICT = 0;
    private static final double TIED = 0.8;

    static final List<Integer> GROWTH = List.of(250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000);
    /** What is smaller takes as long for what every round takes, whatever its size. */
    static final int FITTED_FROM = 1_000;

    AllocationProblem problem(long seed) {
        return Rounds.generate(shape, seed);
    }

    static List<Instance> all() {
        List<Instance> all = new ArrayList<>();
        add(all, "ahus", "Ahus, 60 × 4", Rounds.Shape.of(60, 4, 1), 10, LARGE_STAGES);
        add(all, "ahus", "Ahus, 60 × 8", Rounds.Shape.of(60, 8, 1), 10, LARGE_STAGES);
        add(all, "region", "region, 300 × 120", Rounds.Shape.of(300, 120, 1), 10, LARGE_STAGES);
        add(
                all,
                "pairs",
                "region, 120 × 64, four half-years, 30 % two-part, limits",
                Rounds.Shape.of(120, 64, 4).withTwoPart(0.3).withLimit(2),
                10,
                SMALL_STAGES);
        add(
                all,
                "national",
                "national, 3 000 × 600, 20 hospitals, two half-years",
                Rounds.Shape.of(3_000, 600, 2).withHospitals(20, 0.1),
                3,
                LARGE_STAGES);
        return all;
    }

    private static void add(List<Instance> all, String group, String name, Rounds.Shape shape, int seeds, long weight) {
        all.add(new Instance(group, name + ", strict", shape.withTies(STRICT), seeds, weight));
        all.add(new Instance(group, name + ", tied", shape.withTies(TIED), seeds, weight));
    }

    /** The national shape at equal competition: a hospital of 25 seats for every 125 doctors. */
    static Instance growth(int doctors) {
        Rounds.Shape shape = Rounds.Shape.of(doctors, doctors / 5, 2).withHospitals(doctors / 125, 0.1);
        return new Instance("growth", String.valueOf(doctors), shape, 3, LARGE_STAGES);
    }

    /** The national round ten times over. CP-SAT is not asked: with ties it is cut at a tenth of this already. */
    static List<Instance> tenNorways() {
        List<Instance> all = new ArrayList<>();
        Rounds.Shape shape = Rounds.Shape.of(30_000, 6_000, 2).withHospitals(200, 0.1);
        add(all, "growth", "ten Norways, 30 000 × 6 000, 200 hospitals", shape, 3, LARGE_STAGES);
        return all;
    }

    Instance with(Objective objective) {
        return new Instance(group, name, shape.withObjective(objective), seeds, cpSatWeight);
    }
}
