package no.alisplass.domain.doctor;

import java.time.LocalDate;
import no.alisplass.domain.DateRange;
import no.alisplass.domain.HospitalId;

/**
 * What a hospital and a doctor's area have agreed on training, and the area as a training organisation.
 *
 * @param from first day of the agreement; null without one
 * @param to last day, inclusive; null while it has no end
 * @param registeredSince since when the area is a registered training organisation; null when it is not
 */
public record Agreed(HospitalId hospital, LocalDate from, LocalDate to, LocalDate registeredSince) {
    /** Whether the agreement holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return from != null && new DateRange(from, to).contains(day);
    }

    /** Whether the area is a registered training organisation on a day. */
    public boolean registered(LocalDate day) {
        return registeredSince != null && !day.isBefore(registeredSince);
    }
}
