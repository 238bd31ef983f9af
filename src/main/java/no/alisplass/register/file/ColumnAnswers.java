package no.alisplass.register.file;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.alisplass.domain.text.Text;
import no.alisplass.register.entry.EntryField;

/**
 * What a person answered about the columns of a file.
 *
 * @param meanings which of our columns ({@link EntryField#header}) a column of the file is, by its name there
 * @param leftOut the names of those that are knowingly not read
 */
public record ColumnAnswers(Map<String, String> meanings, Set<String> leftOut) {
    public static final ColumnAnswers NONE = new ColumnAnswers(Map.of(), Set.of());

    /** The names of the columns that a column of a file can be. */
    public static List<String> possible(FileKind kind) {
        return RowWriter.headers(kind);
    }

    public ColumnAnswers {
        Map<String, String> plain = new TreeMap<>();
        meanings.forEach((column, meaning) -> plain.put(line(column), line(meaning)));
        meanings = Collections.unmodifiableMap(plain);
        Set<String> left = new TreeSet<>();
        leftOut.forEach(column -> left.add(line(column)));
        leftOut = Collections.unmodifiableSet(left);
    }

    private static String line(String text) {
        String line = Text.line(text);
        return line == null ? "" : line;
    }
}
