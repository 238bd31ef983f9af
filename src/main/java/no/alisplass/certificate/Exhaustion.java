package no.alisplass.certificate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tries every way to serve the doctor and the protected doctors a chain of moves could reach: one doctor after another, options
 * in the problem's order. A node is an option that fits in what is left.
 */
final class Exhaustion {
    private final Field field;
    private final long limit;
    private long nodes;
    private int[] order;
    private int[] options;
    private int[] chosen;
    private int[] left;

    Exhaustion(Field field, long limit) {
        this.field = field;
        this.limit = limit;
    }

    /** The doctors tried, in order, when none of all ways works; null when one works or the limit was reached. */
    List<Integer> exhausted() {
        List<Integer> result = new ArrayList<>();
        for (int doctor : order) {
            result.add(doctor);
        }
        return result;
    }

    long nodes() {
        return nodes;
    }

    /** A proof has no prices here; a refutation has its moves; nothing means that the limit was reached. */
    Found find(int doctor, int better) {
        order = reachable(doctor, better);
        options = new int[order.length];
        chosen = new int[order.length];
        left = field.rest.clone();
        for (int k = 0; k < order.length; k++) {
            options[k] = order[k] == doctor ? better : field.allowed[order[k]];
            if (order[k] != doctor) {
                take(field.uses[order[k]][field.held[order[k]]], -1);
            }
        }
        nodes = 0;
        boolean served = serve(0);
        if (nodes > limit) {
            return Found.NOTHING;
        }
        if (!served) {
            return Found.proof(null);
        }
        Map<Integer, Integer> moves = new HashMap<>();
        for (int k = 0; k < order.length; k++) {
            moves.put(order[k], chosen[k]);
        }
        return Found.refutation(moves);
    }

    private boolean serve(int at) {
        if (at == order.length) {
            return true;
        }
        for (int o = 0; o < options[at]; o++) {
            int[] uses = field.uses[order[at]][o];
            if (fits(uses)) {
                if (++nodes > limit) {
                    return false;
                }
                take(uses, 1);
                chosen[at] = o;
                if (serve(at + 1)) {
                    return true;
                }
                take(uses, -1);
            }
        }
        return false;
    }

    private boolean fits(int[] uses) {
        for (int r : uses) {
            if (left[r] <= 0) {
                return false;
            }
        }
        return true;
    }

    private void take(int[] uses, int units) {
        for (int r : uses) {
            left[r] -= units;
        }
    }

    private int[] reachable(int doctor, int better) {
        boolean[] seenResource = new boolean[field.resources];
        boolean[] seenDoctor = new boolean[field.doctors];
        List<Integer> result = new ArrayList<>();
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(doctor));
        seenDoctor[doctor] = true;
        while (!queue.isEmpty()) {
            int next = queue.remove();
            result.add(next);
            int count = next == doctor ? better : field.allowed[next];
            for (int o = 0; o < count; o++) {
                for (int r : field.uses[next][o]) {
                    if (!seenResource[r]) {
                        seenResource[r] = true;
                        for (int h = 0; h < field.holders(r); h++) {
                            int holder = field.holder(r, h);
                            if (!seenDoctor[holder]) {
                                seenDoctor[holder] = true;
                                queue.add(holder);
                            }
                        }
                    }
                }
            }
        }
        return result.stream().mapToInt(Integer::intValue).toArray();
    }
}
