package no.alisplass.scenario;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import no.alisplass.domain.Outcome;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Proposal;
import no.alisplass.solver.AllocationSolver;
import no.alisplass.solver.SolveListener;

/** What-if: solves a frozen problem on other terms and tells the difference. Reads and writes nothing of a round. */
@ApplicationScoped
public class Scenarios {
    private static final long SEED = 0;

    private final AllocationSolver solver;

    Scenarios(AllocationSolver solver) {
        this.solver = solver;
    }

    /** What other seat counts would do; refused for a department and half-year that nobody can be offered. */
    public Outcome<Difference> withSeats(AllocationProblem problem, List<SeatChange> changes) {
        return new SeatChanges(problem)
                .apply(changes)
                .map(changed -> Difference.between(problem, solve(problem), changed, solve(changed)));
    }

    /** How many seats there are now in each department and half-year that {@link #withSeats} can change. */
    public List<SeatChange> seats(AllocationProblem problem) {
        return new SeatChanges(problem).now();
    }

    private Proposal solve(AllocationProblem problem) {
        return solver.solve(problem, SEED, SolveListener.SILENT, () -> false).proposal();
    }
}
