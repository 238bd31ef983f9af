package no.alisplass.certificate.prove;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Looks for a tight set: full resources such that each option the doctor asks for needs one of them, and no protected
 * doctor has an allowed option that needs fewer of them than the one held. It grows from what the doctor asks for along what
 * the holders could take instead, so it stays small. With options of one resource each it misses nothing: where it
 * ends at a free unit, the way there is a chain of moves that serves the doctor. Otherwise which of several full resources to take
 * is a guess, and failing proves nothing.
 */
final class HallViolators {
    private final ClaimContext field;
    private final boolean[] in;
    private final boolean[] settled;
    private final int[] members;
    private int size;
    private final int[] wantedBy;
    private final int[] wantedFor;
    private final int[][] instead;

    HallViolators(ClaimContext field) {
        this.field = field;
        in = new boolean[field.resources];
        settled = new boolean[field.resources];
        members = new int[field.resources];
        wantedBy = new int[field.resources];
        wantedFor = new int[field.resources];
        instead = new int[field.resources][];
    }

    ProofAttempt find(int doctor, int better) {
        clear();
        if (field.single && field.releases() == 0 && closes(doctor, better)) {
            return found();
        }
        clear();
        for (int o = 0; o < better; o++) {
            if (!cover(doctor, o, 1)) {
                return chain(doctor, doctor, o);
            }
        }
        for (int next = 0; next < size; next++) {
            int resource = members[next];
            for (int h = 0; h < field.holders(resource); h++) {
                int holder = field.holder(resource, h);
                int[][] options = field.uses[holder];
                int need = covered(options[field.held[holder]]);
                for (int o = 0; o < field.allowed[holder]; o++) {
                    if (!cover(holder, o, need)) {
                        return chain(doctor, holder, o);
                    }
                }
            }
        }
        return found();
    }

    private void clear() {
        for (int k = 0; k < size; k++) {
            in[members[k]] = false;
        }
        size = 0;
    }

    private ProofAttempt found() {
        for (int k = 0; k < size; k++) {
            settled[members[k]] = true;
        }
        return ProofAttempt.proof(Prices.allOne(members, size));
    }

    /**
     * Where each option is of one resource, the set is what can be reached from those the doctor asks for, and no guess: whether all of that is
     * full. The set is then the one the general way finds; where it ends at a free unit, that way tells the chain.
     */
    private boolean closes(int doctor, int better) {
        for (int o = 0; o < better; o++) {
            if (!reach(field.uses[doctor][o][0])) {
                return false;
            }
        }
        for (int next = 0; next < size; next++) {
            for (int r : insteadOf(members[next])) {
                if (!reach(r)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean reach(int resource) {
        if (field.rest[resource] > 0) {
            return false;
        }
        if (!in[resource]) {
            in[resource] = true;
            members[size++] = resource;
        }
        return true;
    }

    /** What the holders of a full resource could take instead: worked out once, for where nobody was released they stay the same. */
    private int[] insteadOf(int resource) {
        if (instead[resource] == null) {
            BitSet others = new BitSet();
            for (int h = 0; h < field.holders(resource); h++) {
                int holder = field.holder(resource, h);
                for (int o = 0; o < field.allowed[holder]; o++) {
                    others.set(field.uses[holder][o][0]);
                }
            }
            others.clear(resource);
            instead[resource] = others.stream().toArray();
        }
        return instead[resource];
    }

    private boolean cover(int doctor, int option, int need) {
        int[] uses = field.uses[doctor][option];
        int have = covered(uses);
        while (have < need) {
            int best = -1;
            for (int r : uses) {
                if (!in[r] && field.rest[r] <= 0 && (best < 0 || better(r, best))) {
                    best = r;
                }
            }
            if (best < 0) {
                return false;
            }
            in[best] = true;
            members[size++] = best;
            wantedBy[best] = doctor;
            wantedFor[best] = option;
            have++;
        }
        return true;
    }

    private int covered(int[] uses) {
        int count = 0;
        for (int r : uses) {
            if (in[r]) {
                count++;
            }
        }
        return count;
    }

    private boolean better(int a, int b) {
        if (settled[a] != settled[b]) {
            return settled[a];
        }
        return movable(a) < movable(b);
    }

    private int movable(int resource) {
        int count = 0;
        for (int h = 0; h < field.holders(resource); h++) {
            if (field.allowed[field.holder(resource, h)] > 1) {
                count++;
            }
        }
        return count;
    }

    private ProofAttempt chain(int doctor, int last, int option) {
        Map<Integer, Integer> moves = new HashMap<>();
        int mover = last;
        int to = option;
        while (moves.putIfAbsent(mover, to) == null && mover != doctor) {
            int freed = -1;
            for (int r : field.uses[mover][field.held[mover]]) {
                if (in[r]) {
                    freed = r;
                    break;
                }
            }
            if (freed < 0) {
                return ProofAttempt.NOTHING;
            }
            mover = wantedBy[freed];
            to = wantedFor[freed];
        }
        return moves.containsKey(doctor) && field.feasible(moves)
                ? ProofAttempt.refutation(moves)
                : ProofAttempt.NOTHING;
    }
}
