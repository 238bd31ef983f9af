package no.alisplass.scenario.sweep;

import java.util.List;

/**
 * A round worked out with many numbers of seats.
 *
 * @param rows in the order of the numbers tried
 * @param frontier which of the rows, by their place from 0, place more than any other with as few seats or fewer; by seats
 */
public record Sweep(List<SeatRange> ranges, Mode mode, List<Row> rows, List<Integer> frontier) {
    public Sweep {
        ranges = List.copyOf(ranges);
        rows = List.copyOf(rows);
        frontier = List.copyOf(frontier);
    }

    /** How the ranges go together. */
    public enum Mode {
        /** Every number of one with every number of the others. */
        ALL,
        /** One after another, the others as they are. */
        ONE_AT_A_TIME
    }

    /**
     * @param seats what was tried, one for each range in their order
     * @param seatsInAll of the round, shared positions apart
     * @param firstWishes how many of the placed have what they want most
     * @param settled whether for everybody everything better was ruled out
     */
    public record Row(List<Integer> seats, int seatsInAll, int placed, int waiting, int firstWishes, boolean settled) {
        public Row {
            seats = List.copyOf(seats);
        }
    }
}
