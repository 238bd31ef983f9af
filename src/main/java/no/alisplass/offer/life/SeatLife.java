package no.alisplass.offer.life;

import no.alisplass.domain.HalfYear;
import no.alisplass.domain.PositionId;

/**
 * Where one seat stands.
 *
 * @param number from 1, of the position in the half-year
 * @param offer which holds it; null where none does: it is free, released, or given by a round that has made no offers yet
 */
public record SeatLife(PositionId position, HalfYear halfYear, int number, SeatState state, Long offer) {}
