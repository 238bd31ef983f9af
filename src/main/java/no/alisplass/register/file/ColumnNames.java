package no.alisplass.register.file;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.alisplass.domain.text.Text;
import no.alisplass.register.entry.Column;

/** The names people give the columns of a waitlist, without regard to case, spaces and signs. */
final class ColumnNames {
    /** No name of ours is longer; what is, is text. */
    private static final int LONGEST = 60;

    private static final Pattern NUMBER_LAST = Pattern.compile("(.*?\\p{L})0?([0-9]{1,2})");
    private static final Pattern NUMBER_FIRST = Pattern.compile("([0-9]{1,2})(\\p{L}.*)");
    private static final String FIRST_NAME = Text.key("Fornavn");
    private static final List<String> LAST_NAMES =
            Stream.of("Etternavn", "Etternamn").map(Text::key).toList();

    private static final Map<FileKind, ColumnNames> KINDS =
            Stream.of(FileKind.values()).collect(Collectors.toMap(kind -> kind, ColumnNames::new));

    /** Every name of a column, as {@link Text#key} makes them. */
    private final Map<Column, List<Known>> names = new EnumMap<>(Column.class);

    private final Map<String, Column> exactly = new HashMap<>();

    private ColumnNames(FileKind kind) {
        kind.known()
                .forEach(column -> names.put(
                        column,
                        Stream.concat(Stream.of(column.header()), column.otherNames().stream())
                                .map(Text::key)
                                .map(key -> new Known(key, letters(key)))
                                .toList()));
        names.forEach((column, all) -> all.forEach(known -> exactly.putIfAbsent(known.key(), column)));
    }

    /** @param letters which letters are in it */
    private record Known(String key, long letters) {
        /** {@link Integer#MAX_VALUE} for more than {@code most}. */
        int off(String other, long otherLetters, int most) {
            // One letter off puts in one letter at most and takes one out: most of what is compared needs no closer
            // look.
            if (Math.abs(key.length() - other.length()) > most || Long.bitCount(letters ^ otherLetters) > 2 * most) {
                return Integer.MAX_VALUE;
            }
            int off = Text.distance(key, other);
            return off <= most ? off : Integer.MAX_VALUE;
        }
    }

    private static long letters(String key) {
        return key.chars().mapToLong(letter -> 1L << (letter & 63)).reduce(0, (a, b) -> a | b);
    }

    static ColumnNames of(FileKind kind) {
        return KINDS.get(kind);
    }

    /**
     * What a name was taken as.
     *
     * @param number which wish; 1 for every other column
     * @param off how many letters off it was
     */
    record Match(Column column, int number, int off) {
        /** The name we would write. */
        String header() {
            return column.nth(number).header();
        }

        boolean isSameAs(Match other) {
            return column == other.column && number == other.number;
        }
    }

    /** Exactly a name of ours, or so near to those of one column only that nothing else can be meant. */
    Optional<Match> match(String name) {
        String key = Text.key(name);
        if (key.length() < 2 || key.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher last = NUMBER_LAST.matcher(key);
        if (last.matches()) {
            return wish(last.group(1), last.group(2));
        }
        Matcher first = NUMBER_FIRST.matcher(key);
        return first.matches() ? wish(first.group(2), first.group(1)) : closest(key, 1);
    }

    private Optional<Match> wish(String name, String number) {
        int wish = Integer.parseInt(number);
        return wish < 1 || wish > Column.WISHES
                ? Optional.empty()
                : closest(name, wish).filter(match -> match.column() == Column.WISH);
    }

    /** A name just as we know it. */
    Optional<Match> exact(String name) {
        return match(name).filter(match -> match.off() == 0);
    }

    static boolean isFirstName(String name) {
        return Text.key(name).equals(FIRST_NAME) || Text.key(name).equals("fornamn");
    }

    static boolean isLastName(String name) {
        return LAST_NAMES.contains(Text.key(name));
    }

    private Optional<Match> closest(String key, int number) {
        Column exact = exactly.get(key);
        if (exact != null) {
            return Optional.of(new Match(exact, number, 0));
        }
        long letters = letters(key);
        Match near = null;
        for (Map.Entry<Column, List<Known>> column : names.entrySet()) {
            int off = Integer.MAX_VALUE;
            for (Known name : column.getValue()) {
                if (name.key().charAt(0) == key.charAt(0)) {
                    int most = Math.min(2, (name.key().length() - 2) / 4);
                    off = Math.min(off, name.off(key, letters, most));
                }
            }
            if (off < Integer.MAX_VALUE && near != null) {
                return Optional.empty();
            }
            if (off < Integer.MAX_VALUE) {
                near = new Match(column.getKey(), number, off);
            }
        }
        return Optional.ofNullable(near);
    }

    /** The name we would write for a column whose name is near one of ours; empty when none is, for a far guess misleads. */
    Optional<String> nearest(String name) {
        String key = Text.key(name);
        if (key.length() < 4 || key.length() > LONGEST) {
            return Optional.empty();
        }
        int most = Math.max(1, key.length() / 4);
        long letters = letters(key);
        return names.entrySet().stream()
                .map(column -> new Match(
                        column.getKey(),
                        1,
                        column.getValue().stream()
                                .mapToInt(known -> known.off(key, letters, most))
                                .min()
                                .orElse(Integer.MAX_VALUE)))
                .filter(match -> match.off() <= most)
                .min(Comparator.comparingInt(Match::off))
                .map(Match::header);
    }
}
