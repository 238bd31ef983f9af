package no.alisplass.api.masterdata;

import java.time.LocalDate;
import no.alisplass.catchment.Agreement;
import no.alisplass.catchment.Agreements;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a hospital knows of its agreement with an area.
 *
 * @param state of the agreement on the day asked about
 * @param registered whether the area is a registered training organisation that day
 */
record AgreementResponse(
        @Schema(examples = "3222") String area,

        @Schema(examples = "Lørenskog") String name,
        LocalDate signedOn,
        LocalDate from,
        LocalDate to,
        String reference,
        LocalDate registeredSince,
        Agreement.State state,
        boolean registered,
        long version) {
    static AgreementResponse of(Agreements.OfArea known, LocalDate day) {
        Agreement agreement = known.agreement().value();
        return new AgreementResponse(
                known.area().code().value(),
                known.area().name(),
                agreement.signedOn(),
                agreement.from(),
                agreement.to(),
                agreement.reference(),
                agreement.registeredSince(),
                agreement.on(day),
                agreement.registered(day),
                known.agreement().version());
    }
}
