package no.alisplass.register.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import no.alisplass.domain.message.Place;
import no.alisplass.domain.text.Text;
import no.alisplass.register.entry.Column;
import no.alisplass.register.entry.EntryField;
import no.alisplass.register.entry.IdentityNumbers;
import no.alisplass.register.entry.Remarks;
import no.alisplass.register.entry.Severity;
import no.alisplass.register.grid.Grid;

/**
 * Which column of a sheet holds which fact, found by name in any order, with small misspellings, under one row of names or
 * two.
 */
final class Header {
    /** Fewer names than this is not a row of names. */
    static final int FEWEST = 3;

    /** The row of names stands among that many rows with anything on them. */
    static final int DEEPEST = 40;

    private static final List<Column> DATES =
            List.of(Column.AFFILIATION_FROM, Column.AFFILIATION_TO, Column.START, Column.EARLIEST);

    private final FileKind kind;
    private final ColumnNames known;
    private final Names names;
    private final List<ColumnNames.Match> facts = new ArrayList<>();
    private final Map<Column, Integer> columns = new LinkedHashMap<>();
    private final TreeMap<Integer, Integer> wishes = new TreeMap<>();
    private final Map<Integer, String> unknown = new TreeMap<>();
    private final Set<Integer> doubles = new HashSet<>();
    private final Set<Integer> leftOut = new HashSet<>();
    private int firstName = -1;
    private int lastName = -1;

    /**
     * The rows of names.
     *
     * @param last the number of the lowest
     * @param written what stands over each column; empty for none
     * @param grouped the same under the name of its group, where there are two rows
     */
    private record Names(Grid.Line top, int last, List<String> written, List<String> grouped) {
        int width() {
            return written.size();
        }

        /** Another name than those of the columns before it. */
        String label(int index) {
            String name = written.get(index);
            String letter = "kolonne " + letter(index);
            if (name.isEmpty()) {
                return letter;
            }
            return written.indexOf(name) == index ? name : name + " (" + letter + ")";
        }

        private static String letter(int index) {
            return (index < 26 ? "" : String.valueOf((char) ('A' + index / 26 - 1))) + (char) ('A' + index % 26);
        }
    }

    private Header(FileKind kind, Names names) {
        this.kind = kind;
        this.known = ColumnNames.of(kind);
        this.names = names;
        for (int i = 0; i < names.width(); i++) {
            facts.add(null);
        }
    }

    /** How many names we know stand on a line. */
    static int known(FileKind kind, Grid.Line line) {
        ColumnNames known = ColumnNames.of(kind);
        return (int) line.cells().stream()
                .flatMap(cell -> known.match(cell).stream())
                .distinct()
                .count();
    }

    /** The line among the first ones with the most known names. */
    static Optional<Grid.Line> find(FileKind kind, Grid grid) {
        return grid.lines().stream()
                .limit(DEEPEST)
                .filter(line -> known(kind, line) >= FEWEST)
                .max(Comparator.<Grid.Line>comparingInt(line -> known(kind, line))
                        .thenComparing(line -> -line.number()));
    }

    /** Reads the names, saying which are misspelt, double or missing; {@link #unknown()} has those that are no name of ours. */
    static Header read(FileKind kind, Grid grid, Grid.Line top, ColumnAnswers answers, Remarks remarks) {
        Header header = new Header(kind, HeaderRows.of(ColumnNames.of(kind), grid, top));
        header.answer(answers, remarks);
        for (int i = 0; i < header.names.width(); i++) {
            if (header.facts.get(i) == null && !header.leftOut.contains(i)) {
                header.name(i, remarks);
            }
        }
        header.missing(remarks);
        return header;
    }

    private void answer(ColumnAnswers answers, Remarks remarks) {
        Map<String, Integer> labels = new LinkedHashMap<>();
        for (int i = 0; i < names.width(); i++) {
            labels.put(names.label(i), i);
        }
        for (String label : answers.leftOut()) {
            Integer index = labels.get(label);
            if (index == null) {
                remarks.add(
                        Severity.ERROR, null, place(), Grid.shown(label), "column-answer-absent", Grid.shown(label));
            } else {
                leftOut.add(index);
                remarks.add(
                        Severity.INFORMATION, null, place(), Grid.shown(label), "column-left-out", Grid.shown(label));
            }
        }
        answers.meanings().forEach((label, meaning) -> {
            Integer index = labels.get(label);
            Optional<ColumnNames.Match> match = known.exact(meaning);
            if (index == null) {
                remarks.add(
                        Severity.ERROR, null, place(), Grid.shown(label), "column-answer-absent", Grid.shown(label));
            } else if (match.isEmpty()) {
                remarks.add(
                        Severity.ERROR,
                        null,
                        place(),
                        Grid.shown(meaning),
                        "column-answer-unknown",
                        Grid.shown(meaning));
            } else {
                take(index, match.get(), remarks);
                remarks.add(
                        Severity.INFORMATION,
                        null,
                        place(),
                        Grid.shown(label),
                        "column-answered",
                        Grid.shown(label),
                        match.get().header());
            }
        });
    }

    private void name(int index, Remarks remarks) {
        String written = names.written().get(index);
        if (IdentityNumbers.in(written)) {
            return;
        }
        Optional<ColumnNames.Match> alone = known.match(written);
        Optional<ColumnNames.Match> match = alone.filter(exact -> exact.off() == 0)
                .or(() -> known.exact(names.grouped().get(index)))
                .or(() -> alone);
        if (match.isPresent()) {
            boolean first = take(index, match.get(), remarks);
            if (first && match.get().off() > 0) {
                remarks.add(
                        Severity.INFORMATION,
                        null,
                        place(),
                        Grid.shown(written),
                        "column-misspelt",
                        Grid.shown(written),
                        match.get().header());
            }
        } else if (ColumnNames.isFirstName(written) && firstName < 0) {
            firstName = index;
        } else if (ColumnNames.isLastName(written) && lastName < 0) {
            lastName = index;
        } else {
            unknown.put(index, names.label(index));
        }
    }

    /** Whether it is the first column of that meaning. */
    private boolean take(int index, ColumnNames.Match match, Remarks remarks) {
        Integer other = match.column() == Column.WISH
                ? wishes.putIfAbsent(match.number(), index)
                : columns.putIfAbsent(match.column(), index);
        if (other == null) {
            facts.set(index, match);
            return true;
        }
        String label = Grid.shown(names.label(index));
        if (names.written().get(index).equals(names.written().get(other))) {
            remarks.add(
                    Severity.ERROR,
                    null,
                    place(),
                    label,
                    "column-twice",
                    Grid.shown(names.written().get(index)));
        } else {
            remarks.add(
                    Severity.ERROR,
                    null,
                    place(),
                    label,
                    "columns-same",
                    Grid.shown(names.label(other)),
                    label,
                    match.header());
        }
        unknown.put(index, names.label(index));
        doubles.add(index);
        return false;
    }

    private void missing(Remarks remarks) {
        boolean named = columns.containsKey(Column.NAME);
        if (named || firstName < 0 || lastName < 0) {
            // One part alone is no name, and beside the whole name it is something else to ask about.
            for (int part : new int[] {firstName, lastName}) {
                if (part >= 0) {
                    unknown.put(part, names.label(part));
                }
            }
            firstName = -1;
            lastName = -1;
        }
        List<Column> obligatory = new ArrayList<>();
        for (Column column : Column.values()) {
            if (column.obligatory()) {
                obligatory.add(column);
            }
        }
        if (!columns.containsKey(Column.PERIODS)) {
            obligatory.add(Column.SERVICE);
            obligatory.add(Column.OPEN_PRACTICE);
        }
        for (Column column : obligatory) {
            if (columns.containsKey(column) || column == Column.NAME && firstName >= 0) {
                continue;
            }
            boolean list = kind == FileKind.LIST;
            if (column == Column.PRIORITY) {
                if (list) {
                    remarks.add(Severity.INFORMATION, null, place(), null, "priority-by-row", column.header());
                }
            } else if (column == Column.AREA) {
                String code = list ? "area-by-list" : "area-by-register";
                remarks.add(Severity.INFORMATION, null, place(), null, code, column.header());
            } else {
                remarks.silence(column);
                remarks.add(Severity.ERROR, null, place(), null, "column-missing", column.header(), column.help());
            }
        }
    }

    private Place place() {
        return Place.row(names.top().number());
    }

    /** The number of the last row of names. */
    int last() {
        return names.last();
    }

    boolean has(Column column) {
        return columns.containsKey(column)
                || column == Column.NAME && firstName >= 0
                || column == Column.WISH && !wishes.isEmpty();
    }

    String cell(Grid.Line line, Column column) {
        Integer index = columns.get(column);
        if (column == Column.NAME && firstName >= 0) {
            return (line.cell(firstName) + " " + line.cell(lastName)).strip();
        }
        return index == null ? "" : line.cell(index);
    }

    /** The columns that hold dates. */
    Set<Integer> dates() {
        Set<Integer> dates = new HashSet<>();
        for (Column column : DATES) {
            Integer index = columns.get(column);
            if (index != null) {
                dates.add(index);
            }
        }
        return dates;
    }

    /** The columns of the numbered wishes, by number. */
    Map<Integer, Integer> wishes() {
        return wishes;
    }

    /** The columns that are no fact of ours and were not answered for, with their names. */
    Map<Integer, String> unknown() {
        return unknown;
    }

    /** Whether another column already holds the fact that this one names, which is said. */
    boolean isDouble(int index) {
        return doubles.contains(index);
    }

    /** Whether the names stand over the line's cells again. */
    boolean isRepeatedBy(Grid.Line line) {
        int same = 0;
        for (int i = 0; i < names.width(); i++) {
            boolean named = !names.written().get(i).isEmpty();
            if (named && Text.key(names.written().get(i)).equals(Text.key(line.cell(i)))) {
                same++;
            }
        }
        return same >= FEWEST;
    }

    /** What to call a column: the fact it holds, else its own name. */
    String columnName(int index) {
        ColumnNames.Match fact = index < facts.size() ? facts.get(index) : null;
        return fact == null ? index < names.width() ? names.label(index) : Names.letter(index) : fact.header();
    }

    int width() {
        return names.width();
    }

    /** The fact a column holds; null when it is none of ours. */
    EntryField factOf(int index) {
        if (index == firstName || index == lastName) {
            return index < 0 ? null : Column.NAME;
        }
        ColumnNames.Match match = index < facts.size() ? facts.get(index) : null;
        return match == null ? null : match.column() == Column.WISH ? Column.WISH.nth(match.number()) : match.column();
    }

    /** Finds out whether the names take one row or two. */
    private static final class HeaderRows {
        static Names of(ColumnNames known, Grid grid, Grid.Line top) {
            int at = grid.lines().indexOf(top);
            int width = grid.lines().stream()
                    .mapToInt(line -> line.cells().size())
                    .max()
                    .orElse(0);
            Optional<Grid.Line> above = beside(grid, top, at - 1);
            Optional<Grid.Line> below = beside(grid, top, at + 1).filter(line -> isSecond(known, top, line, width));
            List<String> written = new ArrayList<>();
            List<String> grouped = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                String own = plain(top.cell(i));
                String under = below.isPresent() ? plain(below.get().cell(i)) : "";
                String group = above.isPresent() ? group(above.get(), i) : "";
                written.add(own.isEmpty() && !under.isEmpty() ? group(top, i) + " " + under : own);
                grouped.add(!under.isEmpty() ? group(top, i) + " " + under : group.isEmpty() ? "" : group + " " + own);
            }
            return new Names(top, below.map(Grid.Line::number).orElse(top.number()), written, grouped);
        }

        private static Optional<Grid.Line> beside(Grid grid, Grid.Line top, int at) {
            return Optional.of(at)
                    .filter(index -> index >= 0 && index < grid.lines().size())
                    .map(index -> grid.lines().get(index))
                    .filter(line -> Math.abs(line.number() - top.number()) == 1)
                    .filter(line -> line.cells().stream()
                                    .filter(cell -> !cell.isBlank())
                                    .count()
                            > 1);
        }

        /** Every cell makes, with the name above it, a name of ours; a doctor's cells do not. */
        private static boolean isSecond(ColumnNames known, Grid.Line top, Grid.Line line, int width) {
            for (int i = 0; i < width; i++) {
                String own = plain(line.cell(i));
                if (!own.isEmpty() && known.exact(group(top, i) + " " + own).isEmpty()) {
                    return false;
                }
            }
            return true;
        }

        /** What stands over a column, or over the columns to the left that it is one of. */
        private static String group(Grid.Line line, int index) {
            for (int i = index; i >= 0; i--) {
                String name = plain(line.cell(i));
                if (!name.isEmpty()) {
                    return name;
                }
            }
            return "";
        }

        private static String plain(String cell) {
            String line = Text.line(cell);
            return line == null ? "" : line;
        }
    }
}
