package no.alisplass.waitlist;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import no.alisplass.domain.Months;

/**
 * How long a doctor has served on a day, and how we know.
 *
 * <p>Computed from service periods (our choice of arithmetic): day by day up to, but not including, the day asked for, the
 * percentages of that day's periods are added and capped at 100, days on leave counting nothing; a calendar month weighs
 * its counted days divided by its number of days. The sum is exact and is rounded half up to a tenth of a month at the end.
 *
 * @param months counted service, open practice included
 * @param openPractice the part of it that is open, unselected practice
 */
public record CountedService(Months months, Months openPractice, Source source) {
    /** Divisible by 28, 29, 30 and 31, so that a day of any month is a whole number of units. */
    private static final long UNITS_PER_MONTH = 4L * 3 * 5 * 7 * 29 * 31;

    private static final long FULL = UNITS_PER_MONTH * 100;

    /** An open-ended period may be asked for on a day far ahead; no length of service is longer than this. */
    private static final long MOST_TENTHS = 6000;

    /** Whether the months were computed from periods or are as the municipality stated them. */
    public enum Source {
        COMPUTED,
        STATED
    }

    static CountedService stated(Months months, Months openPractice) {
        return new CountedService(months, openPractice, Source.STATED);
    }

    /** Counts the days before {@code on}; periods must have a first day and a percentage from 1 to 100. */
    public static CountedService of(List<ServicePeriod> periods, LocalDate on) {
        List<ServicePeriod> open = periods.stream()
                .filter(period -> period.kind() == ServicePeriod.Kind.OPEN_PRACTICE)
                .toList();
        return new CountedService(months(periods, on), months(open, on), Source.COMPUTED);
    }

    private static Months months(List<ServicePeriod> periods, LocalDate on) {
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
        return new Months((int) Math.min(MOST_TENTHS, (2 * 10 * sum + FULL) / (2 * FULL)));
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
