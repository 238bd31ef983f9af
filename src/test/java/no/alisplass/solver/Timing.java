package no.alisplass.solver;

import java.util.Arrays;
import no.alisplass.domain.Objective;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.reference.Outcome;
import no.alisplass.reference.Rounds;

/** Wall times, warm: {@code java -cp … no.alisplass.solver.Timing [seeds]}. Not a test. */
final class Timing {
    private Timing() {}

    public static void main(String[] args) {
        Quiet.solver();
        int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        Rounds.Shape[] shapes = {
            Rounds.Shape.of(60, 4, 1),
            Rounds.Shape.of(60, 24, 4).withTwoPart(0.4).withLimit(1),
            Rounds.Shape.of(120, 64, 4).withTwoPart(0.3),
            Rounds.Shape.of(120, 64, 4).withTwoPart(0.3).withLimit(2),
            Rounds.Shape.of(300, 120, 1),
            Rounds.Shape.of(1_000, 320, 1),
            Rounds.Shape.of(3_000, 600, 2).withHospitals(20, 0.1),
            Rounds.Shape.of(3_000, 600, 2)
                    .withHospitals(20, 0.1)
                    .withTwoPart(0.3)
                    .withLimit(2),
        };
        AllocationSolver solver = new AllocationSolver();
        for (Rounds.Shape shape : shapes) {
            for (Objective objective : Objective.values()) {
                time(solver, shape.withObjective(objective), seeds);
            }
        }
    }

    private static void time(AllocationSolver solver, Rounds.Shape shape, int seeds) {
        long[] millis = new long[seeds];
        int open = 0;
        int faults = 0;
        for (int warm = 0; warm < 2; warm++) {
            open = 0;
            for (int seed = 0; seed < seeds; seed++) {
                AllocationProblem problem = Rounds.generate(shape, seed);
                long start = System.nanoTime();
                Solved solved = solver.solve(problem, 0, SolveListener.SILENT, () -> false);
                millis[seed] = (System.nanoTime() - start) / 1_000_000;
                open += solved.notExhausted().size();
                faults += Outcome.faults(problem, solved.proposal()).size();
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                "%s: median %d ms, worst %d ms, not exhausted %d of %d, faults %d%n",
                shape, millis[seeds / 2], millis[seeds - 1], open, seeds * shape.doctors(), faults);
    }
}
