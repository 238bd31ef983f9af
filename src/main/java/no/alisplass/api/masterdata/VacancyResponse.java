package no.alisplass.api.masterdata;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import no.alisplass.capacity.Vacancy;
import no.alisplass.capacity.VacancyState;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Versioned;
import no.alisplass.platform.Messages;
import no.alisplass.vacancy.VacancyWay;
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

        @Schema(description = "Om tjenesten teller i spesialiseringen")
        boolean counts,

        @Schema(description = "Når kommunene må ha nominert legene sine; utelatt for et som kommunene ikke får vite om")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Instant nominateBy,

        @Schema(description = "Når det frigis til alle, om ingen har det da") @JsonInclude(JsonInclude.Include.NON_NULL)
        Instant releaseAt,

        long version) {

    /** As it is answered to who reported or changed it. @param warnings in the reader's language */
    @Schema(name = "VacancyTold")
    record Told(@JsonUnwrapped VacancyResponse vacancy, List<String> warnings) {
        static Told of(VacancyWay.Reported reported, Locale language) {
            return new Told(
                    VacancyResponse.of(reported.vacancy()),
                    reported.warnings().stream()
                            .map(each -> Messages.text(each, language))
                            .toList());
        }
    }

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
                vacancy.counts(),
                vacancy.course() == null ? null : vacancy.course().nominateBy(),
                vacancy.course() == null ? null : vacancy.course().releaseAt(),
                versioned.version());
    }
}
