package no.alisplass.api.masterdata;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.alisplass.catchment.AreaKind;
import no.alisplass.catchment.AreaRecord;
import no.alisplass.catchment.Membership;
import no.alisplass.catchment.Shortage;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Service;
import no.alisplass.domain.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An area.
 *
 * @param covered the services of the hospital asked about whose catchment holds the area on the day; null if none was asked
 */
record AreaResponse(
        @Schema(implementation = String.class, examples = "3222")
        AreaCode code,

        @Schema(examples = "Lørenskog") String name,
        AreaKind kind,
        Set<Service> covered,
        boolean shortOfSpecialists,
        List<Membership> memberships,
        List<Shortage> shortages,
        long version) {

    static AreaResponse of(Versioned<AreaRecord> versioned, HospitalId hospital, LocalDate day) {
        AreaRecord area = versioned.value();
        return new AreaResponse(
                area.area().code(),
                area.area().name(),
                area.area().kind(),
                hospital == null ? null : area.covered(hospital, day),
                area.shortOfSpecialists(day),
                area.memberships(),
                area.shortages(),
                versioned.version());
    }
}
