package no.alisplass.offer;

import java.time.Instant;
import no.alisplass.domain.RoundId;

/**
 * The stops of a round's offers, which stand still once the first are made.
 *
 * @param upgradeStop from then on nobody who has said yes is moved
 * @param lateStop from then on nothing is offered
 */
public record OfferCourse(RoundId round, Instant upgradeStop, Instant lateStop) {}
