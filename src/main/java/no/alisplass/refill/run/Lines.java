package no.alisplass.refill.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import no.alisplass.refill.Letting;

/**
 * Who may ask for what counts towards an area's limit: those who hold such a thing before, and of the others as many as there is room for, the best ranked
 * first; when one of them ends without, the next is let in.
 */
final class Lines {
    /** One doctor whose turn has come in the line for one limit. @param wish where the doctor's best that counts towards it stands */
    record Turn(int doctor, int limit, int wish) {}

    private final IndexedRefill problem;
    /** By limit: those who would ask for something that counts towards it, by rank. */
    private final List<List<Turn>> line = new ArrayList<>();
    /** By limit: how many of its line have had their turn. */
    private final int[] had;

    private final List<BitSet> letIn = new ArrayList<>();
    private final List<BitSet> leftOut = new ArrayList<>();
    private final int[][] wants;
    /** By option: how many of its limits the doctor is not let in to. */
    private final int[] closed;

    private final List<Letting> settled = new ArrayList<>();

    /** @param wants by doctor what each would ask for, in order */
    Lines(IndexedRefill problem, int[][] wants) {
        this.problem = problem;
        this.wants = wants;
        had = new int[problem.resources];
        closed = new int[problem.first[problem.doctors]];
        for (int r = 0; r < problem.resources; r++) {
            line.add(new ArrayList<>());
            letIn.add(new BitSet());
            leftOut.add(new BitSet());
        }
        for (int d = 0; d < problem.doctors; d++) {
            for (int wish = 0; wish < wants[d].length; wish++) {
                standInLine(d, wish);
            }
        }
    }

    private void standInLine(int doctor, int wish) {
        int option = wants[doctor][wish];
        for (int use : problem.uses[option]) {
            if (!problem.seat[use] && !problem.uses(problem.held[doctor], use)) {
                closed[option]++;
                List<Turn> here = line.get(use);
                if (here.isEmpty() || here.get(here.size() - 1).doctor != doctor) {
                    here.add(new Turn(doctor, use, wish));
                }
            }
        }
    }

    /** Whether the doctor whose option it is may ask for it. */
    boolean open(int option) {
        return closed[option] == 0;
    }

    /** Whether nothing of this limit stands in the doctor's way. */
    boolean letIn(int doctor, int limit) {
        return problem.uses(problem.held[doctor], limit) || letIn.get(limit).get(doctor);
    }

    boolean leftOut(int doctor, int limit) {
        return leftOut.get(limit).get(doctor);
    }

    int letIn(int limit) {
        return letIn.get(limit).cardinality();
    }

    int leftOut(int limit) {
        return leftOut.get(limit).cardinality();
    }

    List<Letting> settled() {
        return settled;
    }

    /**
     * For each limit that has room, as many of the next in its line; by rank, and those of one doctor by the doctor's own wishes.
     *
     * @param used how many have each resource now
     */
    List<Turn> next(int... used) {
        List<Turn> next = new ArrayList<>();
        for (int limit = 0; limit < problem.resources; limit++) {
            List<Turn> here = line.get(limit);
            int room = Math.max(0, problem.capacity[limit] - used[limit]);
            next.addAll(here.subList(had[limit], had[limit] + Math.min(room, here.size() - had[limit])));
        }
        next.sort(Comparator.comparingInt(Turn::doctor)
                .thenComparingInt(Turn::wish)
                .thenComparingInt(Turn::limit));
        return next;
    }

    void letIn(List<Turn> turns) {
        turns.forEach(turn -> change(turn, -1));
    }

    void letOut(List<Turn> turns) {
        turns.forEach(turn -> change(turn, 1));
    }

    private void change(Turn turn, int by) {
        for (int option : wants[turn.doctor]) {
            if (problem.uses(option, turn.limit) && !problem.uses(problem.held[turn.doctor], turn.limit)) {
                closed[option] += by;
            }
        }
    }

    /** @param in whether they stay let in, or are left out of these limits for good */
    void settle(List<Turn> turns, boolean in) {
        for (Turn turn : turns) {
            had[turn.limit]++;
            (in ? letIn : leftOut).get(turn.limit).set(turn.doctor);
            settled.add(new Letting(problem.id(turn.doctor), problem.resource(turn.limit), in));
        }
    }

    /** Whether more are away than there is room for, or than were before. */
    boolean over(int... used) {
        for (int r = 0; r < problem.resources; r++) {
            if (!problem.seat[r] && used[r] > Math.max(problem.capacity[r], problem.before[r])) {
                return true;
            }
        }
        return false;
    }
}
