package no.alisplass.forecast;

import java.util.Arrays;

/**
 * Where a figure lies: at most one replication in ten is below {@code low}, half are not above {@code middle}, at most one in ten is above {@code high}.
 * Each is a value that came out (nearest rank), not one in between.
 */
public record Band(double low, double middle, double high) {
    private static final double SMALLEST = 1e-4;

    /** Of at least one value. */
    static Band of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Band(at(sorted, 0.1), at(sorted, 0.5), at(sorted, 0.9));
    }

    private static double at(double[] sorted, double share) {
        return rounded(sorted[rank(share, sorted.length)]);
    }

    /** The place, from 0, of a quantile among so many sorted values. */
    static int rank(double share, long count) {
        return (int) Math.max(0, Math.ceil(share * count - SMALLEST) - 1);
    }

    /** To four decimals, as it is shown and stored. */
    static double rounded(double value) {
        return Math.rint(value * 10_000) / 10_000;
    }

    /** Whether a value lies within, the ends included. */
    public boolean holds(double value) {
        return low <= value && value <= high;
    }

    /** Of counts of doctors by how many half-years they waited, in months; null when there is nobody. */
    static Band ofWaits(long[] counts) {
        long all = Arrays.stream(counts).sum();
        return all == 0 ? null : new Band(months(counts, 0.1, all), months(counts, 0.5, all), months(counts, 0.9, all));
    }

    private static double months(long[] counts, double share, long all) {
        long rank = (long) Math.max(0, Math.ceil(share * all - SMALLEST) - 1);
        long before = 0;
        for (int wait = 0; wait < counts.length; wait++) {
            before += counts[wait];
            if (before > rank) {
                return 6.0 * wait;
            }
        }
        throw new IllegalStateException("A rank is beyond all who waited.");
    }
}
