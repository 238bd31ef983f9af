package no.alisplass.waitlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Outcome;
import no.alisplass.domain.text.Text;
import no.alisplass.waitlist.grid.Grid;
import no.alisplass.waitlist.grid.GridReader;

/** Reads a waitlist file, XLSX or CSV, into entries and everything there is to say about it. */
final class WaitlistReader {
    /** The word in the column of priorities that marks the template's example row. */
    static final String EXAMPLE = "Eksempel";

    private WaitlistReader() {}

    /**
     * Refused INVALID when the file is no waitlist at all; otherwise a reading, whose errors are remarks.
     *
     * @param area whose list it must be; a row of another area is an error
     */
    static Outcome<Reading> read(byte[] file, AreaCode area, Rules rules) {
        return GridReader.read(file, Header::known).then(grids -> choose(grids)).then(grid -> read(grid, area, rules));
    }

    /** The one sheet that has a waitlist's columns. */
    private static Outcome<Grid> choose(List<Grid> grids) {
        List<Grid> waitlists =
                grids.stream().filter(grid -> Header.find(grid).isPresent()).toList();
        if (waitlists.isEmpty()) {
            return GridReader.refused("file-without-header", obligatory(), Header.DEEPEST);
        }
        if (waitlists.size() > 1) {
            return GridReader.refused(
                    "file-several-lists",
                    String.join(", ", waitlists.stream().map(Grid::sheet).toList()));
        }
        return Outcome.done(waitlists.get(0));
    }

    private static String obligatory() {
        return java.util.stream.Stream.of(Column.values())
                .filter(Column::obligatory)
                .map(Column::header)
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private static Outcome<Reading> read(Grid chosen, AreaCode area, Rules rules) {
        Remarks remarks = new Remarks(Remarks.OF_FILE);
        Grid.Line top = Header.find(chosen).orElseThrow();
        Header header = Header.read(top, remarks);
        Grid grid = chosen.withDays(header.dates());
        SheetRemarks sheet = new SheetRemarks(header, top, remarks);
        sheet.whole(grid);
        RowReader rows = new RowReader(area, rules.departments());
        Map<Integer, WaitlistEntry> entries = new TreeMap<>();
        List<Reading.Line> shown = new ArrayList<>();
        for (Grid.Line line : grid.lines()) {
            boolean example = line.number() > top.number() && isExample(header, line);
            if (example) {
                remarks.add(Severity.INFORMATION, line.number(), "rad " + line.number(), null, "example-skipped");
                continue;
            }
            refuseCells(header, top, line, remarks);
            if (line.number() > top.number()) {
                sheet.row(line);
                entries.put(line.number(), rows.read(new CellReader(header, line, remarks)));
                shown.add(shown(top, line));
            }
        }
        rules.check(entries, remarks);
        if (entries.isEmpty()) {
            remarks.add(Severity.ERROR, null, "file", null, "file-without-rows");
        }
        List<Reading.Row> good = new ArrayList<>();
        if (!remarks.haveErrorOfTheWhole()) {
            entries.forEach((row, entry) -> {
                if (!remarks.isBad(row)) {
                    good.add(new Reading.Row(row, entry));
                }
            });
        }
        return Outcome.done(
                new Reading(good, entries.size(), remarks.inOrder(), new Reading.Table(columns(header, top), shown)));
    }

    private static List<String> columns(Header header, Grid.Line top) {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < top.cells().size(); i++) {
            Fact fact = header.factOf(i);
            columns.add(fact == null ? safe(top.cell(i)) : fact.header());
        }
        return columns;
    }

    private static Reading.Line shown(Grid.Line top, Grid.Line line) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < top.cells().size(); i++) {
            cells.add(safe(line.cell(i)));
        }
        return new Reading.Line(line.number(), cells);
    }

    private static String safe(String cell) {
        return IdentityNumbers.in(cell) ? "•••" : Grid.shown(cell);
    }

    private static boolean isExample(Header header, Grid.Line line) {
        return Text.key(header.cell(line, Column.PRIORITY)).startsWith(Text.key(EXAMPLE));
    }

    /** What no cell may hold, in whatever column: an identity number, a formula without a value. */
    private static void refuseCells(Header header, Grid.Line top, Grid.Line line, Remarks remarks) {
        boolean entry = line.number() > top.number();
        for (int i = 0; i < line.cells().size(); i++) {
            String cell = line.cell(i);
            String code = IdentityNumbers.in(cell)
                    ? "identity-number"
                    : Grid.isFormulaError(cell) ? "formula-without-value" : null;
            if (code == null) {
                continue;
            }
            Object shown = code.equals("identity-number") ? null : cell;
            Fact fact = entry ? header.factOf(i) : null;
            if (fact != null) {
                remarks.error(line.number(), fact, shown, code);
            } else {
                String place = "rad " + line.number()
                        + (entry && !IdentityNumbers.in(top.cell(i)) ? ", " + Grid.shown(top.cell(i)) : "");
                remarks.add(Severity.ERROR, entry ? line.number() : null, place, shown, code);
            }
        }
    }
}
