package no.alisplass.register.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
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
    private final Map<Column, List<String>> names = new EnumMap<>(Column.class);

    private ColumnNames(FileKind kind) {
        kind.known()
                .forEach(column -> names.put(
                        column,
                        Stream.concat(Stream.of(column.header()), column.otherNames().stream())
                                .map(Text::key)
                                .toList()));
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
        List<Match> near = new ArrayList<>();
        for (Column column : names.keySet()) {
            int off = names(column)
                    .filter(name -> name.charAt(0) == key.charAt(0))
                    .mapToInt(name -> off(name, key, Math.min(2, (name.length() - 2) / 4)))
                    .min()
                    .orElse(Integer.MAX_VALUE);
            if (off == 0) {
                return Optional.of(new Match(column, number, 0));
            }
            if (off < Integer.MAX_VALUE) {
                near.add(new Match(column, number, off));
            }
        }
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    /** The name we would write for a column whose name is near one of ours; empty when none is, for a far guess misleads. */
    Optional<String> nearest(String name) {
        String key = Text.key(name);
        if (key.length() < 4 || key.length() > LONGEST) {
            return Optional.empty();
        }
        int most = Math.max(1, key.length() / 4);
        return names.keySet().stream()
                .map(column -> new Match(
                        column,
                        1,
                        names(column)
                                .mapToInt(known -> off(known, key, most))
                                .min()
                                .orElse(Integer.MAX_VALUE)))
                .filter(match -> match.off() <= most)
                .min(Comparator.comparingInt(Match::off))
                .map(Match::header);
    }

    /** {@link Integer#MAX_VALUE} for more than {@code most}. */
    private static int off(String name, String key, int most) {
        if (Math.abs(name.length() - key.length()) > most) {
            return Integer.MAX_VALUE;
        }
        int off = Text.distance(name, key);
        return off <= most ? off : Integer.MAX_VALUE;
    }

    private Stream<String> names(Column column) {
        return names.get(column).stream();
    }
}
