package no.alisplass.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A stretch of service in whole calendar months.
 *
 * @param from the first of a month
 * @param to the last of a month; null while it goes on
 * @param leaveFrom null without leave; otherwise the first of a month within the period
 * @param leaveTo the last of a month
 */
public record SamplePeriod(
        LocalDate from, LocalDate to, int percentage, boolean openPractice, LocalDate leaveFrom, LocalDate leaveTo) {

    /** Counted service in tenths of a month at the beginning of a day, the first of a month. */
    int tenths(LocalDate on) {
        long months = months(from, to == null || to.isAfter(on) ? on : to.plusDays(1));
        long leave = leaveFrom == null ? 0 : months(leaveFrom, leaveTo.plusDays(1));
        return Math.toIntExact((months - leave) * percentage / 10);
    }

    private static long months(LocalDate first, LocalDate after) {
        return ChronoUnit.MONTHS.between(first, after);
    }
}
