package no.alisplass.certificate.prove;

import java.util.Arrays;

/**
 * Minimises a linear cost under {@code >=} constraints over variables from 0 up, in exact whole-number arithmetic, by the dual
 * simplex method. Costs are not negative, so that rows can come one by one, each when it is seen to be violated, with
 * the work done so far kept. Every number is a numerator over one common denominator (Edmonds' integer pivoting): the
 * matrices here are nearly unimodular, so they stay small, and prices need no rounding.
 *
 * <p>Of equally cheap solutions one with the least second cost is found. Overflow throws {@link ArithmeticException}.
 */
public final class ExactLp {
    private long[][] table = new long[16][];
    private long[] constant = new long[16];
    private int[] rowVariable = new int[16];
    private int rows;
    private int[] columnVariable = new int[16];
    private long[] cost = new long[16];
    private long[] second = new long[16];
    private int columns;
    /** Of each variable its column, or its row's complement when it is basic. */
    private int[] place = new int[32];

    private int variables;
    private long denominator = 1;
    private long total;
    private long secondTotal;
    private long work;

    public int addVariable(long costOf, long secondCostOf) {
        if (columns == columnVariable.length) {
            columnVariable = Arrays.copyOf(columnVariable, columns * 2);
            cost = Arrays.copyOf(cost, columns * 2);
            second = Arrays.copyOf(second, columns * 2);
            for (int i = 0; i < rows; i++) {
                table[i] = Arrays.copyOf(table[i], columns * 2);
            }
        }
        cost[columns] = Math.multiplyExact(costOf, denominator);
        second[columns] = Math.multiplyExact(secondCostOf, denominator);
        int variable = newVariable(columns);
        columnVariable[columns++] = variable;
        return variable;
    }

    private int newVariable(int at) {
        if (variables == place.length) {
            place = Arrays.copyOf(place, variables * 2);
        }
        place[variables] = at;
        return variables++;
    }

    /** Adds: the sum of the variables times their coefficients is at least {@code bound}; returns its surplus variable. */
    public int addRow(int[] of, int[] coefficients, int length, long bound) {
        if (rows == rowVariable.length) {
            rowVariable = Arrays.copyOf(rowVariable, rows * 2);
            constant = Arrays.copyOf(constant, rows * 2);
            table = Arrays.copyOf(table, rows * 2);
        }
        long[] row = new long[columnVariable.length];
        long free = -Math.multiplyExact(bound, denominator);
        for (int k = 0; k < length; k++) {
            int at = place[of[k]];
            int a = coefficients[k];
            if (at >= 0) {
                row[at] = Math.addExact(row[at], Math.multiplyExact(a, denominator));
            } else {
                long[] from = table[~at];
                for (int c = 0; c < columns; c++) {
                    if (from[c] != 0) {
                        row[c] = Math.addExact(row[c], Math.multiplyExact(a, from[c]));
                    }
                }
                free = Math.addExact(free, Math.multiplyExact(a, constant[~at]));
            }
        }
        table[rows] = row;
        constant[rows] = free;
        int variable = newVariable(~rows);
        rowVariable[rows++] = variable;
        return variable;
    }

    /**
     * Goes to the optimum, or until the cost has reached {@code enough}.
     *
     * @param workLimit how many table entries all pivots together may touch
     * @return whether the optimum was reached below {@code enough}
     */
    public boolean minimise(long enough, long workLimit) {
        while (total < Math.multiplyExact(enough, denominator)) {
            int leaving = -1;
            for (int i = 0; i < rows; i++) {
                if (constant[i] < 0 && (leaving < 0 || constant[i] < constant[leaving])) {
                    leaving = i;
                }
            }
            if (leaving < 0) {
                return true;
            }
            work += (long) rows * columns;
            if (work > workLimit) {
                throw new ArithmeticException("More than " + workLimit + " entries of work");
            }
            pivot(leaving, entering(table[leaving]));
        }
        return false;
    }

    private int entering(long[] row) {
        int best = -1;
        for (int c = 0; c < columns; c++) {
            if (row[c] > 0 && (best < 0 || cheaper(c, best, row))) {
                best = c;
            }
        }
        if (best < 0) {
            throw new ArithmeticException("No solution");
        }
        return best;
    }

    private boolean cheaper(int a, int b, long[] row) {
        int order = Long.compare(Math.multiplyExact(cost[a], row[b]), Math.multiplyExact(cost[b], row[a]));
        return order < 0 || order == 0 && Math.multiplyExact(second[a], row[b]) < Math.multiplyExact(second[b], row[a]);
    }

    private void pivot(int leaving, int entering) {
        long[] row = table[leaving];
        long by = row[entering];
        long free = constant[leaving];
        for (int i = 0; i < rows; i++) {
            if (i != leaving) {
                long factor = table[i][entering];
                constant[i] = combined(constant[i], by, factor, free);
                combine(table[i], row, by, factor, entering);
            }
        }
        total = combined(total, by, cost[entering], free);
        combine(cost, row, by, cost[entering], entering);
        secondTotal = combined(secondTotal, by, second[entering], free);
        combine(second, row, by, second[entering], entering);
        for (int c = 0; c < columns; c++) {
            row[c] = c == entering ? denominator : -row[c];
        }
        constant[leaving] = -free;
        denominator = by;
        int out = rowVariable[leaving];
        int in = columnVariable[entering];
        rowVariable[leaving] = in;
        columnVariable[entering] = out;
        place[in] = ~leaving;
        place[out] = entering;
    }

    private void combine(long[] target, long[] row, long by, long factor, int entering) {
        if (factor == 0 && by == denominator) {
            return;
        }
        for (int c = 0; c < columns; c++) {
            if (c != entering && (target[c] != 0 || row[c] != 0)) {
                target[c] = combined(target[c], by, factor, row[c]);
            }
        }
    }

    private long combined(long value, long by, long factor, long other) {
        return Math.subtractExact(Math.multiplyExact(value, by), Math.multiplyExact(factor, other)) / denominator;
    }

    /** How many entries all pivots have touched. */
    public long work() {
        return work;
    }

    public long denominator() {
        return denominator;
    }

    /** The least cost, over the denominator. */
    long total() {
        return total;
    }

    /** A variable's value, over the denominator. */
    public long value(int variable) {
        int at = place[variable];
        return at >= 0 ? 0 : constant[~at];
    }

    /** What one unit more of a row's bound costs, over the denominator; the row is named by its surplus variable. */
    public long multiplier(int surplus) {
        int at = place[surplus];
        return at >= 0 ? cost[at] : 0;
    }
}
