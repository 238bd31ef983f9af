package no.alisplass.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.alisplass.certificate.check.Checker;
import no.alisplass.certificate.prove.Prover;
import no.alisplass.certificate.prove.Rounds;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Objective;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.solver.AllocationSolver;
import no.alisplass.solver.SolveListener;
import no.alisplass.solver.Solved;
import org.junit.jupiter.api.Test;

class ProvenTest {
    private static final Rounds.Shape REGION =
            new Rounds.Shape(Objective.PLACEMENTS_FIRST, 120, 1, 16, 4, 1, 0.3, true, 0.5);

    private final AllocationSolver solver = new AllocationSolver();

    private ProvenRun find(AllocationProblem problem) {
        return ProvenRun.find(solver, problem, 1, SolveListener.SILENT, () -> false);
    }

    /** One round in a hundred or so has a chain that the solver gives up on and the prover finds. */
    @Test
    void what_the_proof_shows_to_be_better_is_where_the_solver_goes_on() {
        AllocationProblem problem = Rounds.popular(REGION, 119);
        Solved alone = solver.solve(problem, 1, SolveListener.SILENT, () -> false);
        assertThat(alone.notExhausted()).containsExactly(new DoctorId("d20"));
        assertThat(Prover.prove(problem, alone.proposal()).firstNotProven()).isEqualTo(new DoctorId("d20"));
        ProvenRun found = find(problem);
        assertThat(found.certificate().complete()).isTrue();
        assertThat(Checker.check(problem, found.solved().proposal(), found.certificate())
                        .failures())
                .isEmpty();
        assertThat(List.of(
                        CanonicalJson.hash(find(problem).solved().proposal()),
                        CanonicalJson.hash(find(problem).certificate())))
                .containsExactly(
                        CanonicalJson.hash(found.solved().proposal()), CanonicalJson.hash(found.certificate()));
    }

    @Test
    void a_proposal_that_is_best_at_once_stays() {
        AllocationProblem problem = Rounds.popular(REGION, 14);
        Solved alone = solver.solve(problem, 1, SolveListener.SILENT, () -> false);
        assertThat(find(problem).solved().proposal()).isEqualTo(alone.proposal());
    }
}
