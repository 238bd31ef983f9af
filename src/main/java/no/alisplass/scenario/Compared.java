package no.alisplass.scenario;

import no.alisplass.problem.AllocationProblem;

/**
 * A problem as it is and as it would be by another objective or another policy, both worked out; of the same doctors. Another policy has them in another
 * order, and may leave some out, who then have nothing.
 */
public record Compared(AllocationProblem problem, Worked now, AllocationProblem changed, Worked then) {
    /** Doctor by doctor. */
    public Difference difference() {
        return Difference.between(problem, now, changed, then);
    }
}
