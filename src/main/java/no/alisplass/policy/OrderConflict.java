package no.alisplass.policy;

import no.alisplass.domain.HprNumber;

/**
 * Two doctors whom a municipality has the other way round than the criteria.
 *
 * @param first whom the municipality puts first
 * @param second whom the criteria put first
 * @param decision what the criteria say
 */
public record OrderConflict(OwnPriority first, OwnPriority second, Decision decision) {
    /** Where a municipality puts a doctor on its own list; 1 is highest, doctors may share a number. */
    public record OwnPriority(HprNumber hpr, int priority) {}
}
