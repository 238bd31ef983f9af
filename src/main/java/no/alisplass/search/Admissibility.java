package no.alisplass.search;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What may still change: for each doctor ahead the options that are at least as good as what the doctor holds, and
 * which options are proven out of reach for good.
 */
final class Admissibility {
    final IndexedProblem problem;
    final Holdings board;
    /** Admissible options of a settled doctor end before this one. */
    final int[] end;

    final boolean[] settled;
    final boolean[] dead;
    private final BitSet released = new BitSet();

    Admissibility(IndexedProblem problem, Holdings board) {
        this.problem = problem;
        this.board = board;
        settled = problem.pinned.clone();
        end = Arrays.copyOfRange(problem.firstOption, 1, problem.doctors + 1);
        dead = new boolean[problem.options()];
    }

    /** Settles a doctor on what the board says, at the tier that the last of the options before {@code end} has. */
    void settle(int doctor, int optionsEnd) {
        settled[doctor] = true;
        end[doctor] = board.choice[doctor] == Holdings.NONE ? problem.firstOption[doctor] : optionsEnd;
    }

    /** Behind the doctor at hand: may lose everything. */
    boolean free(int doctor) {
        return !settled[doctor];
    }

    /** The end of the options of the doctor that are as good as the tier or better. */
    int endOfTier(int doctor, int tier) {
        int option = problem.firstOption[doctor];
        while (option < problem.firstOption[doctor + 1] && problem.tier[option] <= tier) {
            option++;
        }
        return option;
    }

    /** Gives released doctors the best option that is free, in priority order. */
    void refill() {
        released.clear();
        board.changed(released);
        for (int doctor = released.nextSetBit(0); doctor >= 0; doctor = released.nextSetBit(doctor + 1)) {
            if (board.choice[doctor] == Holdings.NONE && free(doctor)) {
                refill(doctor);
            }
        }
    }

    private void refill(int doctor) {
        for (int o = problem.firstOption[doctor]; o < problem.firstOption[doctor + 1]; o++) {
            if (!dead[o] && board.hasRoom(o)) {
                board.set(doctor, o);
                return;
            }
        }
    }
}
