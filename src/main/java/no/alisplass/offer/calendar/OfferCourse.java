package no.alisplass.offer.calendar;

import java.time.Instant;
import no.alisplass.domain.RoundId;

/**
 * The stops of a round's offers: the late stop stands still once the first are made.
 *
 * @param upgradeStop from then on nobody who has said yes is moved; fixed when the first are sent, and the marking of the last ordinary
 *     offer round once that is sent, if it comes earlier
 * @param lateStop from then on nothing is offered
 */
public record OfferCourse(RoundId round, Instant upgradeStop, Instant lateStop) {}
