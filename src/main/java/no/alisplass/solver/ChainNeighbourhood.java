package no.alisplass.solver;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;

/**
 * The neighbourhood of the local search: the one next ejection chain that improves the outcome. When the last doctor is
 * settled there is none, and the solver is told to end.
 */
public final class ChainNeighbourhood implements MoveIteratorFactory<AllocationPlan, ChainMove> {
    private SolveRun run;
    private IndexedProblem problem;
    private Board board;
    private PriorityPass pass;
    private ChainMove pending;

    @Override
    public void phaseStarted(ScoreDirector<AllocationPlan> director) {
        AllocationPlan plan = director.getWorkingSolution();
        run = plan.run();
        problem = run.problem();
        board = new Board(problem);
        for (DoctorAssignment assignment : plan.assignments()) {
            if (assignment.choice() != null) {
                board.set(assignment.doctor(), assignment.choice().number());
            }
        }
        board.commit();
        pass = new PriorityPass(problem, board, run.random());
        pending = null;
    }

    @Override
    public void phaseEnded(ScoreDirector<AllocationPlan> director) {
        board = null;
        pass = null;
        pending = null;
    }

    @Override
    public long getSize(ScoreDirector<AllocationPlan> director) {
        return problem.doctors;
    }

    @Override
    public Iterator<ChainMove> createOriginalMoveIterator(ScoreDirector<AllocationPlan> director) {
        return new NextChain(director.getWorkingSolution().assignments());
    }

    @Override
    public Iterator<ChainMove> createRandomMoveIterator(ScoreDirector<AllocationPlan> director, Random random) {
        return createOriginalMoveIterator(director);
    }

    /** The board is a chain ahead of the working solution until the solver has taken that chain. */
    private boolean find(List<DoctorAssignment> assignments) {
        if (pending != null && !pending.isDone()) {
            return true;
        }
        pending = null;
        while (!pass.done() && !run.cancelled()) {
            boolean chain = pass.settleNext();
            run.settled(pass, board);
            if (chain) {
                pending = move(assignments);
                return true;
            }
        }
        run.stop();
        return false;
    }

    private ChainMove move(List<DoctorAssignment> assignments) {
        int[] changes = board.changes();
        board.commit();
        List<DoctorAssignment> moved = new ArrayList<>();
        List<Choice> from = new ArrayList<>();
        List<Choice> to = new ArrayList<>();
        for (int i = 0; i < changes.length; i += 2) {
            int doctor = changes[i];
            if (board.choice[doctor] != changes[i + 1]) {
                DoctorAssignment assignment = assignments.get(doctor);
                moved.add(assignment);
                from.add(assignment.choice());
                to.add(assignment.choiceNumbered(board.choice[doctor]));
            }
        }
        return new ChainMove(List.copyOf(moved), from, to);
    }

    private final class NextChain implements Iterator<ChainMove> {
        private final List<DoctorAssignment> assignments;
        private boolean given;

        private NextChain(List<DoctorAssignment> assignments) {
            this.assignments = assignments;
        }

        @Override
        public boolean hasNext() {
            return !given && find(assignments);
        }

        @Override
        public ChainMove next() {
            if (!hasNext()) {
                throw new NoSuchElementException("Nothing is left to improve.");
            }
            given = true;
            return pending;
        }
    }
}
