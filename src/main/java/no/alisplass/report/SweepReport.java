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

    /** @param hash of the round's problem */
    public static Report of(Sweep sweep, String hash, String round, ReportWords words) {
        List<String> said = new ArrayList<>();
        List<Sweep.Row> frontier =
                sweep.frontier().stream().map(sweep.rows()::get).toList();
        said.add(words.text("sweep-tried", sweep.rows().size()));
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
        int most = sweep.rows().stream().mapToInt(Sweep.Row::seatsInAll).max().orElse(0);
        if (!frontier.isEmpty() && frontier.get(frontier.size() - 1).seatsInAll() < most) {
            said.add(words.text("sweep-beyond"));
        }
        boolean settled = sweep.rows().stream().allMatch(Sweep.Row::settled);
        return new Report(
                words.text("sweep-title"),
                round,
                said,
                List.of(table(FRONTIER, sweep, frontier, words), table(ROWS, sweep, sweep.rows(), words)),
                List.of(words.text(settled ? "sweep-settled" : "sweep-open")),
                hash,
                words.made());
    }

    private static Table table(String id, Sweep sweep, List<Sweep.Row> rows, ReportWords words) {
        List<String> head = new ArrayList<>(List.of(
                words.text("sweep-seats"), words.text("placed"), words.text("waiting"), words.text("sweep-first")));
        for (SeatRange range : sweep.ranges()) {
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
