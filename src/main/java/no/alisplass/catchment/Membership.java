package no.alisplass.catchment;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import no.alisplass.domain.DateRange;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Service;

/**
 * That an area belongs to the catchment of a hospital for a time.
 *
 * @param service for which service; null for both
 * @param from first day
 * @param to last day, inclusive; null while it lasts
 */
public record Membership(HospitalId hospital, Service service, LocalDate from, LocalDate to) {

    public Set<Service> services() {
        return service == null ? EnumSet.allOf(Service.class) : EnumSet.of(service);
    }

    DateRange days() {
        return new DateRange(from, to);
    }

    boolean overlaps(Membership other) {
        return hospital.equals(other.hospital)
                && (service == null || other.service == null || service == other.service)
                && days().overlaps(other.days());
    }
}
