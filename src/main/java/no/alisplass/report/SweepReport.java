package no.alisplass.report;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.report.Report.Table;
import no.alisplass.scenario.sweep.SeatRange;
import no.alisplass.scenario.sweep.Sweep;

/** Many numbers of seats at once, in words: what most is got out of, and every number tried. */
public final class SweepReport {
    public static final String FRONTIER = "mest";
    public static final String ROWS = "rader";

    public static final List<String> ON_PAPER = List.of(FRONTIER);

    private SweepReport() {}

    /**
     * What was tried.
     *
     * @param frontier what most is got out of, by seats
     * @param tried how many numbers of seats
     * @param settled whether for everybody everything better was ruled out in all of them
     * @param more whether seats were tried beyond the last of the frontier
     */
    public record Tried(List<SeatRange> ranges, List<Sweep.Row> frontier, int tried, boolean settled, boolean more) {
        public Tried {
            ranges = List.copyOf(ranges);
            frontier = List.copyOf(frontier);
        }

        static Tried of(Sweep sweep) {
            List<Sweep.Row> frontier =
                    sweep.frontier().stream().map(sweep.rows()::get).toList();
            int most =
                    sweep.rows().stream().mapToInt(Sweep.Row::seatsInAll).max().orElse(0);
            return new Tried(
                    sweep.ranges(),
                    frontier,
                    sweep.rows().size(),
                    sweep.rows().stream().allMatch(Sweep.Row::settled),
                    !frontier.isEmpty() && frontier.get(frontier.size() - 1).seatsInAll() < most);
        }
    }

    /** With every number that was tried. @param hash of the round's problem */
    public static Report of(Sweep sweep, String hash, String round, ReportWords words) {
        Tried tried = Tried.of(sweep);
        return report(
                tried,
                List.of(frontier(tried, words), table(ROWS, sweep.ranges(), sweep.rows(), words)),
                hash,
                round,
                words);
    }

    /** With the frontier alone, where more was tried than anybody reads. @param hash of the round's problem. @param asked what the question is called, and of which round */
    public static Report of(Tried tried, String hash, String asked, ReportWords words) {
        return report(tried, List.of(frontier(tried, words)), hash, asked, words);
    }

    private static Report report(Tried tried, List<Table> tables, String hash, String asked, ReportWords words) {
        List<String> said = new ArrayList<>();
        List<Sweep.Row> frontier = tried.frontier();
        said.add(words.text("sweep-tried", tried.tried()));
        if (frontier.size() == 1) {
            Sweep.Row only = frontier.get(0);
            said.add(words.text("sweep-one", only.placed(), only.seatsInAll()));
        } else if (!frontier.isEmpty()) {
            Sweep.Row first = frontier.get(0);
            Sweep.Row last = frontier.get(frontier.size() - 1);
            said.add(
                    words.text("sweep-frontier", first.seatsInAll(), first.placed(), last.seatsInAll(), last.placed()));
        }
        // Beyond what was tried nothing is known.
        if (tried.more()) {
            said.add(words.text("sweep-beyond"));
        }
        return new Report(
                words.text("sweep-title"),
                asked,
                said,
                tables,
                List.of(words.text(tried.settled() ? "sweep-settled" : "sweep-open")),
                hash,
                words.made());
    }

    private static Table frontier(Tried tried, ReportWords words) {
        return table(FRONTIER, tried.ranges(), tried.frontier(), words);
    }

    private static Table table(String id, List<SeatRange> ranges, List<Sweep.Row> rows, ReportWords words) {
        List<String> head = new ArrayList<>(List.of(
                words.text("sweep-seats"), words.text("placed"), words.text("waiting"), words.text("sweep-first")));
        for (SeatRange range : ranges) {
            head.add(words.text("sweep-place", words.department(range.department()), range.halfYear()));
        }
        return new Table(
                id,
                words.text("sweep-" + id + "-name"),
                words.text("sweep-" + id),
                head,
                rows.stream().map(SweepReport::cells).toList());
    }

    private static List<Object> cells(Sweep.Row row) {
        List<Object> cells = new ArrayList<>(List.of(row.seatsInAll(), row.placed(), row.waiting(), row.firstWishes()));
        cells.addAll(row.seats());
        return cells;
    }
}
