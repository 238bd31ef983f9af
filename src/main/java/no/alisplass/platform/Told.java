package no.alisplass.platform;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Months;

/** How what a text names is written for people: dates, half-years, months and states in the reader's language. */
public final class Told {
    private static final String ENGLISH = "en";
    private static final Pattern STORED_DAY = Pattern.compile("20\\d{2}-\\d{2}-\\d{2}");
    private static final Pattern STORED_HALF_YEAR = Pattern.compile("20\\d{2}-[VH]");

    /** Looking one up costs more than all the writing; they are not made for several threads, so each use takes a copy. */
    private static final Map<Locale, NumberFormat> NUMBERS = new ConcurrentHashMap<>();

    private Told() {}

    /** Numbers stay numbers, so that a text can choose between one and many; ids are left as they are. */
    public static Object of(Object argument, Locale locale) {
        if (argument instanceof LocalDate date) {
            return date(date, locale);
        }
        if (argument instanceof HalfYear halfYear) {
            return halfYear(halfYear, locale);
        }
        if (argument instanceof Months months) {
            return number(months.value(), locale);
        }
        if (argument instanceof Enum<?> state) {
            return word(state, locale);
        }
        if (argument instanceof Collection<?> all) {
            return all.stream().map(each -> String.valueOf(of(each, locale))).collect(Collectors.joining(", "));
        }
        return argument instanceof Number ? argument : stored(String.valueOf(argument), locale);
    }

    /** What was kept with a run has come back as text: a day or a half-year among it is told as one. */
    private static String stored(String text, Locale locale) {
        if (STORED_DAY.matcher(text).matches()) {
            try {
                return date(LocalDate.parse(text), locale);
            } catch (DateTimeParseException noDay) {
                return text;
            }
        }
        return STORED_HALF_YEAR.matcher(text).matches() ? halfYear(HalfYear.parse(text), locale) : text;
    }

    /** 1. mars 2027 */
    public static String date(LocalDate date, Locale locale) {
        String form = locale.getLanguage().equals(ENGLISH) ? "d MMMM yyyy" : "d. MMMM yyyy";
        return DateTimeFormatter.ofPattern(form, locale).format(date);
    }

    /** vår 2027 */
    public static String halfYear(HalfYear halfYear, Locale locale) {
        return Messages.text("platform.half-year-" + halfYear.season(), locale, Integer.toString(halfYear.year()));
    }

    /** 1 234,5 */
    public static String number(Number number, Locale locale) {
        NumberFormat known = NUMBERS.computeIfAbsent(locale, Told::numberFormat);
        return ((NumberFormat) known.clone()).format(number);
    }

    private static NumberFormat numberFormat(Locale locale) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(1);
        return format;
    }

    /** The word its room has for it: {@code round.round-state-OPEN}. */
    private static String word(Enum<?> state, Locale locale) {
        Class<?> type = state.getDeclaringClass();
        String room = type.getPackageName().replaceFirst("^no\\.alisplass\\.([a-z]+).*$", "$1");
        String kind =
                type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return Messages.text(room + "." + kind + "-" + state.name(), locale);
    }
}
