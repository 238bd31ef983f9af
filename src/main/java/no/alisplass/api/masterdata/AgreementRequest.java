package no.alisplass.api.masterdata;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import no.alisplass.api.http.Day;
import no.alisplass.catchment.Agreement;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HospitalId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is known of an agreement; what is left out is not known, or not so. */
record AgreementRequest(
        @Schema(description = "Når avtalen ble underskrevet; utelatt uten avtale", examples = "2023-06-05") @Day
        LocalDate signedOn,

        @Schema(description = "Første dag; utelatt uten avtale", examples = "2023-07-01") @Day
        LocalDate from,

        @Schema(description = "Siste dag, til og med; utelatt når den ikke har noen slutt", examples = "2027-06-30")
        @Day
        LocalDate to,

        @Schema(description = "Hvor dokumentet er", examples = "23/01234-5") @Size(max = Agreement.MAX_REFERENCE) String reference,

        @Schema(description = "Registrert som utdanningsvirksomhet siden", examples = "2022-01-01") @Day
        LocalDate registeredSince) {
    Agreement agreement(HospitalId hospital, AreaCode area) {
        return new Agreement(hospital, area, signedOn, from, to, reference, registeredSince);
    }
}
