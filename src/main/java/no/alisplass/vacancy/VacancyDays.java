package no.alisplass.vacancy;

import java.time.Instant;
import java.time.LocalDate;
import no.alisplass.offer.calendar.WorkingDays;

/**
 * Until when a vacancy is filled by rank.
 *
 * @param nominateBy until when areas nominate their doctors or take them out
 * @param releaseAt when it is released to all
 */
record VacancyDays(Instant nominateBy, Instant releaseAt) {
    /** So many doctors there is time to ask, one after another, also where the first day is near or past. */
    static final int ASKED = 3;

    /**
     * The release is after the weeks, or on the first day where that is earlier; but not before areas have had their days and so many
     * doctors theirs, as long as what is left from the release counts. Where it does not, areas have fewer days, so that one can answer.
     *
     * @param from the first day, past or not
     * @param last the latest day to begin on from which what is left counts
     * @param toAnswer working days that a doctor has
     */
    static VacancyDays of(LocalDate today, LocalDate from, LocalDate last, int toNominate, int toAnswer, int weeks) {
        Instant release = earlier(WorkingDays.noon(WorkingDays.onOrAfter(today.plusWeeks(weeks))), startOf(from));
        Instant enough = WorkingDays.noon(WorkingDays.after(today, toNominate + ASKED * toAnswer));
        Instant until = earlier(enough.isAfter(release) ? enough : release, startOf(last));
        int days = toNominate;
        while (days > 1
                && WorkingDays.noon(WorkingDays.after(today, days + toAnswer)).isAfter(until)) {
            days--;
        }
        return new VacancyDays(earlier(WorkingDays.noon(WorkingDays.after(today, days)), until), until);
    }

    /**
     * The first day of what is offered: the vacancy's own, or one after twice the time to answer where that is later, for a department
     * may have to decide, and more time may be asked for.
     *
     * @param last as of {@link #of}: later than it only where the vacancy's own is
     */
    static LocalDate firstDay(LocalDate today, LocalDate from, LocalDate last, int toAnswer) {
        LocalDate ready = WorkingDays.after(today, 2 * toAnswer).plusDays(1);
        LocalDate first = ready.isAfter(last) ? last : ready;
        return first.isAfter(from) ? first : from;
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(WorkingDays.ZONE).toInstant();
    }

    private static Instant earlier(Instant one, Instant other) {
        return other.isBefore(one) ? other : one;
    }
}
