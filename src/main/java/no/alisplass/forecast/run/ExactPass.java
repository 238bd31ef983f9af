package no.alisplass.forecast.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import no.alisplass.domain.Objective;
import no.alisplass.search.Holdings;
import no.alisplass.search.IndexedProblem;
import no.alisplass.search.PriorityPass;

/**
 * Who gets what in one round, by the exact pass of a real run and nothing around it. Only as many doctors are put before it as can
 * matter: what a doctor gets depends on those ahead alone, and once the seats are taken for good, whoever is behind gets none.
 */
final class ExactPass {
    static final int NONE = -1;

    private final Objective objective;
    private final RoundShape shape;
    private final Order doctors;
    private final int[] capacity;
    private final boolean[] closed;
    private int[] chosen = {};
    private int unproven;

    /**
     * @param doctors asked as long as there is something to get
     * @param capacity what is left of the round's resources
     */
    ExactPass(Objective objective, RoundShape shape, Order doctors, int[] capacity) {
        this.objective = objective;
        this.shape = shape;
        this.doctors = doctors;
        this.capacity = capacity;
        closed = new boolean[capacity.length];
    }

    /** For each doctor asked, by place, the option given, {@link #NONE} for none; whoever is behind these gets none. */
    int[] run() {
        int free = 0;
        for (int r = 0; r < capacity.length; r++) {
            closed[r] = capacity[r] <= 0;
            free += shape.seat[r] ? Math.max(0, capacity[r]) : 0;
        }
        int chunk = free + 8;
        List<Integer> before = new ArrayList<>();
        int next = 0;
        while (isOpen() && doctors.has(next)) {
            int added = 0;
            while (added < chunk && doctors.has(next)) {
                if (canHope(doctors.offers(next))) {
                    before.add(next);
                    added++;
                }
                next++;
            }
            if (added > 0) {
                chosen = new int[next];
                Arrays.fill(chosen, NONE);
                settle(before);
            }
            chunk *= 2;
        }
        return chosen;
    }

    /** Doctors for whom, or for someone ahead, a better outcome was neither found nor ruled out. */
    int unproven() {
        return unproven;
    }

    private boolean isOpen() {
        for (int r = 0; r < closed.length; r++) {
            if (shape.seat[r] && !closed[r]) {
                return true;
            }
        }
        return false;
    }

    private boolean canHope(RoundShape.Offers offers) {
        for (int[] uses : offers.uses()) {
            if (open(uses)) {
                return true;
            }
        }
        return false;
    }

    private boolean open(int[] uses) {
        for (int use : uses) {
            if (closed[use]) {
                return false;
            }
        }
        return true;
    }

    private void settle(List<Integer> who) {
        int[][] numbers = new int[who.size()][];
        int[][] tiers = new int[who.size()][];
        int[][][] uses = new int[who.size()][][];
        for (int i = 0; i < numbers.length; i++) {
            RoundShape.Offers offers = doctors.offers(who.get(i));
            numbers[i] = possible(offers);
            tiers[i] = new int[numbers[i].length];
            uses[i] = new int[numbers[i].length][];
            for (int o = 0; o < numbers[i].length; o++) {
                tiers[i][o] = offers.options().get(numbers[i][o]).tier();
                uses[i][o] = offers.uses()[numbers[i][o]];
            }
        }
        IndexedProblem indexed = new IndexedProblem(objective, capacity, tiers, uses);
        Holdings board = new Holdings(indexed);
        PriorityPass pass = new PriorityPass(indexed, board, new Random(0));
        while (!pass.done()) {
            if (pass.settleNext()) {
                board.commit();
            }
        }
        unproven = pass.notExhausted().cardinality();
        for (int i = 0; i < numbers.length; i++) {
            int choice = board.choice[i];
            chosen[who.get(i)] = choice == Holdings.NONE ? NONE : numbers[i][choice - indexed.firstOption[i]];
        }
        close(who, indexed, board);
    }

    /** The options for which there is anything at all. */
    private int[] possible(RoundShape.Offers offers) {
        int[] possible = new int[offers.uses().length];
        int count = 0;
        for (int o = 0; o < possible.length; o++) {
            boolean some = true;
            for (int use : offers.uses()[o]) {
                some &= capacity[use] > 0;
            }
            if (some) {
                possible[count++] = o;
            }
        }
        return Arrays.copyOf(possible, count);
    }

    /**
     * Finds the seats that nobody behind can get: all taken, by doctors who cannot do with fewer of them, whatever else of the tier they
     * have they take.
     */
    private void close(List<Integer> who, IndexedProblem indexed, Holdings board) {
        int[] used = new int[capacity.length];
        for (int i = 0; i < who.size(); i++) {
            if (board.choice[i] != Holdings.NONE) {
                for (int u = indexed.firstUse[board.choice[i]]; u < indexed.firstUse[board.choice[i] + 1]; u++) {
                    used[indexed.resource[u]]++;
                }
            }
        }
        boolean[] taken = new boolean[capacity.length];
        for (int r = 0; r < taken.length; r++) {
            taken[r] = shape.seat[r] && used[r] >= capacity[r];
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < who.size(); i++) {
                int held = board.choice[i];
                if (held != Holdings.NONE && count(indexed, held, taken) > 0 && !bound(indexed, i, held, taken)) {
                    for (int u = indexed.firstUse[held]; u < indexed.firstUse[held + 1]; u++) {
                        changed |= taken[indexed.resource[u]];
                        taken[indexed.resource[u]] = false;
                    }
                }
            }
        }
        for (int r = 0; r < taken.length; r++) {
            closed[r] |= taken[r];
        }
    }

    /** Whether all that the doctor could have instead takes as many of those seats. */
    private boolean bound(IndexedProblem indexed, int doctor, int held, boolean[] taken) {
        int need = count(indexed, held, taken);
        for (int o = indexed.firstOption[doctor]; o < indexed.firstOption[doctor + 1]; o++) {
            boolean could = objective == Objective.PLACEMENTS_FIRST || indexed.tier[o] == indexed.tier[held];
            if (could && count(indexed, o, taken) < need) {
                return false;
            }
        }
        return true;
    }

    private static int count(IndexedProblem indexed, int option, boolean[] taken) {
        int count = 0;
        for (int u = indexed.firstUse[option]; u < indexed.firstUse[option + 1]; u++) {
            count += taken[indexed.resource[u]] ? 1 : 0;
        }
        return count;
    }
}
