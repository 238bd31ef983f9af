package no.alisplass.waitlist;

import java.util.List;

/**
 * A sheet of a file as plain text.
 *
 * @param sheet its name; null for CSV
 * @param lines those that are not blank
 */
record Grid(String sheet, List<Line> lines) {
    static final int MOST_LINES = 5000;

    /** What a formula that was never calculated, or came to an error, leaves behind. */
    static final String NO_VALUE = "#FORMEL!";

    /** @param number as people see it, from 1 */
    record Line(int number, List<String> cells) {
        /** The text of a cell, stripped; empty beyond the last. */
        String cell(int index) {
            return index < cells.size() ? cells.get(index) : "";
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    boolean isLongerThanAllowed() {
        return lines.size() > MOST_LINES + 1;
    }

    static boolean isFormulaError(String cell) {
        return cell.startsWith("#")
                && (cell.equals(NO_VALUE) || cell.matches("#(N/A|REF!|VALUE!|DIV/0!|NAME\\?|NULL!|NUM!|SPILL!|CALC!)"));
    }

    /** A cell as it may be shown: short. */
    static String shown(String cell) {
        return cell.length() > 60 ? cell.substring(0, 57) + "…" : cell;
    }
}
