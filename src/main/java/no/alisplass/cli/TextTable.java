package no.alisplass.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines up columns of text; a cell may hold several lines. */
final class TextTable {
    private final List<List<List<String>>> rows = new ArrayList<>();

    /** Adds a row of cells, each a list of lines. */
    TextTable row(List<List<String>> cells) {
        rows.add(cells);
        return this;
    }

    /** The table with a rule under its first row and between the others. */
    String draw() {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<List<String>> row : rows) {
            for (int column = 0; column < columns; column++) {
                for (String line : row.get(column)) {
                    widths[column] = Math.max(widths[column], line.codePointCount(0, line.length()));
                }
            }
        }
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            rule(drawn, widths, i == 0 ? "┌┬┐" : "├┼┤");
            lines(drawn, widths, rows.get(i));
        }
        rule(drawn, widths, "└┴┘");
        return drawn.toString();
    }

    private static void rule(StringBuilder drawn, int[] widths, String joints) {
        for (int column = 0; column < widths.length; column++) {
            drawn.append(column == 0 ? joints.charAt(0) : joints.charAt(1)).append("─".repeat(widths[column] + 2));
        }
        drawn.append(joints.charAt(2)).append('\n');
    }

    private static void lines(StringBuilder drawn, int[] widths, List<List<String>> row) {
        int height = Math.max(1, row.stream().mapToInt(List::size).max().orElse(1));
        for (int line = 0; line < height; line++) {
            for (int column = 0; column < widths.length; column++) {
                List<String> cell = row.get(column);
                String text = line < cell.size() ? cell.get(line) : "";
                int padding = widths[column] - text.codePointCount(0, text.length());
                drawn.append("│ ").append(text).append(" ".repeat(padding + 1));
            }
            drawn.append("│\n");
        }
    }
}
