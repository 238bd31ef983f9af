package no.alisplass.register.entry;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import no.alisplass.domain.Counting;
import no.alisplass.domain.Months;

/**
 * How long a doctor has served at the beginning of a day, and how we know.
 *
 * <p>Computed from service periods (our choice of arithmetic): day by day up to, but not including, the day asked for, the
 * percentages of that day's periods are added and capped at 100, days on leave counting nothing; a calendar month weighs
 * its counted days divided by its number of days. Stated months are carried from the day they hold on by the same
 * arithmetic. The sum is exact; what is shown, and asked by whole months, is cut down to a tenth, so that nobody is said to
 * have 24 months a day too early. Rounds under older policies round half up and carry nothing.
 *
 * @param months counted service, open practice included
 * @param openPractice the part of it that is open, unselected practice
 * @param on the day
 */
public record CountedService(Months months, Months openPractice, Source source, LocalDate on) {
    /** Divisible by 28, 29, 30 and 31, so that a day of any month is a whole number of units. */
    private static final long UNITS_PER_MONTH = 4L * 3 * 5 * 7 * 29 * 31;

    private static final long FULL = UNITS_PER_MONTH * 100;

    /** An open-ended period may be asked for on a day far ahead; no length of service is longer than this. */
    private static final long MAX_TENTHS = 10L * Months.MOST;

    /** Where the months come from. */
    public enum Source {
        /** Computed from service periods. */
        COMPUTED,
        /** As the municipality stated them. */
        STATED,
        /** As the municipality stated them for an earlier day, with what has come since. */
        CARRIED
    }

    /**
     * A figure as a municipality states it, carried forward where the round does that; as it stands on the day it holds for
     * and before.
     *
     * @param service null for none, as {@code openPractice}
     * @param day at the beginning of which it holds
     * @param share percentage of a position at which service goes on from then, in open practice; null for a whole one
     */
    public static CountedService stated(
            Months service, Months openPractice, LocalDate day, Integer share, Counting counting) {
        Months months = service == null ? Months.ZERO : service;
        Months open = openPractice == null ? Months.ZERO : openPractice;
        if (!counting.exact() || !counting.on().isAfter(day)) {
            return new CountedService(months, open, Source.STATED, counting.on());
        }
        long since = (share == null ? 100 : share) * units(day, counting.on());
        return new CountedService(cut(exact(months) + since), cut(exact(open) + since), Source.CARRIED, counting.on());
    }

    private static long exact(Months months) {
        return months.tenths() * (FULL / 10);
    }

    /** Counts the days before {@code counting.on()}; periods must have a first day and a percentage from 1 to 100. */
    public static CountedService of(List<ServicePeriod> periods, Counting counting) {
        List<ServicePeriod> open = periods.stream()
                .filter(period -> period.kind() == ServicePeriod.Kind.OPEN_PRACTICE)
                .toList();
        return new CountedService(months(periods, counting), months(open, counting), Source.COMPUTED, counting.on());
    }

    private static Months months(List<ServicePeriod> periods, Counting counting) {
        long sum = sum(periods, counting.on());
        return counting.exact() ? cut(sum) : new Months((int) Math.min(MAX_TENTHS, (2 * 10 * sum + FULL) / (2 * FULL)));
    }

    private static Months cut(long sum) {
        return new Months((int) Math.min(MAX_TENTHS, 10 * sum / FULL));
    }

    private static long sum(List<ServicePeriod> periods, LocalDate on) {
        long sum = 0;
        List<LocalDate> turns = turns(periods, on);
        for (int i = 0; i + 1 < turns.size(); i++) {
            LocalDate day = turns.get(i);
            long percent = periods.stream()
                    .filter(period -> period.counts(day))
                    .mapToInt(ServicePeriod::percentage)
                    .sum();
            sum += percent == 0 ? 0 : Math.min(100, percent) * units(day, turns.get(i + 1));
        }
        return sum;
    }

    /** The days up to the last, which is {@code on}, from which another sum of percentages may hold. */
    private static List<LocalDate> turns(List<ServicePeriod> periods, LocalDate on) {
        TreeSet<LocalDate> turns = new TreeSet<>();
        turns.add(on);
        periods.forEach(
                period -> period.turns().filter(turn -> turn.isBefore(on)).forEach(turns::add));
        return List.copyOf(turns);
    }

    /** What the days from the first to before the last weigh. */
    private static long units(LocalDate first, LocalDate end) {
        long units = 0;
        LocalDate day = first;
        while (day.isBefore(end)) {
            LocalDate next = day.withDayOfMonth(1).plusMonths(1);
            LocalDate stop = next.isBefore(end) ? next : end;
            units += day.until(stop, ChronoUnit.DAYS) * (UNITS_PER_MONTH / day.lengthOfMonth());
            day = stop;
        }
        return units;
    }
}
