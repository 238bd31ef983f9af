package no.alisplass.offer.calendar;

import java.time.Instant;
import java.time.LocalDate;
import no.alisplass.domain.RoundId;

/**
 * The stops of a round's offers: the late stop stands still once the first are made. Of a vacancy both are its release to
 * all, or the first day that is offered where that is earlier.
 *
 * @param upgradeStop from then on nobody who has said yes is moved; fixed when the first are sent, and the marking of the last ordinary
 *     offer round once that is sent, if it comes earlier
 * @param lateStop from then on nothing is offered
 */
public record OfferCourse(RoundId round, Instant upgradeStop, Instant lateStop) {
    /** Of an offer of a vacancy. @param first the first day of what is offered */
    public static OfferCourse ofVacancy(RoundId vacancy, Instant release, LocalDate first) {
        Instant begins = first.atStartOfDay(WorkingDays.ZONE).toInstant();
        Instant stop = release.isBefore(begins) ? release : begins;
        return new OfferCourse(vacancy, stop, stop);
    }
}
