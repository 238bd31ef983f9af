package no.alisplass.register.grid;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Collects the cells of one sheet within the bounds of its file; the same for every kind of file. */
final class GridBuilder {
    private static final int MAX_MERGED = 500;
    private static final int MAX_MARKED = 10_000;

    private final Bounds bounds;
    private final TreeMap<Integer, TreeMap<Integer, String>> rows = new TreeMap<>();
    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private final List<Merged> merged = new ArrayList<>();
    private final List<Grid.Note> notes = new ArrayList<>();
    private int beyond = -1;
    private boolean from1904;

    /** A merged cell: rows from 1, columns from 0, both ends within. */
    private record Merged(int top, int left, int bottom, int right) {}

    GridBuilder(Bounds bounds) {
        this.bounds = bounds;
    }

    /** @param row from 1 @param column from 0 @param text as it stands; blank is nothing */
    void cell(int row, int column, String text) {
        if (text.length() > Bounds.CELL) {
            throw Bounds.tooLong(row, column);
        }
        String cell = Cells.plain(text);
        if (cell.isEmpty()) {
            return;
        }
        bounds.count(row, column, cell);
        if (column >= Grid.MAX_COLUMNS) {
            beyond = beyond < 0 ? column : Math.min(beyond, column);
            return;
        }
        if (!rows.containsKey(row) && rows.size() > Grid.MAX_LINES) {
            throw new Unreadable("file-too-many-rows", Grid.MAX_LINES);
        }
        if (rows.computeIfAbsent(row, fresh -> new TreeMap<>()).put(column, cell) != null) {
            throw new Unreadable("file-cell-wrong", Bounds.name(row, column));
        }
    }

    void hideRow(int row) {
        hiddenRows.set(row);
    }

    /** @param first from 0 @param last within */
    void hideColumns(int first, int last) {
        int end = Math.min(last + 1, Grid.MAX_COLUMNS);
        if (first < end) {
            hiddenColumns.set(first, end);
        }
    }

    /** Whether another merged cell will be looked at: a sheet of a list has few, and one made to cost has a million. */
    boolean takesMerged() {
        return merged.size() < MAX_MERGED;
    }

    void merge(int top, int left, int bottom, int right) {
        if (takesMerged()) {
            merged.add(new Merged(top, left, bottom, Math.min(right, Grid.MAX_COLUMNS - 1)));
        }
    }

    void note(String code, Object... arguments) {
        notes.add(Grid.Note.of(code, arguments));
    }

    void from1904() {
        from1904 = true;
    }

    Grid grid(String sheet) {
        if (beyond >= 0) {
            note("columns-beyond", Grid.MAX_COLUMNS, Bounds.name(0, beyond).replace("0", ""));
        }
        Map<Integer, Set<Integer>> covered = covered();
        List<Grid.Line> lines = new ArrayList<>();
        rows.forEach((row, cells) -> {
            List<String> texts = new ArrayList<>();
            cells.forEach((column, text) -> {
                while (texts.size() < column) {
                    texts.add("");
                }
                texts.add(text);
            });
            lines.add(new Grid.Line(row, texts, hiddenRows.get(row), covered.getOrDefault(row, Set.of())));
        });
        Set<Integer> hidden = hiddenColumns.stream().boxed().collect(Collectors.toSet());
        return new Grid(sheet, lines, hidden, notes, from1904);
    }

    /** Of the rows that have anything, the columns that are the rest of a merged cell with a value. */
    private Map<Integer, Set<Integer>> covered() {
        Map<Integer, Set<Integer>> covered = new TreeMap<>();
        int marked = 0;
        for (Merged area : merged) {
            if (!rows.getOrDefault(area.top(), new TreeMap<>()).containsKey(area.left())) {
                continue;
            }
            for (int row : rows.subMap(area.top(), true, area.bottom(), true).keySet()) {
                for (int column = area.left(); column <= area.right() && marked < MAX_MARKED; column++) {
                    if (!rows.get(row).containsKey(column)) {
                        covered.computeIfAbsent(row, fresh -> new HashSet<>()).add(column);
                        marked++;
                    }
                }
            }
        }
        return covered;
    }
}
