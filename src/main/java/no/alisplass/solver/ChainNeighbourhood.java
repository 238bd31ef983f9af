package no.alisplass.solver;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import no.alisplass.search.Holdings;
import no.alisplass.search.IndexedProblem;
import no.alisplass.search.PriorityPass;

/**
 * The neighbourhood of the local search: the next ejection chains that improve the outcome, many in one move, because
 * every step copies the plan and adds up a score of thousands of digits. When the last doctor is settled there is none,
 * and the solver is told to end.
 */
public final class ChainNeighbourhood implements MoveIteratorFactory<AllocationPlan, ChainMove> {
    private static final int STEPS = 16;
    private static final long LONGEST_STEP = 1_000_000_000L;

    private SolveRun run;
    private IndexedProblem problem;
    private Holdings board;
    private PriorityPass pass;
    private BitSet moved;
    private ChainMove pending;

    @Override
    public void phaseStarted(ScoreDirector<AllocationPlan> director) {
        AllocationPlan plan = director.getWorkingSolution();
        run = plan.run();
        problem = run.problem();
        board = new Holdings(problem);
        for (DoctorAssignment assignment : plan.assignments()) {
            if (assignment.choice() != null) {
                board.set(assignment.doctor(), assignment.choice().number());
            }
        }
        board.commit();
        pass = new PriorityPass(problem, board, run.random());
        moved = new BitSet(problem.doctors);
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

    /** The board is a move ahead of the working solution until the solver has taken that move. */
    private boolean find(List<DoctorAssignment> assignments) {
        if (pending != null && !pending.isDone()) {
            return true;
        }
        pending = null;
        int atLeast = problem.doctors / STEPS;
        // Where a step ends changes nothing of the outcome, so it may depend on the clock that the time limit needs.
        long end = System.nanoTime() + LONGEST_STEP;
        for (int settled = 0; !pass.done() && !run.cancelled(); settled++) {
            if (!moved.isEmpty() && (settled > atLeast || System.nanoTime() > end)) {
                break;
            }
            if (pass.settleNext()) {
                board.changed(moved);
                board.commit();
            }
            run.settled(pass, board);
        }
        if (moved.isEmpty()) {
            run.stop();
            return false;
        }
        pending = move(assignments);
        moved.clear();
        return true;
    }

    private ChainMove move(List<DoctorAssignment> assignments) {
        List<DoctorAssignment> movers = new ArrayList<>();
        List<Choice> from = new ArrayList<>();
        List<Choice> to = new ArrayList<>();
        for (int doctor = moved.nextSetBit(0); doctor >= 0; doctor = moved.nextSetBit(doctor + 1)) {
            DoctorAssignment assignment = assignments.get(doctor);
            movers.add(assignment);
            from.add(assignment.choice());
            to.add(assignment.choiceNumbered(board.choice[doctor]));
        }
        return new ChainMove(List.copyOf(movers), from, to);
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
