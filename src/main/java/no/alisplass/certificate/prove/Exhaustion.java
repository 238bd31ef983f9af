package no.alisplass.certificate.prove;

import java.util.HashMap;
import java.util.Map;

/**
 * Tries every way to serve the doctor, starting from what is held. Each better option is given in turn. While a resource is over its
 * capacity, the first such, one of its holders must move: for each not yet settled, in priority order, each other option that counts and fits
 * beside the settled is tried and settles the holder; after that the holder is settled where it stands. A node is an option so tried.
 */
final class Exhaustion {
    private static final int[] DEPTHS = {2, 4, 8, Integer.MAX_VALUE};

    private final ClaimContext field;
    private final long limit;
    private long nodes;
    private boolean cut;
    private final int[] current;
    private final boolean[] settled;
    private final int[] left;
    private final int[] settledLeft;
    private final Map<Integer, Integer> moves = new HashMap<>();

    Exhaustion(ClaimContext field, long limit) {
        this.field = field;
        this.limit = limit;
        current = field.held.clone();
        settled = new boolean[field.doctors];
        left = field.rest.clone();
        settledLeft = field.capacity.clone();
    }

    long nodes() {
        return nodes;
    }

    /** A proof has no prices here; a refutation has its moves; nothing means that the limit was reached. Short chains come first. */
    ProofAttempt find(int doctor, int better) {
        for (int depth : DEPTHS) {
            nodes = 0;
            cut = false;
            settled[doctor] = true;
            for (int o = 0; o < better; o++) {
                if (tried(doctor, o, depth)) {
                    return ProofAttempt.refutation(moves);
                }
            }
            if (!cut) {
                return ProofAttempt.proof(null);
            }
        }
        return ProofAttempt.NOTHING;
    }

    /** Tries an option for a doctor who holds nothing now and is settled by it. */
    private boolean tried(int doctor, int option, int depth) {
        int[] uses = field.uses[doctor][option];
        for (int r : uses) {
            if (settledLeft[r] <= 0) {
                return false;
            }
        }
        if (++nodes > limit) {
            cut = true;
            return false;
        }
        take(left, uses, 1);
        take(settledLeft, uses, 1);
        moves.put(doctor, option);
        if (served(depth - 1)) {
            return true;
        }
        moves.remove(doctor);
        take(left, uses, -1);
        take(settledLeft, uses, -1);
        return false;
    }

    private boolean served(int depth) {
        int over = 0;
        while (over < left.length && left[over] >= 0) {
            over++;
        }
        if (over == left.length) {
            return true;
        }
        if (depth == 0) {
            cut = true;
            return false;
        }
        int[] holders = unsettled(over);
        int stayed = 0;
        boolean served = false;
        while (stayed < holders.length && !served && nodes <= limit) {
            int holder = holders[stayed];
            int[] held = field.uses[holder][current[holder]];
            settled[holder] = true;
            take(left, held, -1);
            for (int o = 0; o < field.allowed[holder] && !served; o++) {
                served = o != current[holder] && tried(holder, o, depth);
            }
            if (!served) {
                take(left, held, 1);
                take(settledLeft, held, 1);
                stayed++;
                if (overfull(held)) {
                    break;
                }
            }
        }
        if (!served) {
            for (int k = 0; k < stayed; k++) {
                take(settledLeft, field.uses[holders[k]][current[holders[k]]], -1);
                settled[holders[k]] = false;
            }
        }
        return served;
    }

    private int[] unsettled(int resource) {
        int[] result = new int[field.holders(resource)];
        int count = 0;
        for (int h = 0; h < field.holders(resource); h++) {
            int holder = field.holder(resource, h);
            if (!settled[holder]) {
                result[count++] = holder;
            }
        }
        int[] sorted = java.util.Arrays.copyOf(result, count);
        java.util.Arrays.sort(sorted);
        return sorted;
    }

    private boolean overfull(int[] uses) {
        for (int r : uses) {
            if (settledLeft[r] < 0) {
                return true;
            }
        }
        return false;
    }

    private static void take(int[] units, int[] uses, int count) {
        for (int r : uses) {
            units[r] -= count;
        }
    }
}
