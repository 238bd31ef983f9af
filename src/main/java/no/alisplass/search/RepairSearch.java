package no.alisplass.search;

import java.util.Arrays;
import java.util.Random;

/**
 * Looks for a chain where options compete for several resources at once: while a resource is over its capacity, one of
 * its holders moves to the admissible option that leaves the least too much elsewhere, and then rests for a while. Finds
 * quickly what there is to find, and proves nothing.
 */
final class RepairSearch {
    private static final int MIN_REST = 4;
    private static final int MORE_REST = 10;

    private final Admissibility standing;
    private final IndexedProblem problem;
    private final Holdings board;
    private final Random random;
    private final int[] restsUntil;
    private int doctor;
    private int from;
    private int to;
    private int bestDoctor;
    private int bestOption;
    private int bestOver;
    private int equallyGood;

    RepairSearch(Admissibility standing, Random random) {
        this.standing = standing;
        this.random = random;
        problem = standing.problem;
        board = standing.board;
        restsUntil = new int[problem.doctors];
    }

    /** Gives the doctor one of the options and makes room for it; without success the board is as before. */
    boolean place(int who, int firstOption, int lastOption, int steps) {
        doctor = who;
        from = firstOption;
        to = lastOption;
        int mark = board.mark();
        Arrays.fill(restsUntil, 0);
        start();
        for (int step = 1; step <= steps && board.overs() > 0; step++) {
            choose(board.overAt(random.nextInt(board.overs())), step);
            if (bestDoctor != Holdings.NONE) {
                board.set(bestDoctor, bestOption);
                release(bestOption);
                restsUntil[bestDoctor] = step + MIN_REST + random.nextInt(MORE_REST);
            }
        }
        if (board.overs() > 0) {
            board.rollback(mark);
            return false;
        }
        return true;
    }

    private void start() {
        bestDoctor = Holdings.NONE;
        board.set(doctor, Holdings.NONE);
        for (int o = from; o < to; o++) {
            if (!standing.dead[o]) {
                consider(doctor, o);
            }
        }
        board.set(doctor, bestOption);
        release(bestOption);
    }

    private void choose(int resource, int step) {
        bestDoctor = Holdings.NONE;
        for (int i = 0; i < board.used[resource]; i++) {
            int holder = board.holder(resource, i);
            if (restsUntil[holder] > step) {
                continue;
            }
            int first = holder == doctor ? from : problem.firstOption[holder];
            int end = holder == doctor ? to : standing.end[holder];
            for (int o = first; o < end; o++) {
                if (!standing.dead[o] && !problem.uses(o, resource)) {
                    consider(holder, o);
                }
            }
        }
    }

    private void consider(int holder, int option) {
        int over = 0;
        for (int use = problem.firstUse[option]; use < problem.firstUse[option + 1]; use++) {
            int wanted = problem.resource[use];
            if (board.isFull(wanted) && !board.holds(holder, wanted) && !hasFreeHolder(wanted)) {
                over++;
            }
        }
        int held = board.choice[holder];
        if (held != Holdings.NONE) {
            for (int use = problem.firstUse[held]; use < problem.firstUse[held + 1]; use++) {
                int left = problem.resource[use];
                if (board.isOver(left) && !problem.uses(option, left)) {
                    over--;
                }
            }
        }
        if (bestDoctor == Holdings.NONE || over < bestOver) {
            equallyGood = 0;
        }
        if (bestDoctor == Holdings.NONE
                || over < bestOver
                || over == bestOver && random.nextInt(++equallyGood + 1) == 0) {
            bestDoctor = holder;
            bestOption = option;
            bestOver = over;
        }
    }

    private boolean hasFreeHolder(int resource) {
        for (int i = 0; i < board.used[resource]; i++) {
            int holder = board.holder(resource, i);
            if (holder != doctor && standing.free(holder)) {
                return true;
            }
        }
        return false;
    }

    private void release(int option) {
        for (int use = problem.firstUse[option]; use < problem.firstUse[option + 1]; use++) {
            int resource = problem.resource[use];
            for (int i = board.used[resource] - 1; i >= 0 && board.isOver(resource); i--) {
                int holder = board.holder(resource, i);
                if (holder != doctor && standing.free(holder)) {
                    board.set(holder, Holdings.NONE);
                }
            }
        }
    }
}
