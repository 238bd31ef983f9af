package no.alisplass.register.file;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.alisplass.domain.text.Numbers;
import no.alisplass.domain.text.Text;
import no.alisplass.register.entry.Column;
import no.alisplass.register.grid.Grid;

/** What a line below the names of the columns is. */
enum RowKind {
    DOCTOR,
    /** The template's example row. */
    EXAMPLE,
    /** The names of the columns once more. */
    NAMES,
    /** Only a number in the column of priorities, as lists that are numbered beforehand have. */
    NUMBER_ONLY,
    /** A sum, a footnote, a heading between groups. */
    OTHER,
    /** A name and nothing that says that it is a doctor. */
    NAME_ONLY,
    /** A doctor's facts without name and HPR number. */
    NAMELESS;

    /** Facts that only a doctor has: a sum has numbers, a footnote a text at the left. */
    private static final Column[] OF_DOCTORS = {
        Column.EMAIL,
        Column.AFFILIATION,
        Column.AFFILIATION_TO,
        Column.SCHEME,
        Column.START,
        Column.SUPERVISION,
        Column.LEAVE,
        Column.LOCUM
    };

    private static final Set<String> TOTALS = Set.of(
            "sum",
            "totalt",
            "total",
            "antall",
            "tal",
            "snitt",
            "gjennomsnitt",
            "merk",
            "nb",
            "obs",
            "oppdatert",
            "sist",
            "kilde",
            "forklaring",
            "fotnote",
            "i alt",
            "til sammen",
            "dato");
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\d:*=<>#%]");
    private static final Pattern FIRST_WORD = Pattern.compile("[^\\p{L}]+");

    static RowKind of(Header header, Grid.Line line) {
        if (Text.key(header.cell(line, Column.PRIORITY)).equals(Text.key(WaitlistReader.EXAMPLE))) {
            return EXAMPLE;
        }
        boolean name = holds(header, line, Column.NAME);
        boolean hpr = holds(header, line, Column.HPR);
        if (header.isRepeatedBy(line)) {
            return NAMES;
        }
        if (hpr) {
            return DOCTOR;
        }
        long facts = Stream.of(OF_DOCTORS)
                .filter(column -> holds(header, line, column))
                .count();
        if (name) {
            return facts > 0 ? DOCTOR : isTotal(header, line) ? OTHER : NAME_ONLY;
        }
        return facts > 1 ? NAMELESS : isNumberOnly(header, line) ? NUMBER_ONLY : OTHER;
    }

    private static boolean holds(Header header, Grid.Line line, Column column) {
        return !CellReader.isBlank(header.cell(line, column));
    }

    private static boolean isTotal(Header header, Grid.Line line) {
        String name = header.cell(line, Column.NAME);
        return NOT_IN_NAMES.matcher(name).find()
                || startsTotal(name)
                || startsTotal(header.cell(line, Column.PRIORITY));
    }

    private static boolean startsTotal(String text) {
        String line = Text.line(text);
        String lower = line == null ? "" : line.toLowerCase(Locale.ROOT);
        String[] words = FIRST_WORD.split(lower);
        return words.length > 0
                && (TOTALS.contains(words[0]) || words.length > 1 && TOTALS.contains(words[0] + " " + words[1]));
    }

    private static boolean isNumberOnly(Header header, Grid.Line line) {
        long filled =
                line.cells().stream().filter(cell -> !CellReader.isBlank(cell)).count();
        return filled == 1 && Numbers.whole(header.cell(line, Column.PRIORITY)).value() != null;
    }
}
