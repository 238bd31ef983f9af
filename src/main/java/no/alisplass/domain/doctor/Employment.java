package no.alisplass.domain.doctor;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.DateRange;

/**
 * How, and for how long, a doctor belongs to an area.
 *
 * @param kind null for none
 * @param from first day; null when not known
 * @param to last day; null when open-ended
 */
public record Employment(
        @JsonProperty("affiliation") Affiliation kind,
        @JsonProperty("affiliationFrom") LocalDate from,
        @JsonProperty("affiliationTo") LocalDate to) {
    public DateRange days() {
        return new DateRange(from, to);
    }

    /** Whether it holds on a day; a first day that is not known has passed. */
    public boolean holdsOn(LocalDate day) {
        return kind != null && days().contains(day);
    }

    public Employment until(LocalDate last) {
        return new Employment(kind, from, last);
    }
}
