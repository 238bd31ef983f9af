package no.alisplass.snapshot;

import no.alisplass.domain.RoundId;

/**
 * What one earlier approved round took of something limited.
 *
 * @param title what people call the round
 * @param count how many units
 */
public record TakenEarlier(RoundId round, String title, int count) {}
