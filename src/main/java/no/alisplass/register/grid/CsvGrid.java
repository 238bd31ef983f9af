package no.alisplass.register.grid;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.alisplass.domain.text.Text;
import no.alisplass.platform.CsvWriter;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads CSV, separated by semicolon, comma or tab. */
final class CsvGrid {
    private static final char[] DELIMITERS = {';', ',', '\t'};
    private static final int LINES_TO_GUESS_BY = 30;
    private static final int SIGNS_TO_GUESS_BY = 300_000;
    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)\"?sep=([;,\\t])\"?\\R");
    private static final Pattern START_OF_QUOTE = Pattern.compile("startline ([0-9]{1,9})");

    private CsvGrid() {}

    /** @param known how many of the names that are looked for stand on a line */
    static Grid read(byte[] file, ToIntFunction<Grid.Line> known) {
        CsvText decoded = CsvText.of(file);
        if (Text.blank(decoded.text())) {
            throw new Unreadable("file-empty");
        }
        Matcher separator = SEPARATOR_LINE.matcher(decoded.text());
        boolean told = separator.lookingAt();
        String body = told ? decoded.text().substring(separator.end()) : decoded.text();
        char delimiter = told ? separator.group(1).charAt(0) : guess(body, known);
        GridBuilder grid = new GridBuilder(new Bounds());
        if (decoded.unusual() != null) {
            grid.note("encoding-guessed", decoded.unusual());
        }
        fill(grid, body, delimiter, Integer.MAX_VALUE, told ? 1 : 0);
        return grid.grid(null);
    }

    /** The delimiter under which the file's top has most of the names. */
    private static char guess(String text, ToIntFunction<Grid.Line> known) {
        String beginning = text.substring(0, Math.min(text.length(), SIGNS_TO_GUESS_BY));
        char best = DELIMITERS[0];
        int most = -1;
        for (char delimiter : DELIMITERS) {
            GridBuilder top = new GridBuilder(new Bounds());
            try {
                fill(top, beginning, delimiter, LINES_TO_GUESS_BY, 0);
            } catch (Unreadable wrongDelimiter) {
                // Quotes and lengths are odd under a delimiter that is not the file's; what came before still counts.
            }
            int names = top.grid(null).lines().stream().mapToInt(known).max().orElse(0);
            if (names > most) {
                most = names;
                best = delimiter;
            }
        }
        return best;
    }

    /** @param above lines of the file that stand above the text */
    private static void fill(GridBuilder grid, String text, char delimiter, int most, int above) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            try {
                for (CSVRecord record : parser) {
                    if (record.getRecordNumber() > most) {
                        return;
                    }
                    int row = Math.toIntExact(record.getRecordNumber());
                    for (int column = 0; column < record.size(); column++) {
                        grid.cell(row, column, unescape(record.get(column)));
                    }
                }
            } catch (IllegalStateException | UncheckedIOException quotes) {
                throw new Unreadable("file-quotes", Long.toString(line(quotes, parser) + above));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Where a quote that never ends begins, or where something stands right behind one. */
    private static long line(RuntimeException quotes, CSVParser parser) {
        Matcher start = START_OF_QUOTE.matcher(String.valueOf(quotes.getMessage()));
        return start.find() ? Long.parseLong(start.group(1)) : parser.getCurrentLineNumber();
    }

    /** Takes away the apostrophe that is written before what a spreadsheet would take for a formula. */
    private static String unescape(String cell) {
        String stripped = Cells.plain(cell);
        return stripped.length() > 1 && stripped.charAt(0) == '\'' && CsvWriter.isRisky(stripped.charAt(1))
                ? stripped.substring(1)
                : stripped;
    }
}
