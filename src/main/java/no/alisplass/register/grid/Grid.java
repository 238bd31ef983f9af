package no.alisplass.register.grid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A sheet of a file as plain text.
 *
 * @param sheet its name; null for CSV
 * @param lines those that are not blank
 * @param hidden the columns that the sheet does not show, from 0
 * @param notes what is to be told of how it was read
 * @param from1904 whether numbers without a date's format, where they are dates, count days from 1904
 */
public record Grid(String sheet, List<Line> lines, Set<Integer> hidden, List<Note> notes, boolean from1904) {
    public static final int MAX_LINES = 5000;

    /** Columns further right are not read; values there are told. */
    public static final int MAX_COLUMNS = 200;

    /** What a formula that was never calculated, or came to an error, leaves behind. */
    public static final String NO_VALUE = ErrorWords.NO_VALUE;

    public Grid {
        lines = List.copyOf(lines);
        hidden = Set.copyOf(hidden);
        notes = List.copyOf(notes);
    }

    public Grid(String sheet, List<Line> lines) {
        this(sheet, lines, Set.of(), List.of(), false);
    }

    /** Something to know of the sheet as a whole. @param code of the message, in the room of waitlists */
    public record Note(String code, List<Object> arguments) {
        public Note {
            arguments = List.copyOf(arguments);
        }

        static Note of(String code, Object... arguments) {
            return new Note(code, List.of(arguments));
        }
    }

    /**
     * @param number as people see it, from 1
     * @param hidden whether the sheet does not show it, filtered away or hidden by hand
     * @param merged the columns, from 0, whose cell is the rest of a merged cell with its value in another place
     */
    public record Line(int number, List<String> cells, boolean hidden, Set<Integer> merged) {
        public Line {
            cells = List.copyOf(cells);
            merged = Set.copyOf(merged);
        }

        public Line(int number, List<String> cells) {
            this(number, cells, false, Set.of());
        }

        /** The text of a cell, stripped; empty beyond the last. */
        public String cell(int index) {
            return index < cells.size() ? cells.get(index) : "";
        }

        public boolean isBlank() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    /** The same with the numbers in some columns, where they are to be dates, as the days they are counted to from 1904. */
    public Grid withDays(Set<Integer> columns) {
        if (!from1904) {
            return this;
        }
        List<Line> dated = lines.stream()
                .map(line -> {
                    List<String> cells = new ArrayList<>(line.cells());
                    for (int column : columns) {
                        if (line.cell(column).matches("[1-7][0-9]{4}(?:[.][0-9]{1,15})?")) {
                            cells.set(
                                    column,
                                    Cells.day(new BigDecimal(line.cell(column)), true)
                                            .toString());
                        }
                    }
                    return new Line(line.number(), cells, line.hidden(), line.merged());
                })
                .toList();
        return new Grid(sheet, dated, hidden, notes, from1904);
    }

    public static boolean isFormulaError(String cell) {
        return ErrorWords.has(cell);
    }

    /** A cell as it may be shown: short. */
    public static String shown(String cell) {
        return cell.length() > 60 ? cell.substring(0, 57) + "…" : cell;
    }
}
