package no.alisplass.capacity;

import no.alisplass.domain.HalfYear;

/** How many doctors a position takes in a half-year. */
public record Seats(Position position, HalfYear halfYear, int count) {}
