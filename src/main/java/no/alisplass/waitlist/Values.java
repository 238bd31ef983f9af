package no.alisplass.waitlist;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Months;
import no.alisplass.domain.text.Text;

/** Reads and writes dates, numbers and half-years as people write them in spreadsheets. */
final class Values {
    private static final DateTimeFormatter NORWEGIAN = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[./\\-](\\d{1,2})[./\\-](\\d{4}|\\d{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:T[0-9:.]+)?");
    private static final Pattern CLOCK = Pattern.compile(" [0-9]{1,2}[:.][0-9]{2}([:.][0-9]{2})?$");
    private static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);
    private static final Pattern SERIAL = Pattern.compile("[2-7][0-9]{4}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,6}(?:[.,]\\d{1,15})?");
    private static final Pattern WHOLE = Pattern.compile("(\\d{1,9})(?:[.,]0{1,15})?");
    private static final Pattern SHORT_HALF = Pattern.compile("(?:(\\d{4})\\W?([vh])|([vh])\\W?(\\d{4}))");
    private static final Pattern WORD_HALF = Pattern.compile("(\\p{L}+)\\W{0,2}(\\d{4})|(\\d{4})\\W{0,2}(\\p{L}+)");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})[./\\-](\\d{4})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des");

    private Values() {}

    /** dd.mm.yyyy, d.m.yy (1950 to 2049), ISO, or a date that lost its format in a spreadsheet. */
    static Optional<LocalDate> date(String cell) {
        String text = CLOCK.matcher(plain(cell)).replaceFirst("");
        Matcher day = DAY_FIRST.matcher(text);
        if (day.matches()) {
            int year = Integer.parseInt(day.group(3));
            int full = day.group(3).length() == 4 ? year : year < 50 ? 2000 + year : 1900 + year;
            return date(full, day.group(2), day.group(1));
        }
        Matcher year = YEAR_FIRST.matcher(text);
        if (year.matches()) {
            return date(Integer.parseInt(year.group(1)), year.group(2), year.group(3));
        }
        return SERIAL.matcher(text).matches()
                ? Optional.of(EXCEL_EPOCH.plusDays(Integer.parseInt(text)))
                : Optional.empty();
    }

    private static Optional<LocalDate> date(int year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Months with decimal comma or point, from 0 to 600, with or without "md" behind. */
    static Optional<Months> months(String cell) {
        String text = plain(cell).replaceFirst("(?i)\\s*(md|mnd|måneder|måned|mnd\\.|md\\.)$", "");
        if (!DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal months = new BigDecimal(text.replace(',', '.'));
        return months.compareTo(BigDecimal.valueOf(600)) > 0 ? Optional.empty() : Optional.of(Months.of(months));
    }

    /** A whole number, also as a spreadsheet's "12,0"; thousands may be apart. */
    static Optional<Integer> whole(String cell) {
        Matcher whole = WHOLE.matcher(plain(cell).replace(" ", ""));
        return whole.matches() ? Optional.of(Integer.parseInt(whole.group(1))) : Optional.empty();
    }

    /** A whole number of hundredths, with or without the sign. */
    static Optional<Integer> percentage(String cell) {
        return whole(plain(cell).replaceFirst("\\s*(%|prosent)$", ""));
    }

    /** A half-year and whether it is just what was written, or the first to start after it. */
    record ReadHalfYear(HalfYear halfYear, boolean exact) {}

    /** 2027-V, V2027, vår 2027, mars 2027, 03.2027, 01.03.2027. */
    static Optional<ReadHalfYear> halfYear(String cell) {
        String text = plain(cell).toLowerCase(java.util.Locale.ROOT);
        Optional<LocalDate> date = date(text);
        if (date.isPresent()) {
            return starting(date.get());
        }
        Matcher brief = SHORT_HALF.matcher(text);
        if (brief.matches()) {
            boolean yearFirst = brief.group(1) != null;
            return half(yearFirst ? brief.group(1) : brief.group(4), yearFirst ? brief.group(2) : brief.group(3));
        }
        Matcher month = MONTH_YEAR.matcher(text);
        if (month.matches()) {
            return date(Integer.parseInt(month.group(2)), month.group(1), "1").flatMap(Values::starting);
        }
        Matcher word = WORD_HALF.matcher(text);
        if (!word.matches()) {
            return Optional.empty();
        }
        String name = word.group(1) != null ? word.group(1) : word.group(4);
        String year = word.group(1) != null ? word.group(2) : word.group(3);
        if (name.matches("vår|våren|vårhalvår|vårhalvåret")) {
            return half(year, "v");
        }
        if (name.matches("høst|høsten|haust|hausten|høsthalvår|høsthalvåret")) {
            return half(year, "h");
        }
        int index = name.length() < 3 ? -1 : MONTHS.indexOf(name.substring(0, 3));
        return index < 0
                ? Optional.empty()
                : date(Integer.parseInt(year), String.valueOf(index + 1), "1").flatMap(Values::starting);
    }

    private static Optional<ReadHalfYear> half(String year, String season) {
        int number = Integer.parseInt(year);
        return inRange(number)
                ? Optional.of(new ReadHalfYear(
                        new HalfYear(number, season.equals("v") ? HalfYear.Season.V : HalfYear.Season.H), true))
                : Optional.empty();
    }

    private static Optional<ReadHalfYear> starting(LocalDate date) {
        if (!inRange(date.getYear())) {
            return Optional.empty();
        }
        HalfYear half = HalfYear.startingOnOrAfter(date);
        return Optional.of(new ReadHalfYear(half, half.start().equals(date)));
    }

    private static boolean inRange(int year) {
        return year >= 1991 && year < 2100;
    }

    static String write(LocalDate date) {
        return date == null ? "" : NORWEGIAN.format(date);
    }

    static String write(Months months) {
        return months == null ? "" : months.toString().replace('.', ',');
    }

    static String write(HalfYear half) {
        return half == null ? "" : half.toString();
    }

    private static String plain(String cell) {
        String line = Text.line(cell);
        return line == null ? "" : line.replaceAll("[\\u2010-\\u2015\\u2212]", "-");
    }
}
