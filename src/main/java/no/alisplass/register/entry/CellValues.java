package no.alisplass.register.entry;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Months;
import no.alisplass.domain.text.Dates;
import no.alisplass.domain.text.Read;
import no.alisplass.domain.text.Text;

/** Reads what only a spreadsheet or a waitlist has, and writes dates, numbers and half-years. */
public final class CellValues {
    private static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);
    private static final Pattern SERIAL = Pattern.compile("[2-7][0-9]{4}");
    private static final Pattern SHORT_HALF = Pattern.compile("(?:(\\d{4})[ -]?([vh])|([vh])[ -]?(\\d{4}))");
    private static final Pattern WORD_HALF = Pattern.compile("(\\p{L}+)[ -]?(\\d{4})|(\\d{4})[ -]?(\\p{L}+)");
    private static final Pattern WHOLE_YEAR = Pattern.compile("(?<!\\d)\\d{4}(?!\\d)");
    private static final Pattern MIDNIGHT = Pattern.compile("(?<=[0-9])T00:00(?::00(?:[.]0{1,9})?)?$");
    private static final Pattern DASH = Pattern.compile("[\\u2010-\\u2015\\u2212]");
    private static final int LAST_YEAR = 2100;
    private static final Set<String> SPRING = Set.of("vår", "våren", "vårhalvår", "vårhalvåret");
    private static final Set<String> AUTUMN =
            Set.of("høst", "høsten", "haust", "hausten", "høsthalvår", "høsthalvåret", "hausthalvåret");

    private CellValues() {}

    /** A date as people write it, or one that lost its format in a spreadsheet. */
    public static Optional<LocalDate> date(String cell) {
        return serial(cell).or(() -> day(cell).optional());
    }

    /** As {@link Dates#day}, also with the midnight that programs write behind one. */
    public static Read<LocalDate> day(String cell) {
        return Dates.day(MIDNIGHT.matcher(cell).replaceFirst(""));
    }

    /** The day a spreadsheet means by a number of five digits. */
    public static Optional<LocalDate> serial(String cell) {
        String line = Text.line(cell);
        return line != null && SERIAL.matcher(line).matches()
                ? Optional.of(EXCEL_EPOCH.plusDays(Integer.parseInt(line)))
                : Optional.empty();
    }

    /** A half-year and whether it is just what was written, or the first to start after it. */
    public record ReadHalfYear(HalfYear halfYear, boolean exact) {}

    /** 2027-V, V2027, vår 2027, mars 2027, 03.2027, 01.03.2027. */
    public static Optional<ReadHalfYear> halfYear(String cell) {
        String line = Text.line(cell);
        String text = line == null ? "" : DASH.matcher(line).replaceAll("-").toLowerCase(Locale.ROOT);
        Optional<LocalDate> date = date(text);
        if (date.isPresent()) {
            return starting(date.get());
        }
        Matcher brief = SHORT_HALF.matcher(text);
        if (brief.matches()) {
            boolean yearFirst = brief.group(1) != null;
            return half(
                    yearFirst ? brief.group(1) : brief.group(4),
                    (yearFirst ? brief.group(2) : brief.group(3)).equals("v"));
        }
        Matcher word = WORD_HALF.matcher(text);
        if (word.matches()) {
            String name = word.group(1) != null ? word.group(1) : word.group(4);
            String year = word.group(1) != null ? word.group(2) : word.group(3);
            if (SPRING.contains(name) || AUTUMN.contains(name)) {
                return half(year, SPRING.contains(name));
            }
        }
        // "mars 27" could be a day.
        return WHOLE_YEAR.matcher(text).find()
                ? Dates.month(text).optional().map(month -> month.atDay(1)).flatMap(CellValues::starting)
                : Optional.empty();
    }

    private static Optional<ReadHalfYear> half(String year, boolean spring) {
        int number = Integer.parseInt(year);
        return inRange(number)
                ? Optional.of(
                        new ReadHalfYear(new HalfYear(number, spring ? HalfYear.Season.V : HalfYear.Season.H), true))
                : Optional.empty();
    }

    private static Optional<ReadHalfYear> starting(LocalDate date) {
        if (!inRange(date.getYear()) || date.isAfter(LocalDate.of(LAST_YEAR, 9, 1))) {
            return Optional.empty();
        }
        HalfYear half = HalfYear.startingOnOrAfter(date);
        return Optional.of(new ReadHalfYear(half, half.start().equals(date)));
    }

    /** The years of {@link HalfYear}. */
    private static boolean inRange(int year) {
        return year >= 1990 && year <= LAST_YEAR;
    }

    public static String write(LocalDate date) {
        return Dates.write(date);
    }

    public static String write(Months months) {
        return months == null ? "" : months.toString().replace('.', ',');
    }

    public static String write(HalfYear half) {
        return half == null ? "" : half.toString();
    }
}
