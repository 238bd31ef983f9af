package no.alisplass.search;

import java.util.Arrays;
import java.util.Random;
import no.alisplass.problem.AllocationProblem;

/**
 * A round that is made ready once and worked out as often as is asked, with other numbers of what there is. From the start a run has and by the same
 * pass, so that the outcome is a run's to the option; no solver is built for it, and nothing is written or hashed. Safe to share between threads.
 */
public final class Rerun {
    private static final long SEED = 0;

    private final IndexedProblem indexed;
    private final long seed;

    public Rerun(AllocationProblem problem) {
        this(problem, SEED);
    }

    /** @param seed which of several equally good outcomes comes out, as in a run */
    public Rerun(AllocationProblem problem, long seed) {
        indexed = new IndexedProblem(problem);
        this.seed = seed;
    }

    /**
     * What came out.
     *
     * @param options every doctor's, by its place in the doctor's own, {@link Holdings#NONE} for none
     * @param open for how many doctors a better outcome was neither found nor ruled out
     */
    public record Outcome(int[] options, int open) {
        public boolean settled() {
            return open == 0;
        }
    }

    /** How many there are of each resource, in the problem's order. */
    public int[] capacity() {
        return indexed.capacity.clone();
    }

    /** How many options there are: what a pass takes goes by that. */
    public int size() {
        return Math.max(1, indexed.options());
    }

    /** The round as it is. */
    public Outcome outcome() {
        return outcome(indexed);
    }

    /** @param capacity how many there would be of each resource, in the problem's order */
    public Outcome with(int[] capacity) {
        return outcome(indexed.with(capacity));
    }

    /**
     * The round with its doctors in another order.
     *
     * @param order for each place the doctor's place in the problem; the options of the outcome are in this order
     */
    public Outcome inOrder(int[] order) {
        return outcome(indexed.inOrder(order));
    }

    /** Whether all that is settled by hand has room with these numbers. */
    public boolean holdsPins(int[] capacity) {
        int[] left = capacity.clone();
        boolean fits = true;
        for (int d = 0; d < indexed.doctors; d++) {
            if (indexed.pinned[d] && indexed.firstOption[d] < indexed.firstOption[d + 1]) {
                int option = indexed.firstOption[d];
                for (int use = indexed.firstUse[option]; use < indexed.firstUse[option + 1]; use++) {
                    fits &= --left[indexed.resource[use]] >= 0;
                }
            }
        }
        return fits;
    }

    private Outcome outcome(IndexedProblem problem) {
        int[] choices = new int[problem.doctors];
        Arrays.fill(choices, Holdings.NONE);
        for (int d = 0; d < problem.doctors; d++) {
            if (problem.pinned[d] && problem.firstOption[d] < problem.firstOption[d + 1]) {
                choices[d] = problem.firstOption[d];
            }
        }
        FirstFit.extend(problem, choices);
        Holdings board = new Holdings(problem);
        for (int d = 0; d < problem.doctors; d++) {
            if (choices[d] != Holdings.NONE) {
                board.set(d, choices[d]);
            }
        }
        if (board.overs() > 0) {
            throw new IllegalArgumentException("The pinned doctors take more than there is. Maybe unpin one.");
        }
        board.commit();
        PriorityPass pass = new PriorityPass(problem, board, new Random(seed));
        while (!pass.done()) {
            if (pass.settleNext()) {
                board.commit();
            }
        }
        int[] options = new int[problem.doctors];
        for (int d = 0; d < problem.doctors; d++) {
            options[d] = board.choice[d] == Holdings.NONE ? Holdings.NONE : board.choice[d] - problem.firstOption[d];
        }
        return new Outcome(options, pass.notExhausted().cardinality());
    }
}
