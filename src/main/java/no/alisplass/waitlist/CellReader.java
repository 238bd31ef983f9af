package no.alisplass.waitlist;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.waitlist.grid.Grid;

/** Reads the cells of one line, saying of each that cannot be read what to write instead. */
final class CellReader {
    private final Header header;
    private final Grid.Line line;
    private final Remarks remarks;

    CellReader(Header header, Grid.Line line, Remarks remarks) {
        this.header = header;
        this.line = line;
        this.remarks = remarks;
    }

    int row() {
        return line.number();
    }

    Remarks remarks() {
        return remarks;
    }

    /** The text of a cell; empty when blank, or when an error was already found in it. */
    String text(Column column) {
        return remarks.haveError(row(), column) ? "" : header.cell(line, column);
    }

    /** The numbered wishes that are filled in, by number. */
    java.util.Map<Integer, String> wishes() {
        java.util.TreeMap<Integer, String> texts = new java.util.TreeMap<>();
        header.wishes().forEach((number, index) -> {
            String text = line.cell(index);
            if (!text.isEmpty() && !remarks.haveError(row(), Column.WISH.nth(number))) {
                texts.put(number, text);
            }
        });
        return texts;
    }

    /** The value of a cell; null when blank or not understood, which is said. */
    <T> T value(Column column, Function<String, Optional<T>> read, String code, Object... arguments) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        Optional<T> value = read.apply(text);
        if (value.isEmpty()) {
            Object[] all = new Object[arguments.length + 1];
            all[0] = Grid.shown(text);
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            remarks.error(row(), column, Grid.shown(text), code, all);
        }
        return value.orElse(null);
    }

    <T> T word(Column column, Words<T> words) {
        return value(column, words::read, "word-unknown", words.list());
    }

    <T> T word(Column column, Words<T> words, T blank) {
        T word = word(column, words);
        return word == null ? blank : word;
    }

    LocalDate date(Column column) {
        return value(column, Values::date, "date-form");
    }

    Months months(Column column) {
        return value(column, Values::months, "months-form");
    }

    /** {@code none} when blank or not understood; blank is said when the column is obligatory. */
    int whole(Column column, int none) {
        Integer whole = value(column, Values::whole, "number-form");
        if (whole == null && column.obligatory()) {
            EntryRules.required(row(), column, null, remarks);
        }
        return whole == null ? none : whole;
    }

    HprNumber hpr() {
        return value(
                Column.HPR,
                text -> HprNumber.read(text.replaceFirst("[.,]0+$", "").replaceFirst("(?i)^hpr\\W*", "")),
                "hpr-number-form");
    }
}
