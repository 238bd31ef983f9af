package no.alisplass.platform;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Months;
import no.alisplass.domain.message.Message;

/** How what a text names is written for people: dates, half-years, months and states in the reader's language. */
public final class Told {
    private static final String ENGLISH = "en";
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /** Looking one up costs more than all the writing; they are not made for several threads, so each use takes a copy. */
    private static final Map<Locale, NumberFormat> NUMBERS = new ConcurrentHashMap<>();

    private Told() {}

    /**
     * Numbers stay numbers, so that a text can choose between one and many, and are written by it; ids and texts are left
     * as they are.
     */
    public static Object of(Object argument, Locale locale) {
        if (argument instanceof LocalDate date) {
            return date(date, locale);
        }
        if (argument instanceof LocalTime time) {
            return DateTimeFormatter.ofPattern(isEnglish(locale) ? "HH:mm" : "HH.mm")
                    .format(time);
        }
        if (argument instanceof YearMonth month) {
            return DateTimeFormatter.ofPattern("MMMM yyyy", locale).format(month);
        }
        if (argument instanceof HalfYear halfYear) {
            return halfYear(halfYear, locale);
        }
        if (argument instanceof Months months) {
            return number(months.value(), locale);
        }
        if (argument instanceof Message message) {
            return Messages.text(message, locale);
        }
        if (argument instanceof Enum<?> state) {
            return word(state, locale);
        }
        if (argument instanceof Collection<?> all) {
            return all.stream().map(each -> String.valueOf(of(each, locale))).collect(Collectors.joining(", "));
        }
        return argument instanceof Number ? argument : String.valueOf(argument);
    }

    /** 1. mars 2027 */
    public static String date(LocalDate date, Locale locale) {
        String form = isEnglish(locale) ? "d MMMM yyyy" : "d. MMMM yyyy";
        return DateTimeFormatter.ofPattern(form, locale).format(date);
    }

    /** 01.03.2027, as Norwegians write it short; English has no such form that is not read in two ways. */
    public static String shortDate(LocalDate date) {
        return SHORT_DATE.format(date);
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals(ENGLISH);
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
