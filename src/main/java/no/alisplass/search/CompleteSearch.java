package no.alisplass.search;

import java.util.Arrays;

/**
 * The complete chain search, for options that compete for several resources at once: while a resource is over its
 * capacity, one of its holders who has not moved yet must leave it, and every way of leaving is tried; a holder for whom
 * all ways failed keeps the resource, though perhaps by another option. Ends with a chain, with the certainty that there is none, or at the limit of nodes.
 */
final class CompleteSearch {
    enum Answer {
        FOUND,
        IMPOSSIBLE,
        UNKNOWN
    }

    private final Admissibility standing;
    private final IndexedProblem problem;
    private final Holdings board;
    private final boolean[] moved;
    private final int[] keeps;
    private int[] keeper = new int[64];
    private int[] kept = new int[64];
    private int keepCount;
    private final int nodeLimit;
    private int nodes;

    CompleteSearch(Admissibility standing, int nodeLimit) {
        this.standing = standing;
        this.nodeLimit = nodeLimit;
        problem = standing.problem;
        board = standing.board;
        moved = new boolean[problem.doctors];
        keeps = new int[problem.doctors];
    }

    /** Gives the doctor the option and makes room for it; without success the board is as before. */
    Answer place(int doctor, int option) {
        int mark = board.mark();
        nodes = 0;
        board.set(doctor, option);
        moved[doctor] = true;
        boolean found = repair();
        moved[doctor] = false;
        if (!found) {
            board.rollback(mark);
        }
        return found ? Answer.FOUND : nodes > nodeLimit ? Answer.UNKNOWN : Answer.IMPOSSIBLE;
    }

    private boolean repair() {
        if (++nodes > nodeLimit) {
            return false;
        }
        int mark = board.mark();
        release();
        if (board.overs() == 0) {
            return true;
        }
        int resource = narrowest();
        if (resource == Holdings.NONE || !branch(resource)) {
            board.rollback(mark);
            return false;
        }
        return true;
    }

    /** Doctors behind give way at once: nothing is owed to them. */
    private void release() {
        for (int i = board.overs() - 1; i >= 0; i--) {
            if (i >= board.overs()) {
                continue;
            }
            int resource = board.overAt(i);
            for (int j = board.used[resource] - 1; j >= 0 && board.isOver(resource); j--) {
                int holder = board.holder(resource, j);
                if (standing.free(holder) && !moved[holder]) {
                    board.set(holder, Holdings.NONE);
                }
            }
        }
    }

    /** The overfull resource with the fewest ways out, or none when one of them has too few. */
    private int narrowest() {
        int best = Holdings.NONE;
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < board.overs(); i++) {
            int resource = board.overAt(i);
            int leavers = 0;
            int ways = 0;
            for (int j = 0; j < board.used[resource]; j++) {
                int holder = board.holder(resource, j);
                int here = moved[holder] ? 0 : ways(holder, resource);
                ways += here;
                leavers += here > 0 ? 1 : 0;
            }
            if (leavers < board.used[resource] - problem.capacity[resource]) {
                return Holdings.NONE;
            }
            if (ways < fewest) {
                fewest = ways;
                best = resource;
            }
        }
        return best;
    }

    private int ways(int holder, int resource) {
        int ways = 0;
        for (int o = problem.firstOption[holder]; o < standing.end[holder]; o++) {
            if (open(holder, o, resource)) {
                ways++;
            }
        }
        return ways;
    }

    /** Whether the option does without the resource, and somebody could make room wherever it needs room. */
    private boolean open(int holder, int option, int resource) {
        if (!leaves(holder, option, resource)) {
            return false;
        }
        for (int use = problem.firstUse[option]; use < problem.firstUse[option + 1]; use++) {
            int wanted = problem.resource[use];
            if (board.isFull(wanted) && !board.holds(holder, wanted) && !hasLeaver(wanted)) {
                return false;
            }
        }
        return true;
    }

    private boolean leaves(int holder, int option, int resource) {
        if (standing.dead[option] || problem.uses(option, resource)) {
            return false;
        }
        for (int i = 0; keeps[holder] > 0 && i < keepCount; i++) {
            if (keeper[i] == holder && !problem.uses(option, kept[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean canLeave(int holder, int resource) {
        for (int o = problem.firstOption[holder]; o < standing.end[holder]; o++) {
            if (leaves(holder, o, resource)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasLeaver(int resource) {
        int needed = board.used[resource] + 1 - problem.capacity[resource];
        for (int j = 0; j < board.used[resource]; j++) {
            int holder = board.holder(resource, j);
            if (!moved[holder] && (standing.free(holder) || canLeave(holder, resource)) && --needed == 0) {
                return true;
            }
        }
        return false;
    }

    private boolean branch(int resource) {
        int[] holders = board.holdersOf(resource);
        Arrays.sort(holders);
        int keepsBefore = keepCount;
        boolean found = false;
        for (int holder : holders) {
            if (!moved[holder] && !found) {
                moved[holder] = true;
                found = leave(holder, resource);
                moved[holder] = false;
                keep(holder, resource);
            }
        }
        while (keepCount > keepsBefore) {
            keeps[keeper[--keepCount]]--;
        }
        return found;
    }

    private boolean leave(int holder, int resource) {
        int mark = board.mark();
        for (int o = problem.firstOption[holder]; o < standing.end[holder] && nodes <= nodeLimit; o++) {
            if (open(holder, o, resource)) {
                board.set(holder, o);
                if (repair()) {
                    return true;
                }
                board.rollback(mark);
            }
        }
        return false;
    }

    private void keep(int holder, int resource) {
        if (keepCount == keeper.length) {
            keeper = Arrays.copyOf(keeper, keepCount * 2);
            kept = Arrays.copyOf(kept, keepCount * 2);
        }
        keeper[keepCount] = holder;
        kept[keepCount++] = resource;
        keeps[holder]++;
    }
}
