package no.alisplass.register.file;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.domain.text.Numbers;
import no.alisplass.domain.text.Read;
import no.alisplass.domain.text.Text;
import no.alisplass.register.entry.CellValues;
import no.alisplass.register.entry.Column;
import no.alisplass.register.entry.EntryRules;
import no.alisplass.register.entry.Remarks;
import no.alisplass.register.grid.Grid;

/** Reads the cells of one line, saying of each that cannot be read what to write instead. */
final class CellReader {
    private static final Set<Column> MAY_BE_NONE = Set.of(
            Column.EMAIL,
            Column.AFFILIATION_FROM,
            Column.AFFILIATION_TO,
            Column.START,
            Column.PERIODS,
            Column.APPROVED,
            Column.EARLIEST,
            Column.WISH,
            Column.REFUSED,
            Column.BLOCKED);
    private static final Set<String> NONE =
            Set.of("ingen", "inga", "ikke aktuelt", "ikkje aktuelt", "n/a", "i/a", "ikke relevant", "ikkje relevant");
    private static final Pattern DASHES = Pattern.compile("[-\\u2010-\\u2015\\u2212 ]+");
    private static final Pattern ORDINAL = Pattern.compile("[0-9]{1,9}\\.");
    private static final Pattern SHARE = Pattern.compile("[0-9]{1,3} ?(?:av|/) ?([0-9]{1,3})");

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
        if (remarks.haveError(row(), column)) {
            return "";
        }
        String text = header.cell(line, column);
        // A note is free text; "no affiliation" is a fact, for which a dash stands.
        boolean dashSays = column == Column.NOTE || column == Column.AFFILIATION;
        return isNothing(text) || !dashSays && isBlank(text) || saysNone(column, text) ? "" : text;
    }

    /** Whether the file has the column at all. */
    boolean has(Column column) {
        return header.has(column);
    }

    /** Whether a cell holds nothing to read: no sign that is seen, or dashes only. */
    static boolean isBlank(String cell) {
        return isNothing(cell) || DASHES.matcher(Text.line(cell)).matches();
    }

    /** "ingen" where nothing is an answer. */
    private static boolean saysNone(Column column, String cell) {
        return MAY_BE_NONE.contains(column) && NONE.contains(Text.line(cell).toLowerCase(Locale.ROOT));
    }

    private static boolean isNothing(String cell) {
        return cell.isEmpty() || Text.line(cell) == null;
    }

    /** The numbered wishes that are filled in, by number. */
    java.util.Map<Integer, String> wishes() {
        java.util.TreeMap<Integer, String> texts = new java.util.TreeMap<>();
        header.wishes().forEach((number, index) -> {
            String text = line.cell(index);
            if (!isBlank(text) && !saysNone(Column.WISH, text) && !remarks.haveError(row(), Column.WISH.nth(number))) {
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

    <T> T word(Column column, Vocabulary<T> words) {
        T value = value(column, words::read, "word-unknown", words.list());
        String text = text(column);
        if (value != null && words.isDoubtful(text)) {
            remarks.warning(
                    row(),
                    column,
                    Grid.shown(text),
                    "word-read-as",
                    Grid.shown(text),
                    words.write(value),
                    words.list());
        }
        return value;
    }

    <T> T word(Column column, Vocabulary<T> words, T blank) {
        T word = word(column, words);
        return word == null ? blank : word;
    }

    LocalDate date(Column column) {
        String text = text(column);
        return CellValues.serial(text).orElseGet(() -> read(column, text, CellValues.day(text)));
    }

    Months months(Column column) {
        String text = text(column);
        return read(column, text, Numbers.months(text));
    }

    Integer percent(Column column) {
        String text = text(column);
        return read(column, text, Numbers.percent(text));
    }

    /** {@code none} when blank or not understood; blank is said when the column is obligatory. */
    int whole(Column column, int none) {
        String text = text(column);
        Integer whole = read(column, text, whole(column, text));
        if (whole == null && column.obligatory()) {
            EntryRules.required(row(), column, null, remarks);
        }
        return whole == null ? none : whole;
    }

    /** Also "1." of a priority, and "80 av 112" of what is counted out of a whole. */
    private static Read<Integer> whole(Column column, String text) {
        if (column == Column.OBJECTIVES) {
            return Numbers.of(EntryRules.OBJECTIVES, text);
        }
        Matcher share = SHARE.matcher(text);
        if (column == Column.ACTIVITIES && share.matches()) {
            return Numbers.of(Integer.parseInt(share.group(1)), text);
        }
        boolean ordinal = column == Column.PRIORITY && ORDINAL.matcher(text).matches();
        return Numbers.whole(ordinal ? text.substring(0, text.length() - 1) : text);
    }

    /** The value; null when blank or not understood, which is said. */
    private <T> T read(Column column, String text, Read<T> read) {
        if (read.isFault()) {
            remarks.fault(row(), column, text, read.fault());
        }
        return read.value();
    }

    HprNumber hpr() {
        return value(Column.HPR, HprNumber::read, "hpr-number-form");
    }
}
