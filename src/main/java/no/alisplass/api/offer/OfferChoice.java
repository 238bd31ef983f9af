package no.alisplass.api.offer;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.Set;
import no.alisplass.api.http.Patterns;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.Acting;
import no.alisplass.offer.OfferFilter;
import no.alisplass.offer.life.OfferState;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which offers of all one reaches. */
public class OfferChoice {
    @Parameter(description = "Bare de fra denne runden", example = "ahus-2027-v")
    @QueryParam("round")
    @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String round;

    @Parameter(description = "Bare de som står slik; kan gjentas", example = "SENT")
    @QueryParam("state")
    @Size(max = 20) Set<OfferState> state;

    OfferFilter of(Acting by) {
        return within(OfferFilter.of(by));
    }

    OfferFilter of(HospitalId hospital) {
        return within(OfferFilter.of(hospital));
    }

    private OfferFilter within(OfferFilter mine) {
        OfferFilter ofRound = round == null ? mine : mine.in(new RoundId(round));
        return state == null || state.isEmpty() ? ofRound : ofRound.in(state);
    }
}
