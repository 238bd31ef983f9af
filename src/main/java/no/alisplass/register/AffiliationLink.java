package no.alisplass.register;

import java.time.LocalDate;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.AreaCode;

/**
 * How a doctor belonged to an area for a time.
 *
 * @param from first day; null when not known
 * @param to last day, inclusive; null while it lasts
 */
public record AffiliationLink(AreaCode area, Affiliation kind, LocalDate from, LocalDate to) {
    boolean isOfSameKind(AffiliationLink other) {
        return area.equals(other.area) && kind == other.kind;
    }

    /** Whether it holds on the day or later. */
    boolean lastsTo(LocalDate day) {
        return to == null || !to.isBefore(day);
    }

    boolean beginsBefore(LocalDate day) {
        return from == null || from.isBefore(day);
    }

    AffiliationLink from(LocalDate first) {
        return new AffiliationLink(area, kind, first, to);
    }

    AffiliationLink until(LocalDate last) {
        return new AffiliationLink(area, kind, from, last);
    }
}
