package no.alisplass.solver;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.config.solver.EnvironmentMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.reference.ExhaustiveReference;
import no.alisplass.reference.Outcome;
import no.alisplass.reference.SmallRounds;

/** Against trying every outcome. With {@code -Dsolver.full-assert} the solver checks itself in full. */
class SmallRoundsTest {
    static {
        Quiet.solver();
    }

    private static final AllocationSolver SOLVER = new AllocationSolver(
            Boolean.getBoolean("solver.full-assert") ? EnvironmentMode.FULL_ASSERT : EnvironmentMode.PHASE_ASSERT);

    @Property(tries = 4_000, shrinking = ShrinkingMode.OFF)
    void every_doctor_gets_the_tier_that_trying_all_outcomes_gives(@ForAll long round, @ForAll long seed) {
        AllocationProblem problem = SmallRounds.random(round);
        Solved solved = SOLVER.solve(problem, seed, SolveListener.SILENT, () -> false);
        assertThat(Outcome.faults(problem, solved.proposal())).isEmpty();
        assertThat(Outcome.tiers(problem, solved.proposal())).isEqualTo(ExhaustiveReference.tiers(problem));
        assertThat(solved.settled()).isTrue();
    }
}
