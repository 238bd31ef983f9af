package no.alisplass.certificate.prove;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The relaxation of placing as many doctors as can be, with what is held as the base: prices, and for each doctor what the
 * best move gains, at the least sum. Rows come a few at a time, as they are seen to be violated.
 */
final class PlacementRelaxation {
    private static final long WORK_LIMIT = 2_000_000_000;
    private static final int ROWS_AT_ONCE = 24;
    private static final int LEAVE = -2;

    private final ClaimContext field;
    private final ExactLp lp = new ExactLp();
    private final int[] price;
    private final int[] gain;
    private final List<int[]> rows = new ArrayList<>();
    private long[] values;
    private boolean solved;

    PlacementRelaxation(ClaimContext full) {
        field = full;
        price = new int[full.resources];
        gain = new int[full.doctors];
        Arrays.fill(price, -1);
        Arrays.fill(gain, -1);
    }

    /** Whether the relaxation was solved within the limits. */
    boolean solve() {
        try {
            while (addViolated()) {
                lp.minimise(field.doctors + 1L, WORK_LIMIT);
            }
            solved = true;
        } catch (ArithmeticException tooHard) {
            solved = false;
        }
        return solved;
    }

    long[] prices() {
        return values;
    }

    long unit() {
        return lp.denominator();
    }

    private boolean addViolated() {
        long one = lp.denominator();
        values = new long[field.resources];
        for (int r = 0; r < field.resources; r++) {
            values[r] = price[r] < 0 ? 0 : lp.value(price[r]);
        }
        int before = rows.size();
        for (int d = 0; d < field.doctors && rows.size() - before < ROWS_AT_ONCE; d++) {
            int options = field.uses[d].length;
            if (field.pinned[d] || options == 0) {
                continue;
            }
            long base = field.placed(d) ? ClaimContext.cost(values, field.uses[d][field.held[d]]) : one;
            long gained = gain[d] < 0 ? 0 : lp.value(gain[d]);
            int best = field.placed(d) ? LEAVE : 0;
            long least = field.placed(d) ? one : Long.MAX_VALUE;
            for (int o = 0; o < options; o++) {
                long cost = ClaimContext.cost(values, field.uses[d][o]);
                if (cost < least) {
                    least = cost;
                    best = o;
                }
            }
            if (least + gained < base) {
                addRow(d, best);
            }
        }
        return rows.size() > before;
    }

    private void addRow(int doctor, int option) {
        int[] to = option == LEAVE ? new int[0] : field.uses[doctor][option];
        int[] from = field.placed(doctor) ? field.uses[doctor][field.held[doctor]] : new int[0];
        int[] of = new int[to.length + from.length + 1];
        int[] coefficients = new int[of.length];
        int length = 0;
        for (int r : to) {
            of[length] = priceOf(r);
            coefficients[length++] = 1;
        }
        for (int r : from) {
            of[length] = priceOf(r);
            coefficients[length++] = -1;
        }
        if (gain[doctor] < 0) {
            gain[doctor] = lp.addVariable(1, 1000);
        }
        of[length] = gain[doctor];
        coefficients[length++] = 1;
        long bound = (field.placed(doctor) ? 0 : 1) - (option == LEAVE ? 1 : 0);
        rows.add(new int[] {lp.addRow(of, coefficients, length, bound), doctor, option});
    }

    private int priceOf(int resource) {
        if (price[resource] < 0) {
            price[resource] = lp.addVariable(field.rest[resource], 1000 + resource * 37L % 101);
        }
        return price[resource];
    }

    /** An outcome near the relaxation's, or what is held when that places as many. */
    int[] outcome() {
        if (!solved) {
            return field.held;
        }
        int[] wanted = field.held.clone();
        long[] weight = new long[field.doctors];
        for (int[] row : rows) {
            long multiplier = lp.multiplier(row[0]);
            if (multiplier > 0 && 2 * multiplier >= lp.denominator() && multiplier >= weight[row[1]]) {
                weight[row[1]] = multiplier;
                wanted[row[1]] = row[2];
            }
        }
        int[] outcome = new int[field.doctors];
        int[] left = field.capacity.clone();
        Arrays.fill(outcome, ClaimContext.NONE);
        List<Integer> order = new ArrayList<>();
        for (int d = 0; d < field.doctors; d++) {
            if (field.pinned[d]) {
                put(d, field.held[d], outcome, left);
            } else {
                order.add(d);
            }
        }
        order.sort(Comparator.comparing((Integer d) -> field.placed(d) || weight[d] > 0 ? 0 : 1)
                .thenComparing(d -> weight[d] == 0 || weight[d] >= lp.denominator() ? 0 : 1));
        for (int d : order) {
            put(d, wanted[d], outcome, left);
        }
        for (int d : order) {
            for (int o = 0; o < field.uses[d].length && outcome[d] == ClaimContext.NONE && wanted[d] != LEAVE; o++) {
                put(d, o, outcome, left);
            }
        }
        for (int d : order) {
            for (int o = 0; o < field.uses[d].length && outcome[d] == ClaimContext.NONE; o++) {
                put(d, o, outcome, left);
            }
        }
        return placed(outcome) > placed(field.held) ? outcome : field.held;
    }

    private void put(int doctor, int option, int[] outcome, int[] left) {
        if (option < 0) {
            return;
        }
        for (int r : field.uses[doctor][option]) {
            if (left[r] <= 0) {
                return;
            }
        }
        for (int r : field.uses[doctor][option]) {
            left[r]--;
        }
        outcome[doctor] = option;
    }

    private static long placed(int[] outcome) {
        return Arrays.stream(outcome)
                .filter(option -> option != ClaimContext.NONE)
                .count();
    }
}
