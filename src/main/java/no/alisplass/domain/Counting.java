package no.alisplass.domain;

import java.time.LocalDate;

/**
 * How a round counts service: to one day, the same for months a municipality states and for service periods.
 *
 * @param on the day; what comes before it counts
 * @param exact whether stated months are carried forward to the day, and months cut down, never up, to the tenth that is
 *     shown. Rounds under policies that do not say which day they count to leave stated months as they stand and round
 *     what periods give half up: so an old round stays what it was
 */
public record Counting(LocalDate on, boolean exact) {}
