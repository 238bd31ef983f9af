package no.alisplass.search;

import java.util.BitSet;
import java.util.Random;
import no.alisplass.domain.Objective;

/**
 * Goes through the doctors in priority order and settles each on the best tier that is possible while everyone ahead
 * keeps theirs. That tier depends only on the tiers ahead, so one pass with a complete search is exact. Placements first
 * is two passes: who is placed, then, among the placed, which tier.
 */
public final class PriorityPass {
    private static final int FIRST_STEPS = 300;
    private static final int MORE_STEPS = 20_000;
    private static final int NODE_LIMIT = 2_000;

    private final IndexedProblem problem;
    private final Holdings board;
    private final Admissibility standing;
    private final AugmentingPathSearch alternating;
    private final CountingBound tight;
    private final SubgradientPrices prices;
    private final Relaxation relaxation;
    private final RepairSearch repair;
    private final CompleteSearch complete;
    private final BitSet notExhausted = new BitSet();
    private boolean placing;
    private int next;

    public PriorityPass(IndexedProblem problem, Holdings board, Random random) {
        this.problem = problem;
        this.board = board;
        standing = new Admissibility(problem, board);
        alternating = new AugmentingPathSearch(standing, random);
        tight = new CountingBound(standing);
        prices = new SubgradientPrices(standing, tight);
        relaxation = new Relaxation(standing, tight);
        repair = new RepairSearch(standing, random);
        complete = new CompleteSearch(standing, NODE_LIMIT);
        placing = problem.objective == Objective.PLACEMENTS_FIRST && problem.doctors > 0;
    }

    /** How many doctors are settled for good. */
    public int settled() {
        return placing ? 0 : next;
    }

    /** Doctors for whom a better outcome was neither found nor ruled out. */
    public BitSet notExhausted() {
        return notExhausted;
    }

    public boolean done() {
        return !placing && next == problem.doctors;
    }

    /** Settles the next doctor; true when that took a chain, which the board then holds. */
    public boolean settleNext() {
        int doctor = next++;
        boolean chain = !problem.pinned[doctor] && (placing ? settlePlaced(doctor) : settleTier(doctor));
        if (placing && next == problem.doctors) {
            placing = false;
            next = 0;
        }
        return chain;
    }

    private boolean settlePlaced(int doctor) {
        boolean chain = board.choice[doctor] == Holdings.NONE && improve(doctor, problem.noTier[doctor]);
        standing.settle(doctor, problem.firstOption[doctor + 1]);
        return chain;
    }

    private boolean settleTier(int doctor) {
        standing.settled[doctor] = false;
        boolean chain = false;
        if (problem.objective == Objective.WISHES_FIRST || board.choice[doctor] != Holdings.NONE) {
            chain = improve(doctor, board.tier(doctor));
        }
        standing.settle(doctor, standing.endOfTier(doctor, board.tier(doctor)));
        return chain;
    }

    private boolean improve(int doctor, int worseThan) {
        int from = problem.firstOption[doctor];
        while (from < problem.firstOption[doctor + 1] && problem.tier[from] < worseThan) {
            int to = standing.endOfTier(doctor, problem.tier[from]);
            if (quickly(doctor, from, to) || completely(doctor, from, to)) {
                standing.settled[doctor] = true;
                standing.refill();
                return true;
            }
            from = to;
        }
        return false;
    }

    private boolean quickly(int doctor, int from, int to) {
        for (int option = from; option < to; option++) {
            if (standing.dead[option]) {
                continue;
            }
            if (alternating.place(doctor, option)) {
                return true;
            }
            if (!tight.proves(option, alternating.visited())) {
                proveFromOneResource(option);
            }
        }
        return false;
    }

    private void proveFromOneResource(int option) {
        for (int use = problem.firstUse[option]; use < problem.firstUse[option + 1]; use++) {
            int resource = problem.resource[use];
            if (board.isFull(resource) && tight.proves(option, new int[] {resource})) {
                return;
            }
        }
    }

    private boolean completely(int doctor, int from, int to) {
        if (allDead(from, to)) {
            return false;
        }
        if (repair.place(doctor, from, to, FIRST_STEPS)) {
            return true;
        }
        if (prices.prove(from, to)) {
            return false;
        }
        return switch (relaxation.place(doctor, from, to)) {
            case PLACED -> true;
            case IMPOSSIBLE -> false;
            case UNKNOWN -> repair.place(doctor, from, to, MORE_STEPS) || exhaustively(doctor, from, to);
        };
    }

    private boolean allDead(int from, int to) {
        for (int option = from; option < to; option++) {
            if (!standing.dead[option]) {
                return false;
            }
        }
        return true;
    }

    private boolean exhaustively(int doctor, int from, int to) {
        for (int option = from; option < to; option++) {
            if (standing.dead[option] || prices.prove(option, option + 1)) {
                continue;
            }
            switch (complete.place(doctor, option)) {
                case FOUND -> {
                    return true;
                }
                case IMPOSSIBLE -> standing.dead[option] = true;
                case UNKNOWN -> notExhausted.set(doctor);
            }
        }
        return false;
    }
}
