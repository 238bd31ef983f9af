package no.alisplass.solver;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.api.solver.phase.PhaseCommand;
import java.util.BitSet;
import java.util.function.BooleanSupplier;
import no.alisplass.search.Holdings;
import no.alisplass.search.IndexedProblem;
import no.alisplass.search.PriorityPass;

/**
 * The one phase of a run: has the exact pass settle doctor after doctor, and writes what it found into the plan at once, as a
 * plan's score is a number of as many digits as doctors. Public only because Timefold makes the instance.
 */
public final class ExactPass implements PhaseCommand<AllocationPlan> {
    @Override
    public void changeWorkingSolution(ScoreDirector<AllocationPlan> director, BooleanSupplier timeIsUp) {
        AllocationPlan plan = director.getWorkingSolution();
        SolveRun run = plan.run();
        IndexedProblem problem = run.problem();
        Holdings board = new Holdings(problem);
        for (DoctorAssignment assignment : plan.assignments()) {
            if (assignment.choice() != null) {
                board.set(assignment.doctor(), assignment.choice().number());
            }
        }
        board.commit();
        PriorityPass pass = new PriorityPass(problem, board, run.random());
        BitSet moved = new BitSet(problem.doctors);
        while (!pass.done() && !run.cancelled() && !timeIsUp.getAsBoolean()) {
            if (pass.settleNext()) {
                board.changed(moved);
                board.commit();
            }
            run.settled(pass, board);
        }
        moved.stream().mapToObj(plan.assignments()::get).forEach(assignment -> {
            director.beforeVariableChanged(assignment, "choice");
            assignment.choose(assignment.choiceNumbered(board.choice[assignment.doctor()]));
            director.afterVariableChanged(assignment, "choice");
        });
        director.triggerVariableListeners();
    }
}
