package no.alisplass.solver;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.cloner.SolutionCloner;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftbigdecimal.HardMediumSoftBigDecimalScore;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.Objective;
import no.alisplass.search.IndexedProblem;

/**
 * The planning solution. The score has three levels: units over capacity, then (under placements first) a digit for
 * each doctor who is not placed, then a digit with the tier of each. Two lexicographic blocks are two levels, so
 * that no number has to hold both, and wishes first is the same score with an empty middle.
 */
@PlanningSolution(solutionCloner = AllocationPlan.Copier.class)
class AllocationPlan {
    @PlanningEntityCollectionProperty
    private List<DoctorAssignment> assignments;

    @PlanningScore
    private HardMediumSoftBigDecimalScore score;

    private SolveRun run;

    /** Timefold wants one to look at the class with. */
    AllocationPlan() {}

    private AllocationPlan(AllocationPlan other) {
        assignments = new ArrayList<>(other.assignments.size());
        other.assignments.forEach(assignment -> assignments.add(new DoctorAssignment(assignment)));
        score = other.score;
        run = other.run;
    }

    /** @param start the number of the option each doctor holds at first */
    AllocationPlan(SolveRun run, int[] start) {
        this.run = run;
        IndexedProblem problem = run.problem();
        List<Choice.Unit> units = new ArrayList<>();
        for (int r = 0; r < problem.resources; r++) {
            units.add(new Choice.Unit(r, problem.capacity[r]));
        }
        boolean placedFirst = problem.objective == Objective.PLACEMENTS_FIRST;
        assignments = new ArrayList<>(problem.doctors);
        for (int d = 0; d < problem.doctors; d++) {
            List<Choice> choices = new ArrayList<>();
            for (int o = problem.firstOption[d]; o < problem.firstOption[d + 1]; o++) {
                List<Choice.Unit> taken = new ArrayList<>();
                for (int use = problem.firstUse[o]; use < problem.firstUse[o + 1]; use++) {
                    taken.add(units.get(problem.resource[use]));
                }
                choices.add(new Choice(o, problem.tier[o], List.copyOf(taken)));
            }
            DoctorAssignment assignment = new DoctorAssignment(
                    d,
                    problem.pinned[d],
                    List.copyOf(choices),
                    problem.noTier[d],
                    problem.doctors - 1 - d,
                    placedFirst);
            assignment.choose(assignment.choiceNumbered(start[d]));
            assignments.add(assignment);
        }
    }

    List<DoctorAssignment> assignments() {
        return assignments;
    }

    HardMediumSoftBigDecimalScore score() {
        return score;
    }

    SolveRun run() {
        return run;
    }

    /** Copies a plan field by field, without the reflection that otherwise costs more than the search. */
    public static final class Copier implements SolutionCloner<AllocationPlan> {
        @Override
        public AllocationPlan cloneSolution(AllocationPlan original) {
            return new AllocationPlan(original);
        }
    }
}
