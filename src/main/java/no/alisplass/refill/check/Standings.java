package no.alisplass.refill.check;

import java.util.ArrayList;
import java.util.List;

/** What everyone has before and after, counted. */
final class Standings {
    final Board board;
    /** By doctor the option had after; null for none. */
    final List<Integer> after;

    final int[] before;
    final int[] used;
    /** By resource: who has it after and had it not before, by rank. */
    final List<List<Integer>> newcomers = new ArrayList<>();

    Standings(Board board, List<Integer> after) {
        this.board = board;
        this.after = after;
        before = board.count(board.before());
        used = board.count(after);
        for (int r = 0; r < used.length; r++) {
            newcomers.add(new ArrayList<>());
        }
        for (int d = 0; d < after.size(); d++) {
            if (after.get(d) != null) {
                for (int use : board.uses(d, after.get(d))) {
                    if (!board.heldBefore(d, use)) {
                        newcomers.get(use).add(d);
                    }
                }
            }
        }
    }

    boolean has(int doctor, int resource) {
        return board.uses(doctor, after.get(doctor), resource);
    }

    int free(int resource) {
        return board.capacity(resource) - used[resource];
    }

    /** Whether all who have come to the resource stand ahead of the doctor. */
    boolean allAhead(int resource, int doctor) {
        List<Integer> here = newcomers.get(resource);
        return here.isEmpty() || here.get(here.size() - 1) < doctor;
    }

    /** Whether the seat was there to give. */
    boolean wasToGive(int seat) {
        return free(seat) > 0 || !newcomers.get(seat).isEmpty();
    }

    /** The single stays of a better tier than what the doctor has, of one who takes part. */
    List<Integer> wanted(int doctor) {
        List<Integer> wanted = new ArrayList<>();
        for (int o = 0; board.takesPart(doctor) && o < board.options(doctor); o++) {
            if (!board.isWhole(doctor, o) && board.better(doctor, o, after.get(doctor))) {
                wanted.add(o);
            }
        }
        return wanted;
    }
}
