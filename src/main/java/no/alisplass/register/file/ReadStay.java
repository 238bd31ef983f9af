package no.alisplass.register.file;

import java.time.LocalDate;
import no.alisplass.register.entry.ApprovedMonths;

/**
 * Institution service as a cell tells it.
 *
 * @param from first day; null when not told
 * @param to last day; null when not told
 * @param completed whether it is marked as completed here, which is told of what stands so in the register
 */
public record ReadStay(ApprovedMonths approved, LocalDate from, LocalDate to, boolean completed) {
    static ReadStay of(ApprovedMonths approved) {
        return new ReadStay(approved, null, null, false);
    }

    /** Whether it tells months alone, as lists do. */
    public boolean isMonthsOnly() {
        return from == null && to == null && !completed;
    }
}
