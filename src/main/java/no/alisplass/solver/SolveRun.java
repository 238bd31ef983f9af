package no.alisplass.solver;

import java.util.BitSet;
import java.util.Random;
import java.util.function.BooleanSupplier;
import no.alisplass.search.Holdings;
import no.alisplass.search.IndexedProblem;
import no.alisplass.search.PriorityPass;

/** One run: what it solves, who listens, and how far it has come. Shared by all copies of the plan. */
final class SolveRun {
    private final IndexedProblem problem;
    private final long seed;
    private final SolveListener listener;
    private final BooleanSupplier cancelled;
    private final int reportEvery;
    private BitSet notExhausted = new BitSet();
    private int settled;
    private boolean wasCancelled;

    SolveRun(IndexedProblem problem, long seed, SolveListener listener, BooleanSupplier cancelled) {
        this.problem = problem;
        this.seed = seed;
        this.listener = listener;
        this.cancelled = cancelled;
        reportEvery = Math.max(1, problem.doctors / 100);
    }

    IndexedProblem problem() {
        return problem;
    }

    /** All chance in a run: it chooses between what is equally good. */
    Random random() {
        return new Random(seed);
    }

    boolean cancelled() {
        wasCancelled = wasCancelled || cancelled.getAsBoolean();
        return wasCancelled;
    }

    void settled(PriorityPass pass, Holdings board) {
        int before = settled;
        settled = pass.settled();
        notExhausted = pass.notExhausted();
        if (settled / reportEvery > before / reportEvery || settled == problem.doctors) {
            int placed = 0;
            int first = 0;
            for (int d = 0; d < problem.doctors; d++) {
                placed += board.choice[d] == Holdings.NONE ? 0 : 1;
                first += board.choice[d] != Holdings.NONE && board.tier(d) == 0 ? 1 : 0;
            }
            listener.progress(new SolveProgress(settled, problem.doctors, placed, first));
        }
    }

    int settled() {
        return settled;
    }

    /** Whether a better outcome of the doctor was neither found nor ruled out. */
    boolean isOpen(int doctor) {
        boolean couldChange = !problem.pinned[doctor] && problem.noTier[doctor] > 0;
        return couldChange && (doctor >= settled || notExhausted.get(doctor));
    }
}
