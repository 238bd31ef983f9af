package no.alisplass.waitlist;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.alisplass.domain.Outcome;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads CSV: UTF-8 with or without BOM, UTF-16 with BOM, else Windows-1252; separated by semicolon, comma or tab. */
final class CsvGrid {
    private static final char[] DELIMITERS = {';', ',', '\t'};
    private static final int MOST_CELLS = 200;
    private static final int LINES_TO_GUESS_BY = 30;
    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)\"?sep=([;,\\t])\"?\\R");

    private CsvGrid() {}

    static Outcome<List<Grid>> read(byte[] file) {
        Optional<String> decoded = decode(file);
        if (decoded.isEmpty()) {
            return GridReader.refused("file-not-text");
        }
        String text = decoded.get();
        if (text.isBlank()) {
            return GridReader.refused("file-empty");
        }
        Matcher separator = SEPARATOR_LINE.matcher(text);
        boolean told = separator.lookingAt();
        String body = told ? text.substring(separator.end()) : text;
        try {
            char delimiter = told ? separator.group(1).charAt(0) : guess(body);
            Grid grid = new Grid(null, lines(body, delimiter, Grid.MOST_LINES + 2));
            return grid.isLongerThanAllowed()
                    ? GridReader.refused("file-too-many-rows", Grid.MOST_LINES)
                    : Outcome.done(List.of(grid));
        } catch (IOException | UncheckedIOException broken) {
            return GridReader.refused("file-quotes");
        }
    }

    /** The delimiter under which the file's top names most columns that we know. */
    private static char guess(String text) {
        char best = DELIMITERS[0];
        int most = -1;
        for (char delimiter : DELIMITERS) {
            int known = known(text, delimiter);
            if (known > most) {
                most = known;
                best = delimiter;
            }
        }
        return best;
    }

    private static int known(String text, char delimiter) {
        List<Grid.Line> read = new ArrayList<>();
        try {
            lines(text, delimiter, LINES_TO_GUESS_BY, read);
        } catch (IOException | UncheckedIOException wrongDelimiter) {
            // Quotes stand oddly under a delimiter that is not the file's; what came before still counts.
        }
        return read.stream().mapToInt(Header::known).max().orElse(0);
    }

    private static List<Grid.Line> lines(String text, char delimiter, int most) throws IOException {
        List<Grid.Line> lines = new ArrayList<>();
        lines(text, delimiter, most, lines);
        return lines;
    }

    private static void lines(String text, char delimiter, int most, List<Grid.Line> lines) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord record : parser) {
                List<String> cells =
                        record.stream().limit(MOST_CELLS).map(CsvGrid::unescape).toList();
                Grid.Line line = new Grid.Line(Math.toIntExact(record.getRecordNumber()), cells);
                if (!line.isBlank()) {
                    lines.add(line);
                }
                if (lines.size() >= most) {
                    break;
                }
            }
        }
    }

    /** Takes away the apostrophe that {@link CsvWriter} puts before what a spreadsheet would take for a formula. */
    private static String unescape(String cell) {
        String stripped = cell.strip();
        return stripped.length() > 1 && stripped.charAt(0) == '\'' && CsvWriter.isRisky(stripped.charAt(1))
                ? stripped.substring(1)
                : stripped;
    }

    private static Optional<String> decode(byte[] file) {
        int bom = file.length > 1 ? (file[0] & 0xff) << 8 | file[1] & 0xff : 0;
        Optional<String> text;
        if (bom == 0xfffe) {
            text = strictly(StandardCharsets.UTF_16LE, file);
        } else if (bom == 0xfeff) {
            text = strictly(StandardCharsets.UTF_16BE, file);
        } else {
            text = strictly(StandardCharsets.UTF_8, file).or(() -> strictly(Charset.forName("windows-1252"), file));
        }
        return text.map(read -> read.startsWith("\ufeff") ? read.substring(1) : read)
                .filter(CsvGrid::looksLikeText);
    }

    private static Optional<String> strictly(Charset charset, byte[] file) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static boolean looksLikeText(String text) {
        String start = text.stripLeading();
        boolean markup = start.regionMatches(true, 0, "<html", 0, 5)
                || start.startsWith("<!")
                || start.startsWith("<?xml")
                || start.startsWith("{\\rtf");
        return !markup && text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f');
    }
}
