package no.alisplass.scenario.least.find;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.alisplass.certificate.prove.ExactLp;

/**
 * The relaxation in which seats may be added, and options given, in parts. With what is held as the base it looks for prices that
 * make what the doctors pay, less what there is takes of it, the most: one unit at the most for an added seat, more only above all there could be. A doctor who has
 * nothing pays {@code homeless} at the most. The multipliers are moves, in parts, that need fewer seats.
 *
 * <p>As a cost to be minimised, from nothing up: below a capacity a price costs what is left, above it its distance from one costs what is
 * added; and what a doctor's best move saves. Rows are made only as they are seen to be violated.
 */
final class LeastPrices {
    private final LeastModel model;
    private final int[][] allowed;
    private final int[] held;
    private final int[] capacity;
    private final int[] most;
    private final int[] used;
    private final long homeless;
    private final long workLimit;
    private final ExactLp lp = new ExactLp();
    /** Up to one unit; for a resource that is over its capacity how far below one unit. */
    private final int[] low;
    /** What is above one unit; the whole price where there can be no more than there is. */
    private final int[] high;

    private final boolean[] capped;
    private final int[] saving;
    private final List<int[]> rows = new ArrayList<>();
    private long[] prices;

    /**
     * @param held what each doctor has for now, of those allowed, with no more used than there could be
     * @param workLimit how many entries of its table it may touch
     */
    LeastPrices(
            LeastModel model, int[][] allowed, int[] held, int[] capacity, int[] most, long homeless, long workLimit) {
        this.model = model;
        this.allowed = allowed;
        this.held = held;
        this.capacity = capacity;
        this.most = most;
        this.homeless = homeless;
        this.workLimit = workLimit;
        used = model.used(held);
        low = new int[capacity.length];
        high = new int[capacity.length];
        capped = new boolean[capacity.length];
        saving = new int[held.length];
        Arrays.fill(low, -1);
        Arrays.fill(high, -1);
        Arrays.fill(saving, -1);
    }

    /** Whether it came to an end; {@link #prices()} are the best there are then. */
    boolean solve() {
        try {
            while (addViolated()) {
                lp.minimise(Integer.MAX_VALUE, workLimit);
            }
            return true;
        } catch (ArithmeticException tooHard) {
            return false;
        }
    }

    long work() {
        return lp.work();
    }

    long[] prices() {
        return prices;
    }

    long unit() {
        return lp.denominator();
    }

    private long price(int r) {
        boolean over = used[r] > capacity[r];
        long below = low[r] < 0 ? 0 : lp.value(low[r]);
        long above = high[r] < 0 ? 0 : lp.value(high[r]);
        return (over ? lp.denominator() - below : below) + above;
    }

    private boolean addViolated() {
        prices = new long[capacity.length];
        for (int r = 0; r < prices.length; r++) {
            prices[r] = price(r);
        }
        int before = rows.size();
        boolean added = false;
        for (int r = 0; r < prices.length; r++) {
            if (low[r] >= 0 && !capped[r] && lp.value(low[r]) > lp.denominator()) {
                capped[r] = true;
                lp.addRow(new int[] {low[r]}, new int[] {-1}, 1, -1);
                added = true;
            }
        }
        for (int d = 0; d < held.length; d++) {
            int best = LeastModel.NONE;
            long least = Long.MAX_VALUE;
            for (int o : allowed[d]) {
                long cost = LeastModel.cost(prices, model.uses[d][o]);
                if (cost < least) {
                    least = cost;
                    best = o;
                }
            }
            long saved = saving[d] < 0 ? 0 : lp.value(saving[d]);
            long pays = held[d] == LeastModel.NONE
                    ? Math.multiplyExact(homeless, lp.denominator())
                    : LeastModel.cost(prices, model.uses[d][held[d]]);
            if (least + saved < pays) {
                addRow(d, best);
            }
        }
        return added || rows.size() > before;
    }

    private void addRow(int doctor, int option) {
        int[] to = model.uses[doctor][option];
        int[] from = held[doctor] == LeastModel.NONE ? new int[0] : model.uses[doctor][held[doctor]];
        int[] of = new int[2 * (to.length + from.length) + 1];
        int[] coefficients = new int[of.length];
        int length = 0;
        long bound = held[doctor] == LeastModel.NONE ? homeless : 0;
        for (int r : to) {
            if (!contains(from, r)) {
                bound -= put(r, 1, of, coefficients, length);
                length += terms(r);
            }
        }
        for (int r : from) {
            if (!contains(to, r)) {
                bound -= put(r, -1, of, coefficients, length);
                length += terms(r);
            }
        }
        if (saving[doctor] < 0) {
            saving[doctor] = lp.addVariable(1, 1000 + doctor * 53L % 97);
        }
        of[length] = saving[doctor];
        coefficients[length++] = 1;
        rows.add(new int[] {lp.addRow(of, coefficients, length, bound), doctor, option});
    }

    private boolean growing(int r) {
        return most[r] > capacity[r];
    }

    private int terms(int r) {
        return growing(r) ? 2 : 1;
    }

    /** Puts a price times a coefficient into a row; returns what of it is constant. */
    private int put(int r, int coefficient, int[] of, int[] coefficients, int at) {
        if (high[r] < 0) {
            if (growing(r)) {
                low[r] = lp.addVariable(Math.abs(capacity[r] - used[r]), 1000 + r * 37L % 101);
            }
            high[r] = lp.addVariable(most[r] - used[r], 1100 + r * 37L % 101);
        }
        of[at] = high[r];
        coefficients[at] = coefficient;
        if (!growing(r)) {
            return 0;
        }
        boolean over = used[r] > capacity[r];
        of[at + 1] = low[r];
        coefficients[at + 1] = over ? -coefficient : coefficient;
        return over ? coefficient : 0;
    }

    private static boolean contains(int[] values, int value) {
        for (int v : values) {
            if (v == value) {
                return true;
            }
        }
        return false;
    }

    /** Of each doctor who would move, how much of each option, of 1. */
    Map<Integer, Map<Integer, Double>> parts() {
        Map<Integer, Map<Integer, Double>> parts = new TreeMap<>();
        for (int[] row : rows) {
            double part = (double) lp.multiplier(row[0]) / lp.denominator();
            if (part > 0) {
                parts.computeIfAbsent(row[1], unused -> new TreeMap<>()).merge(row[2], part, Double::sum);
            }
        }
        return parts;
    }
}
