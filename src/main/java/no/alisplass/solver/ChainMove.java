package no.alisplass.solver;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.move.AbstractMove;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** An ejection chain: several doctors change their options at once, and no resource is over its capacity after it. */
final class ChainMove extends AbstractMove<AllocationPlan> {
    private final List<DoctorAssignment> assignments;
    private final List<Choice> from;
    private final List<Choice> to;

    ChainMove(List<DoctorAssignment> assignments, List<Choice> from, List<Choice> to) {
        this.assignments = assignments;
        this.from = from;
        this.to = to;
    }

    /** Whether the doctors hold what the chain gives them. */
    boolean isDone() {
        for (int i = 0; i < assignments.size(); i++) {
            if (assignments.get(i).choice() != to.get(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<AllocationPlan> director) {
        return !isDone();
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<AllocationPlan> director) {
        for (int i = 0; i < assignments.size(); i++) {
            DoctorAssignment assignment = assignments.get(i);
            director.beforeVariableChanged(assignment, "choice");
            assignment.choose(to.get(i));
            director.afterVariableChanged(assignment, "choice");
        }
    }

    @Override
    public Collection<?> getPlanningEntities() {
        return assignments;
    }

    @Override
    public Collection<?> getPlanningValues() {
        return new ArrayList<>(to);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < assignments.size(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(assignments.get(i))
                    .append(": ")
                    .append(from.get(i))
                    .append(" -> ")
                    .append(to.get(i));
        }
        return text.toString();
    }
}
