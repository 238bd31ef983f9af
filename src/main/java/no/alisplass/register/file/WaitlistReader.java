package no.alisplass.register.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Result;
import no.alisplass.domain.message.Message;
import no.alisplass.domain.message.Place;
import no.alisplass.domain.text.Text;
import no.alisplass.register.entry.CellValues;
import no.alisplass.register.entry.Column;
import no.alisplass.register.entry.DepartmentNames;
import no.alisplass.register.entry.EntryField;
import no.alisplass.register.entry.IdentityNumbers;
import no.alisplass.register.entry.ListArea;
import no.alisplass.register.entry.ListRules;
import no.alisplass.register.entry.Remarks;
import no.alisplass.register.entry.Severity;
import no.alisplass.register.grid.Grid;
import no.alisplass.register.grid.GridReader;

/** Reads a file with doctors, XLSX, ODS or CSV, into entries and everything there is to say about it. */
public final class WaitlistReader {
    /** The word in the column of priorities that marks the template's example row. */
    static final String EXAMPLE = "Eksempel";

    private static final Pattern DECIMAL_POINT = Pattern.compile("[0-9]{1,4}[.][0-9]{1,15}");

    private final FileKind kind;
    private final Grid chosen;
    private final Grid.Line top;
    private final Remarks remarks = new Remarks(Remarks.OF_FILE);
    private final List<Reading.Line> shown = new ArrayList<>();
    private Header header;

    private WaitlistReader(FileKind kind, Grid chosen) {
        this.kind = kind;
        this.chosen = chosen;
        this.top = Header.find(kind, chosen).orElseThrow();
    }

    /** As {@link #read(byte[], ListArea, ListRules, ColumnAnswers)}, with nothing answered yet. */
    public static Result<Reading> read(byte[] file, AreaCode area, ListRules rules) {
        return read(file, ListArea.of(area), rules, ColumnAnswers.NONE);
    }

    /**
     * Refused INVALID when the file is no waitlist at all; otherwise a reading, whose errors are remarks.
     *
     * @param area whose list it must be; a row of another area is an error
     * @param answers what a person said of columns that have no name of ours
     */
    public static Result<Reading> read(byte[] file, ListArea area, ListRules rules, ColumnAnswers answers) {
        return rows(file, FileKind.LIST, area, rules.departments(), answers).map(rows -> rows.asList(Map.of(), rules));
    }

    /**
     * The same as it stands in the file, for the rules to be asked when more is known. Refused as {@link #read(byte[], ListArea,
     * ListRules, ColumnAnswers)}.
     */
    public static Result<ReadRows> rows(
            byte[] file, FileKind kind, ListArea area, DepartmentNames departments, ColumnAnswers answers) {
        return GridReader.read(file, line -> Header.known(kind, line))
                .then(grids -> choose(kind, grids))
                .map(grid -> new WaitlistReader(kind, grid).read(area, departments, answers));
    }

    /** The one sheet that has a waitlist's columns. */
    private static Result<Grid> choose(FileKind kind, List<Grid> grids) {
        List<Grid> waitlists = grids.stream()
                .filter(grid -> Header.find(kind, grid).isPresent())
                .toList();
        if (waitlists.isEmpty()) {
            return GridReader.refused("file-without-header", obligatory(), Header.DEEPEST);
        }
        if (waitlists.size() > 1) {
            return GridReader.refused(
                    "file-several-lists",
                    String.join(", ", waitlists.stream().map(Grid::sheet).toList()));
        }
        return Result.done(waitlists.get(0));
    }

    private static String obligatory() {
        return Stream.of(Column.values())
                .filter(Column::obligatory)
                .map(Column::header)
                .collect(Collectors.joining(", "));
    }

    private ReadRows read(ListArea area, DepartmentNames departments, ColumnAnswers answers) {
        header = Header.read(kind, chosen, top, answers, remarks);
        Grid grid = chosen.withDays(header.dates());
        SheetRemarks sheet = new SheetRemarks(header, top, remarks);
        sheet.whole(grid);
        RowReader rows = new RowReader(kind, area, departments);
        Map<Integer, ReadRow> read = new TreeMap<>();
        List<Grid.Line> doctors = new ArrayList<>();
        List<Integer> numbered = new ArrayList<>();
        int inFile = 0;
        for (Grid.Line line : grid.lines()) {
            if (line.number() <= header.last()) {
                refuseCells(line, false);
                continue;
            }
            if (line.cells().stream().allMatch(Text::blank)) {
                continue;
            }
            RowKind kind = RowKind.of(header, line);
            if (kind == RowKind.EXAMPLE) {
                skip(Severity.INFORMATION, line, "example-skipped");
                continue;
            }
            boolean doctor = kind == RowKind.DOCTOR;
            refuseCells(line, doctor);
            switch (kind) {
                case DOCTOR -> {
                    doctors.add(line);
                    sheet.row(line);
                    read.put(line.number(), rows.read(new CellReader(header, line, remarks), doctors.size()));
                }
                case NUMBER_ONLY -> numbered.add(line.number());
                case NAMES -> skip(Severity.INFORMATION, line, "names-repeated");
                case NAME_ONLY -> skip(Severity.ERROR, line, "row-name-only");
                case NAMELESS -> skip(Severity.ERROR, line, "row-nameless");
                default -> skip(Severity.WARNING, line, "row-no-doctor");
            }
            boolean counts = doctor || kind == RowKind.NAME_ONLY || kind == RowKind.NAMELESS;
            if (counts) {
                inFile++;
                shown.add(shown(line));
            }
        }
        if (!numbered.isEmpty()) {
            remarks.add(Severity.INFORMATION, null, Remarks.FILE, null, "rows-number-only", list(numbered));
        }
        List<Reading.Asked> asked = ask(doctors);
        Set<Column> absent =
                kind.written().filter(column -> !header.has(column)).collect(Collectors.toCollection(TreeSet::new));
        return new ReadRows(read, absent, inFile, remarks, new Reading.Table(columns(), shown), asked);
    }

    /** What no row of a doctor is: told with what stands there. */
    private void skip(Severity severity, Grid.Line line, String code) {
        String text = line.cells().stream()
                .filter(cell -> !CellReader.isBlank(cell))
                .map(WaitlistReader::safe)
                .collect(Collectors.joining(" · "));
        remarks.add(severity, line.number(), Place.row(line.number()), Grid.shown(text), code, Grid.shown(text));
    }

    private static String list(List<Integer> numbers) {
        String first = numbers.stream().limit(20).map(String::valueOf).collect(Collectors.joining(", "));
        return numbers.size() > 20 ? first + " …" : first;
    }

    /** A column that has no name of ours is asked about when something stands in it for a doctor: it may be what decides. */
    private List<Reading.Asked> ask(List<Grid.Line> doctors) {
        List<Reading.Asked> asked = new ArrayList<>();
        header.unknown().forEach((index, name) -> {
            List<String> values = doctors.stream()
                    .map(line -> line.cell(index))
                    .filter(cell -> !CellReader.isBlank(cell))
                    .map(WaitlistReader::safe)
                    .distinct()
                    .limit(3)
                    .toList();
            Place place = Place.row(top.number());
            String shown = safe(name);
            Optional<String> near = ColumnNames.of(kind).nearest(name);
            if (header.isDouble(index)) {
                asked.add(new Reading.Asked(name, values, null));
                return;
            }
            if (values.isEmpty()) {
                remarks.add(Severity.INFORMATION, null, place, shown, "column-empty", shown);
                return;
            }
            List<Message> sample = values.stream().map(Remarks::quoted).toList();
            asked.add(new Reading.Asked(name, values, near.orElse(null)));
            if (near.isPresent()) {
                remarks.add(Severity.ERROR, null, place, shown, "column-unknown-near", shown, sample, near.get());
            } else {
                remarks.add(Severity.ERROR, null, place, shown, "column-unknown", shown, sample);
            }
        });
        return asked;
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < header.width(); i++) {
            columns.add(safe(header.columnName(i)));
        }
        return columns;
    }

    private Reading.Line shown(Grid.Line line) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < header.width(); i++) {
            cells.add(shown(header.factOf(i), line.cell(i)));
        }
        return new Reading.Line(line.number(), safe(header.cell(line, Column.NAME)), cells);
    }

    /** As people write it, where a spreadsheet has a form of its own for it. */
    private static String shown(EntryField fact, String cell) {
        if (fact == Column.AFFILIATION_FROM || fact == Column.AFFILIATION_TO || fact == Column.START) {
            return CellValues.date(cell).map(CellValues::write).orElseGet(() -> safe(cell));
        }
        if (fact == Column.SERVICE || fact == Column.OPEN_PRACTICE || fact == Column.MONTHS_LEFT) {
            return DECIMAL_POINT.matcher(cell).matches() ? cell.replace('.', ',') : safe(cell);
        }
        return safe(cell);
    }

    private static String safe(String cell) {
        return IdentityNumbers.in(cell) ? "•••" : Grid.shown(cell);
    }

    /** What no cell may hold, in whatever column: an identity number; and for a doctor, a formula without a value. */
    private void refuseCells(Grid.Line line, boolean doctor) {
        boolean below = line.number() > header.last();
        for (int i = 0; i < line.cells().size(); i++) {
            String cell = line.cell(i);
            String code = IdentityNumbers.in(cell)
                    ? "identity-number"
                    : doctor && Grid.isFormulaError(cell) ? "formula-without-value" : null;
            if (code == null) {
                continue;
            }
            Object value = code.equals("identity-number") ? null : cell;
            EntryField fact = below ? header.factOf(i) : null;
            if (fact != null) {
                remarks.error(line.number(), fact, value, code);
            } else {
                Place place = new Place.Cell(line.number(), below ? safe(header.columnName(i)) : null);
                remarks.add(Severity.ERROR, below ? line.number() : null, place, value, code);
            }
        }
    }
}
