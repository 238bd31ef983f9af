package no.alisplass.search;

import java.util.Arrays;

/**
 * Minimises a linear cost under {@code >=} constraints over variables from 0 up, by the dual simplex method in floating point:
 * what comes out is a hint, to be checked in whole numbers. Costs are positive, so rows can come one by one.
 */
final class Simplex {
    static final double ZERO = 1e-9;

    private double[][] table = new double[16][];
    private double[] constant = new double[16];
    private int[] rowVariable = new int[16];
    private int rows;
    private int[] columnVariable = new int[16];
    private double[] cost = new double[16];
    private int columns;
    /** Of each variable its column, or its row's complement when it is basic. */
    private int[] place = new int[32];

    private int variables;
    private double total;

    int addVariable(double costOf) {
        if (columns == cost.length) {
            columnVariable = Arrays.copyOf(columnVariable, columns * 2);
            cost = Arrays.copyOf(cost, columns * 2);
            for (int i = 0; i < rows; i++) {
                table[i] = Arrays.copyOf(table[i], columns * 2);
            }
        }
        cost[columns] = costOf;
        columnVariable[columns] = newVariable(columns);
        return columnVariable[columns++];
    }

    private int newVariable(int at) {
        if (variables == place.length) {
            place = Arrays.copyOf(place, variables * 2);
        }
        place[variables] = at;
        return variables++;
    }

    /** Adds: the variables times their coefficients are at least {@code bound} in sum; returns the row's surplus variable. */
    int addRow(int[] of, double[] coefficients, int length, double bound) {
        if (rows == constant.length) {
            rowVariable = Arrays.copyOf(rowVariable, rows * 2);
            constant = Arrays.copyOf(constant, rows * 2);
            table = Arrays.copyOf(table, rows * 2);
        }
        double[] row = new double[cost.length];
        double free = -bound;
        for (int k = 0; k < length; k++) {
            int at = place[of[k]];
            if (at >= 0) {
                row[at] += coefficients[k];
            } else {
                for (int c = 0; c < columns; c++) {
                    row[c] += coefficients[k] * table[~at][c];
                }
                free += coefficients[k] * constant[~at];
            }
        }
        table[rows] = row;
        constant[rows] = free;
        rowVariable[rows] = newVariable(~rows);
        return rowVariable[rows++];
    }

    /** Goes to the optimum in at most so many pivots; false when that is not enough, or there is no solution. */
    boolean minimise(double enough, int pivots) {
        for (int k = 0; k < pivots && total < enough; k++) {
            int leaving = -1;
            for (int i = 0; i < rows; i++) {
                if (constant[i] < -ZERO && (leaving < 0 || constant[i] < constant[leaving])) {
                    leaving = i;
                }
            }
            if (leaving < 0) {
                return true;
            }
            int entering = entering(table[leaving]);
            if (entering < 0) {
                return false;
            }
            pivot(leaving, entering);
        }
        return total >= enough;
    }

    private int entering(double[] row) {
        int best = -1;
        for (int c = 0; c < columns; c++) {
            if (row[c] > ZERO && (best < 0 || cost[c] * row[best] < cost[best] * row[c])) {
                best = c;
            }
        }
        return best;
    }

    private void pivot(int leaving, int entering) {
        double[] row = table[leaving];
        double by = row[entering];
        double value = -constant[leaving] / by;
        for (int c = 0; c < columns; c++) {
            row[c] = c == entering ? 1 / by : -row[c] / by;
        }
        constant[leaving] = value;
        for (int i = 0; i < rows; i++) {
            double factor = table[i][entering];
            if (i != leaving && factor != 0) {
                constant[i] += factor * value;
                combine(table[i], row, factor, entering);
            }
        }
        double factor = cost[entering];
        total += factor * value;
        combine(cost, row, factor, entering);
        int out = rowVariable[leaving];
        int in = columnVariable[entering];
        rowVariable[leaving] = in;
        columnVariable[entering] = out;
        place[in] = ~leaving;
        place[out] = entering;
    }

    private void combine(double[] target, double[] row, double factor, int entering) {
        target[entering] = 0;
        for (int c = 0; c < columns; c++) {
            target[c] += factor * row[c];
        }
    }

    double total() {
        return total;
    }

    double value(int variable) {
        int at = place[variable];
        return at >= 0 ? 0 : constant[~at];
    }

    /** What one unit more of a row's bound costs; the row is named by its surplus variable. */
    double multiplier(int surplus) {
        int at = place[surplus];
        return at >= 0 ? cost[at] : 0;
    }
}
