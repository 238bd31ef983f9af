package no.alisplass.catchment;

import java.time.LocalDate;
import no.alisplass.domain.DateRange;

/**
 * That an area is short of specialists for a time (003 §7.3.1.1, criterion 4).
 *
 * @param from first day
 * @param to last day, inclusive; null while it lasts
 * @param source where it is known from
 */
public record Shortage(LocalDate from, LocalDate to, String source) {
    DateRange days() {
        return new DateRange(from, to);
    }
}
