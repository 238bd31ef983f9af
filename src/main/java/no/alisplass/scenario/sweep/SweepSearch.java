package no.alisplass.scenario.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.scenario.Difference;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.SeatTrials;
import no.alisplass.scenario.sweep.Sweep.Mode;
import no.alisplass.scenario.sweep.Sweep.Row;

/** Works a round out with every number of seats in some ranges, on all cores; what comes out does not depend on how many. */
public final class SweepSearch {
    private final SeatTrials trials;
    private final List<SeatRange> ranges;
    private final Mode mode;
    private final int[] now;
    private int others;

    private SweepSearch(SeatTrials trials, List<SeatRange> ranges, Mode mode) {
        this.trials = trials;
        this.ranges = ranges;
        this.mode = mode;
        now = new int[ranges.size()];
    }

    /**
     * Refused for a place that nobody can be offered or that is named twice, for a range that ends before it begins, and for more than can be worked out
     * at once.
     */
    public static Result<Sweep> of(SeatTrials trials, List<SeatRange> ranges, Mode mode) {
        return asked(trials, ranges, mode, trials.most()).map(SweepSearch::sweep);
    }

    /**
     * The same, to be worked out in parts. Refused as {@link #of}.
     *
     * @param most how many numbers of seats may be tried
     */
    public static Result<SweepSearch> asked(SeatTrials trials, List<SeatRange> ranges, Mode mode, int most) {
        List<Finding> faults = new ArrayList<>();
        Set<List<Object>> asked = new HashSet<>();
        for (int i = 0; i < ranges.size(); i++) {
            SeatRange range = ranges.get(i);
            String field = "ranges[" + i + "]";
            if (!asked.add(List.of(range.department(), range.halfYear()))) {
                faults.add(Finding.of(
                        field, range.department(), "scenario.seat-twice", range.department(), range.halfYear()));
            } else if (!trials.places().knows(range.with(0))) {
                faults.add(Finding.of(
                        field, range.department(), "scenario.no-such-seat", range.department(), range.halfYear()));
            } else if (range.to() < range.from()) {
                faults.add(Finding.of(field + ".to", range.to(), "scenario.range-backwards", range.from(), range.to()));
            }
        }
        if (!faults.isEmpty()) {
            return Result.invalid(faults);
        }
        SweepSearch search = new SweepSearch(trials, List.copyOf(ranges), mode);
        long size = search.all();
        if (size > most) {
            return Result.invalid(Finding.of("ranges", size, "scenario.sweep-too-much", size, Long.valueOf(most)));
        }
        search.look();
        return Result.done(search);
    }

    /** How many numbers of seats are tried. */
    public int size() {
        return Math.toIntExact(all());
    }

    private long all() {
        long size = mode == Mode.ALL ? 1 : 0;
        for (SeatRange range : ranges) {
            // Each is at most some thousand, so that what is far too much is so before it overflows.
            size = mode == Mode.ALL ? Math.min(Integer.MAX_VALUE, size * range.size()) : size + range.size();
        }
        return size;
    }

    /** What there is now. */
    private void look() {
        Map<List<Object>, Integer> seats = new HashMap<>();
        int all = 0;
        for (SeatChange place : trials.places().now()) {
            seats.put(List.of(place.department(), place.halfYear()), place.seats());
            all += place.seats();
        }
        others = all;
        for (int i = 0; i < now.length; i++) {
            now[i] = seats.get(List.of(ranges.get(i).department(), ranges.get(i).halfYear()));
            others -= now[i];
        }
    }

    private Sweep sweep() {
        List<Row> rows =
                IntStream.range(0, size()).parallel().mapToObj(this::row).toList();
        return new Sweep(ranges, mode, rows, frontier(rows));
    }

    /** The last range's numbers change first. */
    private int[] combination(int number) {
        int[] seats = new int[now.length];
        int rest = number;
        for (int i = seats.length - 1; i >= 0; i--) {
            int size = (int) ranges.get(i).size();
            seats[i] = ranges.get(i).from() + rest % size;
            rest /= size;
        }
        return seats;
    }

    private int[] single(int number) {
        int[] seats = now.clone();
        int rest = number;
        int i = 0;
        while (rest >= ranges.get(i).size()) {
            rest -= (int) ranges.get(i++).size();
        }
        seats[i] = ranges.get(i).from() + rest;
        return seats;
    }

    /** How the round comes out with one of the numbers of seats. @param number from 0, less than {@link #size} */
    public Row row(int number) {
        int[] seats = mode == Mode.ALL ? combination(number) : single(number);
        List<SeatChange> changes = IntStream.range(0, seats.length)
                .mapToObj(i -> ranges.get(i).with(seats[i]))
                .toList();
        SeatTrials.Counted counted = trials.count(changes);
        Difference.Count count = counted.count();
        return new Row(
                IntStream.of(seats).boxed().toList(),
                others + IntStream.of(seats).sum(),
                count.placed(),
                count.waiting(),
                count.bestTier(),
                counted.settled());
    }

    /**
     * Which rows, by their place from 0, place more than any other with as few seats or fewer; by seats. That of several lists together is that of
     * their own ones together.
     */
    public static List<Integer> frontier(List<Row> rows) {
        List<Integer> order = IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer each) -> rows.get(each).seatsInAll())
                        .thenComparingInt(each -> -rows.get(each).placed())
                        .thenComparingInt(each -> -rows.get(each).firstWishes())
                        .thenComparingInt(each -> each))
                .toList();
        List<Integer> frontier = new ArrayList<>();
        int most = -1;
        for (int each : order) {
            if (rows.get(each).placed() > most) {
                most = rows.get(each).placed();
                frontier.add(each);
            }
        }
        return frontier;
    }
}
