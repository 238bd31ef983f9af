package no.alisplass.api.masterdata;

import java.time.LocalDate;
import no.alisplass.capacity.Vacancy;
import no.alisplass.capacity.VacancyState;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sporadic vacancy. */
record VacancyResponse(
        @Schema(examples = "17") long id,

        @Schema(implementation = String.class, examples = "ahus")
        HospitalId hospital,

        @Schema(implementation = String.class, examples = "ahus-geriatri")
        DepartmentId department,

        LocalDate from,
        LocalDate to,
        boolean onCall,
        String note,
        VacancyState state,
        long version) {

    static VacancyResponse of(Versioned<Vacancy> versioned) {
        Vacancy vacancy = versioned.value();
        return new VacancyResponse(
                vacancy.id(),
                vacancy.hospital(),
                vacancy.department(),
                vacancy.from(),
                vacancy.to(),
                vacancy.onCall(),
                vacancy.note(),
                vacancy.state(),
                versioned.version());
    }
}
