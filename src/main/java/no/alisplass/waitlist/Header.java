package no.alisplass.waitlist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.alisplass.domain.text.Text;
import no.alisplass.waitlist.grid.Grid;

/**
 * Which column of a sheet holds which fact, found by name in any order, without regard to case, spaces and signs, and with
 * small misspellings.
 *
 * @param row of the names, as people see it
 * @param columns of each fact except wishes
 * @param wishes the columns of the numbered wishes, by number
 */
record Header(int row, Map<Column, Integer> columns, TreeMap<Integer, Integer> wishes) {
    /** Fewer names than this is not a row of names. */
    static final int FEWEST = 3;

    /** The row of names stands among that many rows with anything on them. */
    static final int DEEPEST = 40;

    private static final Pattern NUMBERED = Pattern.compile("(.*?\\p{L})0?([0-9]{1,2})");

    /** Every name of a column, as {@link Text#key} makes them. */
    private static final Map<Column, List<String>> NAMES = Stream.of(Column.values())
            .collect(Collectors.toMap(
                    column -> column, column -> Stream.concat(Stream.of(column.header()), column.otherNames().stream())
                            .map(Text::key)
                            .toList()));

    /** What a name was taken as: a fact, which wish, and how many letters off it was. */
    private record Match(Column column, int number, int off) {}

    /** How many names we know stand on a line. */
    static int known(Grid.Line line) {
        return (int) line.cells().stream()
                .flatMap(cell -> match(cell).stream())
                .distinct()
                .count();
    }

    /** The line among the first ones with the most known names. */
    static Optional<Grid.Line> find(Grid grid) {
        return grid.lines().stream()
                .limit(DEEPEST)
                .filter(line -> known(line) >= FEWEST)
                .max(Comparator.comparingInt(Header::known).thenComparing(line -> -line.number()));
    }

    /** Reads the names, saying which are unknown, misspelt, double or missing. */
    static Header read(Grid.Line line, Remarks remarks) {
        Map<Column, Integer> columns = new LinkedHashMap<>();
        TreeMap<Integer, Integer> wishes = new TreeMap<>();
        for (int i = 0; i < line.cells().size(); i++) {
            String name = line.cell(i);
            if (name.isEmpty() || IdentityNumbers.in(name)) {
                continue;
            }
            String place = place(line);
            Optional<Match> match = match(name);
            if (match.isEmpty()) {
                remarks.add(
                        Severity.WARNING,
                        null,
                        place,
                        Grid.shown(name),
                        "column-unknown",
                        Grid.shown(name),
                        nearest(name));
                continue;
            }
            Column column = match.get().column();
            Integer other = column == Column.WISH
                    ? wishes.putIfAbsent(match.get().number(), i)
                    : columns.putIfAbsent(column, i);
            if (other != null) {
                remarks.add(Severity.ERROR, null, place, Grid.shown(name), "column-twice", Grid.shown(name));
            } else if (match.get().off() > 0) {
                remarks.add(
                        Severity.INFORMATION,
                        null,
                        place,
                        Grid.shown(name),
                        "column-misspelt",
                        Grid.shown(name),
                        column.header());
            }
        }
        missing(columns, line, remarks);
        return new Header(line.number(), columns, wishes);
    }

    private static void missing(Map<Column, Integer> columns, Grid.Line line, Remarks remarks) {
        List<Column> obligatory = new ArrayList<>();
        for (Column column : Column.values()) {
            if (column.obligatory()) {
                obligatory.add(column);
            }
        }
        if (!columns.containsKey(Column.PERIODS)) {
            obligatory.add(Column.SERVICE);
            obligatory.add(Column.OPEN_PRACTICE);
        }
        for (Column column : obligatory) {
            if (!columns.containsKey(column)) {
                remarks.silence(column);
                remarks.add(Severity.ERROR, null, place(line), null, "column-missing", column.header(), column.help());
            }
        }
    }

    private static String place(Grid.Line line) {
        return "rad " + line.number();
    }

    String cell(Grid.Line line, Column column) {
        Integer index = columns.get(column);
        return index == null ? "" : line.cell(index);
    }

    /** The fact a column holds; null when it is none of ours. */
    Fact factOf(int index) {
        for (Map.Entry<Integer, Integer> wish : wishes.entrySet()) {
            if (wish.getValue() == index) {
                return Column.WISH.nth(wish.getKey());
            }
        }
        return columns.entrySet().stream()
                .filter(column -> column.getValue() == index)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** The columns that hold dates. */
    Set<Integer> dates() {
        return Stream.of(Column.AFFILIATION_FROM, Column.AFFILIATION_TO, Column.START, Column.EARLIEST)
                .map(columns::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Optional<Match> match(String name) {
        String key = Text.key(name);
        if (key.length() < 2) {
            return Optional.empty();
        }
        Matcher numbered = NUMBERED.matcher(key);
        if (numbered.matches()) {
            int number = Integer.parseInt(numbered.group(2));
            Optional<Match> wish = closest(numbered.group(1)).filter(match -> match.column() == Column.WISH);
            if (wish.isPresent() && number >= 1 && number <= Column.WISHES) {
                return Optional.of(new Match(Column.WISH, number, wish.get().off()));
            }
            return Optional.empty();
        }
        return closest(key);
    }

    /** Exactly a name of ours, or so near to those of one column only that nothing else can be meant. */
    private static Optional<Match> closest(String key) {
        List<Match> near = new ArrayList<>();
        for (Column column : Column.values()) {
            int off = names(column)
                    .filter(name -> name.charAt(0) == key.charAt(0))
                    .filter(name -> Text.distance(name, key) <= Math.min(2, (name.length() - 2) / 4))
                    .mapToInt(name -> Text.distance(name, key))
                    .min()
                    .orElse(Integer.MAX_VALUE);
            if (off == 0) {
                return Optional.of(new Match(column, 1, 0));
            }
            if (off < Integer.MAX_VALUE) {
                near.add(new Match(column, 1, off));
            }
        }
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    private static String nearest(String name) {
        String key = Text.key(name);
        return Stream.of(Column.values())
                .min(Comparator.comparingInt(column -> names(column)
                        .mapToInt(known -> Text.distance(known, key))
                        .min()
                        .orElse(Integer.MAX_VALUE)))
                .map(column -> column == Column.WISH ? column.header() + " 1" : column.header())
                .orElse("");
    }

    private static Stream<String> names(Column column) {
        return NAMES.get(column).stream();
    }
}
