package no.alisplass.catchment;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Service;

/** All that is known of an area: its name, whose catchment it is in, and when it is short of specialists. */
public record AreaRecord(Area area, List<Membership> memberships, List<Shortage> shortages) {
    public AreaRecord {
        memberships = List.copyOf(memberships);
        shortages = List.copyOf(shortages);
    }

    /** The services of the hospital whose catchment holds the area on the day. */
    public Set<Service> covered(HospitalId hospital, LocalDate day) {
        Set<Service> services = EnumSet.noneOf(Service.class);
        for (Membership membership : memberships) {
            if (membership.hospital().equals(hospital) && membership.days().contains(day)) {
                services.addAll(membership.services());
            }
        }
        return services;
    }

    public boolean shortOfSpecialists(LocalDate day) {
        return shortages.stream().anyMatch(shortage -> shortage.days().contains(day));
    }
}
