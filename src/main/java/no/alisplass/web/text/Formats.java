package no.alisplass.web.text;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Months;
import no.alisplass.platform.Told;

/** How pages write dates, half-years and numbers, in the reader's language. */
@TemplateExtension
public final class Formats {
    private Formats() {}

    /** 1. mars 2027 */
    public static String longDate(LocalDate date) {
        return Told.date(date, Language.current().locale());
    }

    /** 1. mars 2027, in Norway */
    public static String longDate(Instant at) {
        return longDate(at.atZone(ZoneId.of("Europe/Oslo")).toLocalDate());
    }

    /** 01.03.2027, in Norway */
    public static String shortDate(Instant at) {
        return shortDate(at.atZone(ZoneId.of("Europe/Oslo")).toLocalDate());
    }

    /** 01.03.2027, for fields that are typed in: they are read so, whatever the language. */
    public static String shortDate(LocalDate date) {
        return Told.shortDate(date);
    }

    /** 1. mars 2027 kl. 14.05, in Norway */
    public static String timestamp(Instant at) {
        ZonedDateTime here = at.atZone(ZoneId.of("Europe/Oslo"));
        return Texts.of("date-and-time", here.toLocalDate(), here.toLocalTime());
    }

    /** vår 2027 */
    public static String halfYear(HalfYear halfYear) {
        return Told.halfYear(halfYear, Language.current().locale());
    }

    /** vår 2027 (1. mars – 31. august) */
    public static String halfYearWithDates(HalfYear halfYear) {
        return halfYear(halfYear) + " (" + dayAndMonth(halfYear.start()) + " – " + dayAndMonth(halfYear.end()) + ")";
    }

    /** 1. mars */
    public static String dayAndMonth(LocalDate date) {
        Language language = Language.current();
        String form = language == Language.ENGLISH ? "d MMMM" : "d. MMMM";
        return DateTimeFormatter.ofPattern(form, language.locale()).format(date);
    }

    /** 5,5 md. */
    public static String months(Months months) {
        return Texts.of("months-short", months);
    }

    /** 5,5 */
    public static String number(Months months) {
        return number(months.value());
    }

    /** 1 234,5 */
    public static String number(Number number) {
        return Told.number(number, Language.current().locale());
    }

    /** What is wrong and what to write instead. */
    public static String text(Finding finding) {
        return Texts.of(finding);
    }

    /** The HTML id of the form field of that name. */
    public static String fieldId(String name) {
        return "felt-" + name.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
    }
}
