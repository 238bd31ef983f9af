package no.alisplass.policy;

import java.time.LocalDate;
import no.alisplass.domain.Months;

/**
 * What a ranking is made for.
 *
 * @param on the day the service starts
 * @param lotterySeed the seed published with the round
 * @param training from the start of the training to the finished specialist
 */
public record Occasion(LocalDate on, String lotterySeed, Months training) {}
