package no.alisplass.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import no.alisplass.certificate.check.Checker;
import no.alisplass.certificate.prove.Prover;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.Resource;
import no.alisplass.reference.Rounds;
import no.alisplass.scenario.Worked;
import no.alisplass.search.Rerun;

/** One scenario proven and checked, and many by the pass alone, on all cores. */
final class ScenarioBench {
    private static final double WARM_SECONDS = 4;

    private ScenarioBench() {}

    static void run() {
        System.out.println();
        System.out.println("| scenarios | one, the pass alone | one, proven and checked | slowest of these | 1,000 |");
        System.out.println("|---|--:|--:|--:|--:|");
        row("Ahus, 62 × 8, two half-years", Rounds.Shape.of(62, 8, 2), 100, 1_000);
        row(
                "62 × 16, four half-years, 30 % two-part, limits",
                Rounds.Shape.of(62, 16, 4).withTwoPart(0.3).withLimit(2), 100, 1_000);
        row("national, 3 000 × 600", Rounds.Shape.of(3_000, 600, 2).withHospitals(20, 0.1), 10, 0);
    }

    private static void row(String name, Rounds.Shape shape, int tries, int many) {
        AllocationProblem problem = Rounds.generate(shape, 1);
        Rerun rerun = new Rerun(problem);
        long end = System.nanoTime() + (long) (WARM_SECONDS * 1e9);
        for (int k = 0; System.nanoTime() < end; k++) {
            proven(problem, rerun, k);
        }
        double[] pass = new double[tries];
        double[] whole = new double[tries];
        for (int k = 0; k < tries; k++) {
            long start = System.nanoTime();
            rerun.with(changed(rerun, k));
            pass[k] = (System.nanoTime() - start) / 1e9;
            start = System.nanoTime();
            if (!proven(problem, rerun, k)) {
                throw new IllegalStateException("Scenario " + k + " is not proven.");
            }
            whole[k] = (System.nanoTime() - start) / 1e9;
        }
        double all = Double.NaN;
        for (int again = 0; again < 3 && many > 0; again++) {
            long start = System.nanoTime();
            IntStream.range(0, many).parallel().forEach(k -> rerun.with(changed(rerun, k)));
            all = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(pass);
        Arrays.sort(whole);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.5f s | %.4f s | %.4f s | %s |%n",
                name,
                pass[tries / 2],
                whole[tries / 2],
                whole[tries - 1],
                many == 0 ? "–" : String.format(Locale.ROOT, "%.3f s", all));
    }

    /** Some seats more, another for every number. */
    private static int[] changed(Rerun rerun, int number) {
        int[] capacity = rerun.capacity();
        int rest = number;
        for (int r = 0; r < capacity.length && rest > 0; r++) {
            capacity[r] += rest % 4;
            rest /= 4;
        }
        return capacity;
    }

    private static boolean proven(AllocationProblem problem, Rerun rerun, int number) {
        int[] capacity = changed(rerun, number);
        AllocationProblem changed = new AllocationProblem(
                problem.objective(),
                problem.doctors(),
                IntStream.range(0, capacity.length)
                        .mapToObj(r -> new Resource(problem.resources().get(r).id(), capacity[r]))
                        .toList());
        Proposal proposal = Worked.of(changed, rerun.with(capacity), CanonicalJson.hash(changed))
                .proposal();
        return Checker.check(changed, proposal, Prover.prove(changed, proposal)).accepted();
    }
}
