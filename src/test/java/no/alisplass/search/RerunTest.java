package no.alisplass.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Resource;
import no.alisplass.reference.Rounds;
import no.alisplass.reference.SmallRounds;
import no.alisplass.solver.AllocationSolver;
import no.alisplass.solver.SolveListener;
import no.alisplass.solver.Solved;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RerunTest {
    private static final Logger SOLVER_LOG = Logger.getLogger("ai.timefold");
    private final AllocationSolver solver = new AllocationSolver();

    @BeforeAll
    static void quiet() {
        SOLVER_LOG.setLevel(Level.WARNING);
    }

    @Test
    void comes_to_what_a_run_comes_to_option_by_option() {
        for (long seed = 0; seed < 1_000; seed++) {
            same(SmallRounds.random(seed), seed);
        }
        same(Rounds.generate(Rounds.Shape.of(60, 8, 2), 1), 1);
        same(Rounds.generate(Rounds.Shape.of(60, 32, 4).withTwoPart(0.3).withLimit(2), 2), 2);
    }

    private void same(AllocationProblem problem, long seed) {
        Rerun rerun = new Rerun(problem);
        assertSame(problem, rerun.outcome(), seed);
        Random random = new Random(seed);
        int[] capacity = rerun.capacity();
        List<Resource> resources = new ArrayList<>();
        for (int r = 0; r < capacity.length; r++) {
            capacity[r] = Math.max(0, capacity[r] + random.nextInt(3) - 1);
            resources.add(new Resource(problem.resources().get(r).id(), capacity[r]));
        }
        List<Integer> order = new ArrayList<>();
        for (int d = 0; d < problem.doctors().size(); d++) {
            order.add(d);
        }
        Collections.shuffle(order, random);
        AllocationProblem shuffled = new AllocationProblem(
                problem.objective(), order.stream().map(problem.doctors()::get).toList(), problem.resources());
        assertThat(rerun.inOrder(order.stream().mapToInt(Integer::intValue).toArray())
                        .options())
                .as("round %d in another order", seed)
                .isEqualTo(new Rerun(shuffled).outcome().options());
        if (rerun.holdsPins(capacity)) {
            AllocationProblem changed = new AllocationProblem(problem.objective(), problem.doctors(), resources);
            assertSame(changed, rerun.with(capacity), seed);
        }
    }

    private void assertSame(AllocationProblem problem, Rerun.Outcome outcome, long seed) {
        Solved solved = solver.solve(problem, 0, SolveListener.SILENT, () -> false);
        List<Integer> options = new ArrayList<>();
        for (int option : outcome.options()) {
            options.add(option == Holdings.NONE ? null : option);
        }
        List<Integer> expected = new ArrayList<>();
        solved.proposal().placements().forEach(placement -> expected.add(placement.option()));
        assertThat(options).as("round %d", seed).isEqualTo(expected);
        assertThat(outcome.settled()).isEqualTo(solved.settled());
    }
}
