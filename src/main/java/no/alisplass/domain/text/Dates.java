package no.alisplass.domain.text;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates as people in Norway write them: day, month, year with points, dashes, slashes or spaces between; the month
 * as a word in Norwegian or English; or the year first. A year of two digits is 2000 to 2049 or 1950 to 1999. A moment
 * (with a clock or a zone) is no date, save midnight as spreadsheets write it behind one.
 */
public final class Dates {
    public static final int FIRST_YEAR = 1900;
    public static final int LAST_YEAR = 2100;
    private static final int LONGEST = 40;
    private static final DateTimeFormatter NORWEGIAN = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des");
    private static final String MONTH =
            "(?<word>jan(?:uary?)?|feb(?:ruary?)?|mar(?:s|ch)?|apr(?:il)?|mai|may|june?|juni"
                    + "|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[sc](?:ember)?)\\.?";
    private static final String YEAR = "(?<year>[0-9]{4}|[0-9]{2})";
    private static final String BETWEEN = " ?[./\\- ] ?";
    private static final List<Pattern> DAYS = List.of(
            Pattern.compile("(?<day>[0-9]{1,2})" + BETWEEN + "(?<month>[0-9]{1,2})" + BETWEEN + YEAR + "\\.?"),
            Pattern.compile("(?<year>[0-9]{4})([./\\-])(?<month>[0-9]{1,2})\\2(?<day>[0-9]{1,2})"),
            Pattern.compile("(?<day>[0-9]{1,2})(?:\\.|st|nd|rd|th)?[ \\-]?" + MONTH + ",?[ \\-]?" + YEAR),
            Pattern.compile(MONTH + " (?<day>[0-9]{1,2})(?:st|nd|rd|th)?,? " + YEAR));
    private static final List<Pattern> ONLY_MONTHS = List.of(
            Pattern.compile(MONTH + ",?[ \\-]?" + YEAR),
            Pattern.compile("(?<month>[0-9]{1,2}) ?[./\\-] ?(?<year>[0-9]{4})"),
            Pattern.compile("(?<year>[0-9]{4})[./\\-](?<month>[0-9]{1,2})"));
    private static final Pattern MIDNIGHT = Pattern.compile(" (?:kl\\.? ?)?0?0[:.]00(?:[:.]00(?:[.,]0{1,9})?)?$");
    private static final Pattern CLOCK = Pattern.compile("[0-9](?: (?:kl\\.? ?)?|t)[0-9]{1,2}[:.][0-9]{2}");
    private static final Pattern DASH = Pattern.compile("[\\u2010-\\u2015\\u2212]");

    private Dates() {}

    /** A day: {@code 1.3.27}, {@code 1/3-2027}, {@code 2027-03-01}, {@code 31. desember 2028}. */
    public static Read<LocalDate> day(String text) {
        return plain(text).then(line -> {
            String date = MIDNIGHT.matcher(line).replaceFirst("");
            for (Pattern form : DAYS) {
                Matcher matcher = form.matcher(date);
                if (matcher.matches()) {
                    return month(matcher, text).then(month -> day(month, Integer.parseInt(matcher.group("day"))));
                }
            }
            if (CLOCK.matcher(line).find()) {
                return Read.fault("date-moment", Text.shown(text));
            }
            return onlyMonth(date, text).value() == null
                    ? Read.fault("date-form", Text.shown(text))
                    : Read.fault("date-day-missing", Text.shown(text));
        });
    }

    /** A month, where that is enough: {@code mars 2023}, {@code feb. 2024}, {@code 03.2023}, {@code 2023-03}. */
    public static Read<YearMonth> month(String text) {
        return plain(text).then(line -> onlyMonth(line, text));
    }

    /** How a date is written for people: {@code 01.03.2027}; empty for null. */
    public static String write(LocalDate date) {
        return date == null ? "" : NORWEGIAN.format(date);
    }

    private static Read<YearMonth> onlyMonth(String line, String text) {
        for (Pattern form : ONLY_MONTHS) {
            Matcher matcher = form.matcher(line);
            if (matcher.matches()) {
                return month(matcher, text);
            }
        }
        return Read.fault("date-month-form", Text.shown(text));
    }

    private static Read<YearMonth> month(Matcher form, String text) {
        int year = year(form.group("year"));
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Read.fault("date-year", Text.shown(text), "" + FIRST_YEAR, "" + LAST_YEAR);
        }
        boolean word = form.pattern().pattern().contains("(?<word>");
        int month = word ? named(form.group("word")) : Integer.parseInt(form.group("month"));
        return month < 1 || month > 12
                ? Read.fault("date-no-month", Text.shown(text), month)
                : Read.of(YearMonth.of(year, month));
    }

    private static Read<LocalDate> day(YearMonth month, int day) {
        return month.isValidDay(day)
                ? Read.of(month.atDay(day))
                : Read.fault("date-no-day-" + month.getMonthValue(), "" + month.getYear(), month.lengthOfMonth());
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : year < 50 ? 2000 + year : 1900 + year;
    }

    private static int named(String word) {
        String start =
                word.substring(0, 3).replace("may", "mai").replace("oct", "okt").replace("dec", "des");
        return MONTHS.indexOf(start) + 1;
    }

    private static Read<String> plain(String text) {
        if (Text.blank(text)) {
            return Read.blank();
        }
        String line = text.length() > 10 * LONGEST ? text : Text.line(text);
        return line == null || line.length() > LONGEST
                ? Read.fault("date-form", Text.shown(text))
                : Read.of(DASH.matcher(line).replaceAll("-").toLowerCase(Locale.ROOT));
    }
}
