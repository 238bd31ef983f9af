package no.alisplass.solver;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.config.solver.EnvironmentMode;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.Objective;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.reference.CpSatReference;
import no.alisplass.reference.CpSatVerification;
import no.alisplass.reference.Outcome;
import no.alisplass.reference.Rounds;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Middle-sized rounds against OR-tools. */
class CpSatComparisonTest {
    static {
        Quiet.solver();
    }

    private static final Rounds.Shape REGION =
            Rounds.Shape.of(120, 64, 4).withTwoPart(0.3).withLimit(2);

    private static final AllocationSolver SOLVER = new AllocationSolver(EnvironmentMode.PHASE_ASSERT);

    private List<Integer> tiers(AllocationProblem problem) {
        Solved solved = SOLVER.solve(problem, 1, SolveListener.SILENT, () -> false);
        assertThat(Outcome.faults(problem, solved.proposal())).isEmpty();
        assertThat(solved.settled()).isTrue();
        return Outcome.tiers(problem, solved.proposal());
    }

    /** CP-SAT finds the best outcome itself. */
    @Nested
    class FoundByCpSat {
        private void equalsCpSat(Rounds.Shape shape) {
            AllocationProblem problem = Rounds.generate(shape, 1);
            assertThat(tiers(problem)).isEqualTo(CpSatReference.tiers(problem, 600));
        }

        @ParameterizedTest
        @EnumSource(Objective.class)
        void thirty_doctors_with_pairs_and_limits(Objective objective) {
            equalsCpSat(Rounds.Shape.of(30, 16, 3).withTwoPart(0.4).withLimit(1).withObjective(objective));
        }

        @Test
        void three_hundred_doctors_in_one_half_year() {
            equalsCpSat(Rounds.Shape.of(300, 120, 1));
        }

        /** Takes CP-SAT minutes. */
        @Test
        @EnabledIfSystemProperty(named = "solver.slow", matches = "true")
        void a_hundred_and_twenty_doctors_with_pairs_and_limits() {
            equalsCpSat(REGION);
        }
    }

    /** CP-SAT proves of every doctor that nothing better is possible while those ahead keep what they have. */
    @Nested
    class VerifiedByCpSat {
        @Test
        void no_doctor_of_a_hundred_and_twenty_could_have_a_better_tier() {
            verify(2);
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 3, 4, 5})
        @EnabledIfSystemProperty(named = "solver.slow", matches = "true")
        void nor_could_one_in_other_rounds_of_that_size(long seed) {
            verify(seed);
        }

        private void verify(long seed) {
            AllocationProblem problem = Rounds.generate(REGION, seed);
            CpSatVerification.Verdict verdict = CpSatVerification.verify(problem, tiers(problem), 30);
            assertThat(verdict.questions()).isGreaterThan(30);
            assertThat(verdict.better()).isEmpty();
            assertThat(verdict.unknown()).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(Objective.class)
        void it_sees_when_a_doctor_was_given_less(Objective objective) {
            AllocationProblem problem = Rounds.generate(
                    Rounds.Shape.of(30, 16, 3).withTwoPart(0.4).withLimit(1).withObjective(objective), 1);
            List<Integer> tiers = new ArrayList<>(tiers(problem));
            assertThat(CpSatVerification.verify(problem, tiers, 30).better()).isEmpty();
            int first = tiers.indexOf(0);
            tiers.set(first, problem.doctors().get(first).tiers());
            assertThat(CpSatVerification.verify(problem, tiers, 30).better())
                    .contains(problem.doctors().get(first).id());
        }
    }
}
