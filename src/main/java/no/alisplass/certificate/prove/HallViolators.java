package no.alisplass.certificate.prove;

import java.util.HashMap;
import java.util.Map;

/**
 * Looks for a tight set: full resources such that each option the doctor asks for needs one of them, and no protected
 * doctor has an allowed option that needs fewer of them than the one held. It grows from what the doctor asks for along what
 * the holders could take instead, so it stays small. With options of one resource each it misses nothing ({@link ClosedSets}): where it
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
    private final ClosedSets closed;

    HallViolators(ClaimContext field) {
        this.field = field;
        in = new boolean[field.resources];
        settled = new boolean[field.resources];
        members = new int[field.resources];
        wantedBy = new int[field.resources];
        wantedFor = new int[field.resources];
        closed = new ClosedSets(field);
    }

    ProofAttempt find(int doctor, int better) {
        Prices all = field.single && field.releases() == 0 ? closed.of(doctor, better) : null;
        if (all != null) {
            return ProofAttempt.proof(all);
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
