package no.alisplass.policy;

/**
 * Two doctors whom a municipality has the other way round than the criteria.
 *
 * @param first whom the municipality puts first
 * @param second whom the criteria put first
 * @param decision what the criteria say
 */
public record OrderConflict(OwnPriority first, OwnPriority second, Decision decision) {}
