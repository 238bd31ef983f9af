package no.alisplass.certificate.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The linear relaxation of one case of a claim. Some doctors are homeless: the doctor asked about, and whoever's case leaves out the
 * option held. With prices {@code p}, what each homeless doctor's cheapest option costs, {@code q}, and what each other protected doctor saves by
 * the best move, {@code d}, it minimises {@code sum(p * rest) + sum(d)} with {@code sum(q)} at least 1. Below 1 the prices prove the case;
 * otherwise the multipliers are moves, in parts.
 */
final class CasePrices {
    private static final long WORK_LIMIT = 30_000_000;

    private final ClaimContext field;
    /** What remains of the options of each doctor whom the case is about, the doctor asked about among them. */
    private final Map<Integer, int[]> options;

    private final int[] rest;
    private final ExactLp lp = new ExactLp();
    private final Map<Integer, Integer> price = new TreeMap<>();
    private final Map<Integer, Integer> need = new TreeMap<>();
    private final Map<Integer, Integer> saving = new TreeMap<>();
    private final List<int[]> rows = new ArrayList<>();

    CasePrices(ClaimContext field, Map<Integer, int[]> options) {
        this.field = field;
        this.options = options;
        rest = field.rest.clone();
        int[] of = new int[options.size()];
        int[] ones = new int[of.length];
        int homeless = 0;
        for (int doctor : new TreeMap<>(options).keySet()) {
            if (homeless(doctor)) {
                need.put(doctor, lp.addVariable(0, 1));
                of[homeless] = need.get(doctor);
                ones[homeless++] = 1;
                if (field.allowed[doctor] > 0) {
                    for (int r : field.uses[doctor][field.held[doctor]]) {
                        rest[r]++;
                    }
                }
            }
        }
        lp.addRow(of, ones, homeless, 1);
    }

    private boolean homeless(int doctor) {
        int[] remaining = options.get(doctor);
        return remaining != null && (field.allowed[doctor] == 0 || !contains(remaining, field.held[doctor]));
    }

    /** The prices that prove the case, or null: then {@link #parts()} and {@link #moves()} say what stands against it. */
    Prices solve() {
        do {
            if (!lp.minimise(1, WORK_LIMIT)) {
                return null;
            }
        } while (addViolated());
        long[] prices = new long[field.resources];
        long divisor = 0;
        for (int variable : price.values()) {
            divisor = ExactPrices.gcd(divisor, lp.value(variable));
        }
        for (Map.Entry<Integer, Integer> each : price.entrySet()) {
            prices[each.getKey()] = lp.value(each.getValue()) / divisor;
        }
        return Prices.of(prices);
    }

    private boolean addViolated() {
        boolean added = false;
        for (Map.Entry<Integer, Integer> each : need.entrySet()) {
            int cheapest = cheapest(each.getKey());
            if (cost(field.uses[each.getKey()][cheapest]) < lp.value(each.getValue())) {
                addRow(each.getKey(), cheapest, new int[0], each.getValue(), -1);
                added = true;
            }
        }
        Map<Integer, Boolean> holders = new TreeMap<>();
        price.forEach((resource, variable) -> {
            for (int h = 0; lp.value(variable) > 0 && h < field.holders(resource); h++) {
                holders.put(field.holder(resource, h), true);
            }
        });
        for (int holder : holders.keySet()) {
            if (!homeless(holder)) {
                int[] held = field.uses[holder][field.held[holder]];
                int move = cheapest(holder);
                long saved = saving.containsKey(holder) ? lp.value(saving.get(holder)) : 0;
                if (cost(field.uses[holder][move]) + saved < cost(held)) {
                    int variable = saving.computeIfAbsent(holder, unused -> lp.addVariable(1, 1000));
                    addRow(holder, move, held, variable, 1);
                    added = true;
                }
            }
        }
        return added;
    }

    private int cheapest(int doctor) {
        int[] remaining = options.get(doctor);
        int count = remaining == null ? field.allowed[doctor] : remaining.length;
        int best = -1;
        for (int k = 0; k < count; k++) {
            int option = remaining == null ? k : remaining[k];
            if (best < 0 || cost(field.uses[doctor][option]) < cost(field.uses[doctor][best])) {
                best = option;
            }
        }
        return best;
    }

    private long cost(int[] uses) {
        long sum = 0;
        for (int r : uses) {
            Integer variable = price.get(r);
            sum += variable == null ? 0 : lp.value(variable);
        }
        return sum;
    }

    private void addRow(int doctor, int option, int[] from, int variable, int sign) {
        int[] to = field.uses[doctor][option];
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
        of[length] = variable;
        coefficients[length++] = sign;
        rows.add(new int[] {lp.addRow(of, coefficients, length, 0), doctor, option});
    }

    private int priceOf(int resource) {
        return price.computeIfAbsent(resource, r -> lp.addVariable(rest[r], 1000 + r * 37L % 101));
    }

    private static boolean contains(int[] values, int value) {
        for (int v : values) {
            if (v == value) {
                return true;
            }
        }
        return false;
    }

    /** After a failure: of each doctor who would move, how much of each option, of 1; by doctor and option. */
    Map<Integer, Map<Integer, Double>> parts() {
        Map<Integer, Map<Integer, Double>> parts = new TreeMap<>();
        for (int[] row : rows) {
            double part = (double) lp.multiplier(row[0]) / lp.total();
            if (part > 0) {
                parts.computeIfAbsent(row[1], unused -> new TreeMap<>()).merge(row[2], part, Double::sum);
            }
        }
        return parts;
    }

    /** After a failure: the moves taken for more than half, when they serve everybody; else null. */
    Map<Integer, Integer> moves() {
        Map<Integer, Integer> moves = new HashMap<>();
        parts().forEach((doctor, some) -> some.forEach((option, part) -> {
            if (part > 0.5) {
                moves.put(doctor, option);
            }
        }));
        return moves.keySet().containsAll(need.keySet()) && field.feasible(moves) ? moves : null;
    }
}
