package no.alisplass.register.grid;

/**
 * How much a file may hold, counted while it is read and before anything is done with it. A list of 5,000 doctors in all 35
 * columns has 175,000 cells.
 */
final class Bounds {
    /** What a spreadsheet itself allows in a cell, and how far it reaches. */
    static final int CELL = 32_767;

    static final int MAX_ROWS = 1_048_576;
    static final int LAST_COLUMN = 16_384;

    static final int MAX_SHEETS = 100;
    private static final int MAX_CELLS = 250_000;
    private static final int MAX_TEXT = 5_000_000;

    private int cells;
    private int text;

    /** Counts a cell that is not blank. */
    void count(int row, int column, String cell) {
        if (cell.length() > CELL) {
            throw tooLong(row, column);
        }
        goOn();
        cells++;
        text += cell.length();
        if (cells > MAX_CELLS) {
            throw new Unreadable("file-too-many-cells", MAX_CELLS);
        }
        if (text > MAX_TEXT) {
            throw new Unreadable("file-too-much-text", MAX_TEXT / 1_000_000);
        }
    }

    /** Reading stops where it is when the one who waits for it has given up. */
    static void goOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Unreadable("file-too-slow");
        }
    }

    static Unreadable tooLong(int row, int column) {
        return new Unreadable("file-cell-too-long", name(row, column), CELL);
    }

    /** A cell as a spreadsheet calls it: C7. */
    static String name(int row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.append(row).toString();
    }
}
