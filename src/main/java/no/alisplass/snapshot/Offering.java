package no.alisplass.snapshot;

import java.util.List;
import java.util.Set;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Service;
import no.alisplass.domain.Sorted;

/**
 * What the hospital had to offer when a round was frozen, and to which areas.
 *
 * @param first the first half-year of the round
 */
public record Offering(HalfYear first, List<OfferedStay> stays, List<Covered> covered) {

    /** The services whose catchment holds an area when a half-year begins. */
    public record Covered(AreaCode area, HalfYear halfYear, Set<Service> services) {
        public Covered {
            services = Sorted.copy(services);
        }
    }

    public Offering {
        stays = List.copyOf(stays);
        covered = List.copyOf(covered);
    }

    boolean covers(AreaCode area, Service service, HalfYear halfYear) {
        return covered.stream()
                .anyMatch(one -> one.area().equals(area)
                        && one.halfYear().equals(halfYear)
                        && one.services().contains(service));
    }
}
