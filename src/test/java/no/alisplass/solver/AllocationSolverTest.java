package no.alisplass.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.timefold.solver.core.config.solver.EnvironmentMode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Objective;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Placement;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.reference.Outcome;
import no.alisplass.reference.Rounds;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AllocationSolverTest {
    static {
        Quiet.solver();
    }

    private static final ResourceId A = new ResourceId("seat:a:2027-V");
    private static final ResourceId B = new ResourceId("seat:b:2027-V");

    private static final AllocationSolver SOLVER = new AllocationSolver(EnvironmentMode.PHASE_ASSERT);

    private Solved solve(AllocationProblem problem) {
        return SOLVER.solve(problem, 1, SolveListener.SILENT, () -> false);
    }

    private static Doctor doctor(int place, boolean pinned, ResourceId... wishes) {
        List<Option> options = new ArrayList<>();
        for (ResourceId wish : wishes) {
            options.add(new Option(options.size(), List.of(), List.of(wish)));
        }
        return new Doctor(DoctorId.ofPosition(place), options, pinned);
    }

    private static AllocationProblem problem(Objective objective, int seatsA, int seatsB, Doctor... doctors) {
        return new AllocationProblem(
                objective, List.of(doctors), List.of(new Resource(A, seatsA), new Resource(B, seatsB)));
    }

    @Nested
    class Objectives {
        private final Doctor[] doctors = {doctor(1, false, A, B), doctor(2, false, A)};

        @Test
        void under_wishes_first_the_doctor_ahead_gets_the_first_wish() {
            AllocationProblem problem = problem(Objective.WISHES_FIRST, 1, 1, doctors);
            assertThat(Outcome.tiers(problem, solve(problem).proposal())).containsExactly(0, 1);
        }

        @Test
        void under_placements_first_the_doctor_ahead_gives_way_so_that_both_are_placed() {
            AllocationProblem problem = problem(Objective.PLACEMENTS_FIRST, 1, 1, doctors);
            assertThat(Outcome.tiers(problem, solve(problem).proposal())).containsExactly(1, 0);
        }
    }

    @Nested
    class Pins {
        @Test
        void a_pinned_doctor_last_in_the_order_keeps_the_option() {
            AllocationProblem problem =
                    problem(Objective.WISHES_FIRST, 1, 0, doctor(1, false, A), doctor(2, true), doctor(3, true, A));
            assertThat(Outcome.tiers(problem, solve(problem).proposal())).containsExactly(1, 0, 0);
        }

        @Test
        void pins_that_do_not_fit_are_refused_by_the_name_of_what_is_too_little() {
            AllocationProblem problem = problem(Objective.WISHES_FIRST, 1, 1, doctor(1, true, A), doctor(2, true, A));
            assertThatThrownBy(() -> solve(problem))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("seat:a:2027-V");
        }
    }

    @Nested
    class Starts {
        private Solved from(AllocationProblem problem, Placement... start) {
            return SOLVER.solve(problem, List.of(start), 1, SolveListener.SILENT, () -> false);
        }

        private Placement holds(int place, Integer option) {
            return new Placement(DoctorId.ofPosition(place), option);
        }

        @Test
        void what_is_worse_than_possible_is_given_up() {
            AllocationProblem problem =
                    problem(Objective.WISHES_FIRST, 1, 1, doctor(1, false, A, B), doctor(2, false, A, B));
            assertThat(Outcome.tiers(problem, from(problem, holds(2, 0)).proposal()))
                    .containsExactly(0, 1);
        }

        @Test
        void of_any_large_round_lead_to_the_same_tiers() {
            AllocationProblem problem =
                    Rounds.generate(Rounds.Shape.of(60, 24, 4).withTwoPart(0.4).withLimit(1), 3);
            Solved first = solve(problem);
            Placement[] lower = first.proposal().placements().stream()
                    .skip(20)
                    .filter(placement -> placement.option() != null)
                    .toArray(Placement[]::new);
            assertThat(Outcome.tiers(problem, from(problem, lower).proposal()))
                    .isEqualTo(Outcome.tiers(problem, first.proposal()));
        }

        @Test
        void that_do_not_fit_or_are_unknown_are_refused() {
            AllocationProblem problem = problem(Objective.WISHES_FIRST, 1, 1, doctor(1, false, A), doctor(2, false, A));
            assertThatThrownBy(() -> from(problem, holds(1, 0), holds(2, 0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("seat:a:2027-V");
            for (Placement unknown : List.of(holds(1, 1), holds(1, -1), holds(1, null), holds(3, 0))) {
                assertThatThrownBy(() -> from(problem, unknown))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("unknown option");
            }
        }
    }

    @Nested
    class Edges {
        @Test
        void a_round_without_doctors_is_settled() {
            AllocationProblem problem = problem(Objective.WISHES_FIRST, 1, 1);
            assertThat(solve(problem).settled()).isTrue();
            assertThat(solve(problem).proposal().placements()).isEmpty();
        }

        @Test
        void a_round_where_nobody_can_be_offered_anything_is_settled() {
            AllocationProblem problem = problem(Objective.PLACEMENTS_FIRST, 1, 1, doctor(1, false), doctor(2, true));
            assertThat(solve(problem).settled()).isTrue();
            assertThat(solve(problem).proposal().placements().get(0).option()).isNull();
        }

        @Test
        void the_result_says_what_it_was_made_from_and_with() {
            AllocationProblem problem = problem(Objective.WISHES_FIRST, 1, 1, doctor(1, false, A));
            Solved solved = solve(problem);
            assertThat(solved.proposal().problemHash()).isEqualTo(CanonicalJson.hash(problem));
            assertThat(solved.solverVersion()).isEqualTo("Timefold 1.32.0");
            assertThat(solved.configHash()).hasSize(64);
        }
    }

    @Nested
    class ListeningAndCancelling {
        private final AllocationProblem problem = Rounds.generate(Rounds.Shape.of(300, 120, 1), 1);

        @Test
        void progress_rises_to_all_doctors() {
            List<SolveProgress> heard = new ArrayList<>();
            Solved solved = SOLVER.solve(problem, 1, heard::add, () -> false);
            assertThat(heard).extracting(SolveProgress::settled).isSorted().hasSizeBetween(50, 300);
            SolveProgress last = heard.get(heard.size() - 1);
            assertThat(last.settled()).isEqualTo(300);
            assertThat((long) last.placed())
                    .isEqualTo(solved.proposal().placements().stream()
                            .filter(placement -> placement.option() != null)
                            .count());
        }

        @Test
        void a_cancelled_run_ends_at_once_and_says_so() {
            AtomicInteger settled = new AtomicInteger();
            assertThatThrownBy(() -> SOLVER.solve(
                            problem, 1, progress -> settled.set(progress.settled()), () -> settled.get() >= 9))
                    .isInstanceOf(CancellationException.class)
                    .hasMessageContaining("of 300 doctors");
            assertThat(settled.get()).isBetween(9, 12);
        }
    }
}
