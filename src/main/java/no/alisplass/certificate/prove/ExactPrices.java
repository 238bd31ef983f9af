package no.alisplass.certificate.prove;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides the claim's linear relaxation. With the options held as the base, prices {@code p} and for each protected doctor what
 * the best allowed move would save, {@code d}, it minimises {@code sum(p * rest) + sum(d)} such that all the doctor asked about wants
 * costs at least 1. Below 1 the prices prove the claim; otherwise the multipliers are moves, in parts, that serve the doctor.
 * Only rows seen to be violated are ever made, so the work stays near the doctor.
 */
final class ExactPrices {
    private static final long WORK_LIMIT = 300_000_000;
    private static final int ATTEMPTS = 12;

    private final ClaimContext field;
    private final int[] price;
    private final int[] saving;
    private final int[] seen;
    private int round;
    private int attempt;
    private ExactLp lp;
    private final List<Integer> priced = new ArrayList<>();
    private final List<int[]> rows = new ArrayList<>();
    private final List<Integer> savers = new ArrayList<>();

    ExactPrices(ClaimContext field) {
        this.field = field;
        price = new int[field.resources];
        saving = new int[field.doctors];
        seen = new int[field.doctors];
        Arrays.fill(price, -1);
        Arrays.fill(saving, -1);
    }

    /** A solution in parts is tried again with other second costs: often another one, in whole moves, is as good. */
    ProofAttempt find(int doctor, int better) {
        ProofAttempt found = ProofAttempt.NOTHING;
        for (attempt = 0; attempt < ATTEMPTS && found == ProofAttempt.NOTHING; attempt++) {
            found = attempt(doctor, better);
        }
        return found;
    }

    private ProofAttempt attempt(int doctor, int better) {
        lp = new ExactLp();
        priced.forEach(r -> price[r] = -1);
        savers.forEach(d -> saving[d] = -1);
        priced.clear();
        savers.clear();
        rows.clear();
        try {
            while (addViolated(doctor, better)) {
                if (!lp.minimise(1, WORK_LIMIT)) {
                    return moves(doctor);
                }
            }
        } catch (ArithmeticException tooHard) {
            return ProofAttempt.NOTHING;
        }
        long divisor = 0;
        for (int r : priced) {
            divisor = gcd(divisor, lp.value(price[r]));
        }
        long[] prices = new long[field.resources];
        for (int r : priced) {
            prices[r] = lp.value(price[r]) / divisor;
        }
        return ProofAttempt.proof(Prices.of(prices));
    }

    static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private boolean addViolated(int doctor, int better) {
        round++;
        boolean added = false;
        int cheapest = cheapest(doctor, better);
        if (cost(field.uses[doctor][cheapest]) < lp.denominator()) {
            addRow(doctor, cheapest);
            added = true;
        }
        for (int k = 0, size = priced.size(); k < size; k++) {
            int resource = priced.get(k);
            if (lp.value(price[resource]) == 0) {
                continue;
            }
            for (int h = 0; h < field.holders(resource); h++) {
                int holder = field.holder(resource, h);
                if (seen[holder] == round || field.allowed[holder] == 1) {
                    continue;
                }
                seen[holder] = round;
                int move = cheapest(holder, field.allowed[holder]);
                long saved = saving[holder] < 0 ? 0 : lp.value(saving[holder]);
                if (cost(field.uses[holder][move]) + saved < cost(field.uses[holder][field.held[holder]])) {
                    addRow(holder, move);
                    added = true;
                }
            }
        }
        return added;
    }

    private int cheapest(int doctor, int options) {
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int o = 0; o < options; o++) {
            long cost = cost(field.uses[doctor][o]);
            if (cost < least) {
                least = cost;
                best = o;
            }
        }
        return best;
    }

    private long cost(int[] uses) {
        long sum = 0;
        for (int r : uses) {
            if (price[r] >= 0) {
                sum += lp.value(price[r]);
            }
        }
        return sum;
    }

    private void addRow(int doctor, int option) {
        boolean holder = field.allowed[doctor] > 0;
        int[] to = field.uses[doctor][option];
        int[] from = holder ? field.uses[doctor][field.held[doctor]] : new int[0];
        int[] of = new int[to.length + from.length + 1];
        int[] coefficients = new int[of.length];
        int length = 0;
        for (int r : to) {
            if (!contains(from, r)) {
                of[length] = priceOf(r);
                coefficients[length++] = 1;
            }
        }
        for (int r : from) {
            if (!contains(to, r)) {
                of[length] = priceOf(r);
                coefficients[length++] = -1;
            }
        }
        if (holder) {
            if (saving[doctor] < 0) {
                saving[doctor] = lp.addVariable(1, 1000 + attempt * (doctor * 53L % 97) * 10);
                savers.add(doctor);
            }
            of[length] = saving[doctor];
            coefficients[length++] = 1;
        }
        rows.add(new int[] {lp.addRow(of, coefficients, length, holder ? 0 : 1), doctor, option});
    }

    /** Of equally good prices the second cost takes those with the smallest sum, told apart by the resource's number. */
    private int priceOf(int resource) {
        if (price[resource] < 0) {
            price[resource] = lp.addVariable(
                    field.rest[resource],
                    1000 + resource * 37L % 101 + attempt * (resource * (29L + attempt) % 83) * 10);
            priced.add(resource);
        }
        return price[resource];
    }

    private static boolean contains(int[] values, int value) {
        for (int v : values) {
            if (v == value) {
                return true;
            }
        }
        return false;
    }

    private ProofAttempt moves(int doctor) {
        Map<Integer, Integer> moves = new HashMap<>();
        for (int[] row : rows) {
            if (2 * lp.multiplier(row[0]) > lp.denominator()) {
                moves.put(row[1], row[2]);
            }
        }
        return moves.containsKey(doctor) && field.feasible(moves)
                ? ProofAttempt.refutation(moves)
                : ProofAttempt.NOTHING;
    }
}
