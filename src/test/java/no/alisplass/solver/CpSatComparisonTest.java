package no.alisplass.solver;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.config.solver.EnvironmentMode;
import no.alisplass.domain.Objective;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.reference.CpSatReference;
import no.alisplass.reference.Outcome;
import no.alisplass.reference.Rounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Middle-sized rounds against OR-tools; the largest takes CP-SAT minutes and runs with {@code -Dsolver.slow=true}. */
class CpSatComparisonTest {
    static {
        Quiet.solver();
    }

    private final AllocationSolver solver = new AllocationSolver(EnvironmentMode.PHASE_ASSERT);

    private void equalsCpSat(Rounds.Shape shape) {
        AllocationProblem problem = Rounds.generate(shape, 1);
        Solved solved = solver.solve(problem, 1, SolveListener.SILENT, () -> false);
        assertThat(Outcome.faults(problem, solved.proposal())).isEmpty();
        assertThat(Outcome.tiers(problem, solved.proposal())).isEqualTo(CpSatReference.tiers(problem, 120));
        assertThat(solved.settled()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Objective.class)
    void thirty_doctors_with_pairs_and_limits(Objective objective) {
        equalsCpSat(Rounds.Shape.of(30, 16, 3).withTwoPart(0.4).withLimit(1).withObjective(objective));
    }

    @Test
    @EnabledIfSystemProperty(named = "solver.slow", matches = "true")
    void a_hundred_and_twenty_doctors_with_pairs_and_limits() {
        equalsCpSat(Rounds.Shape.of(120, 64, 4).withTwoPart(0.3).withLimit(3));
    }
}
