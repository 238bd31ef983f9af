package no.alisplass.waitlist;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a person answered about the columns of a file.
 *
 * @param meanings which of our columns ({@link Fact#header}) a column of the file is, by its name there
 * @param leftOut the names of those that are knowingly not read
 */
public record ColumnAnswers(Map<String, String> meanings, Set<String> leftOut) {
    public static final ColumnAnswers NONE = new ColumnAnswers(Map.of(), Set.of());

    public ColumnAnswers {
        meanings = Map.copyOf(new TreeMap<>(meanings));
        leftOut = Set.copyOf(new TreeSet<>(leftOut));
    }
}
