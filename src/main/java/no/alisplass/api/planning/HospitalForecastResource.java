package no.alisplass.api.planning;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Whole;
import no.alisplass.domain.HospitalId;
import no.alisplass.planning.Jobs;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** When those who wait in the areas a hospital serves are likely to begin. */
@Path("/api/v1/hospitals/{hospital}/forecasts")
@Tag(name = "Planlegging")
class HospitalForecastResource {
    private final Jobs jobs;

    HospitalForecastResource(Jobs jobs) {
        this.jobs = jobs;
    }

    @GET
    @Whole("One forecast, or none, with the doctors who wait in the areas the hospital serves.")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.FORECAST)
    @Operation(
            summary =
                    "Når legene som venter i sykehusets områder, trolig begynner, etter den siste prognosen sykehuset har delt",
            description =
                    "Etter navn; ingen prognose er delt: en tom liste. Et spenn, ikke et løfte: det følger av antakelsene, som står ved"
                            + " siden av. «from», «middle» og «to» er 10, 50 og 90 prosent av forløpene der legen ikke slutter å vente; utelatt:"
                            + " ikke innen «last».")
    public List<ForecastTold.OfHospital> ofHospital(HospitalId hospital) {
        return Answers.of(jobs.ofHospital(hospital)).stream()
                .map(ForecastTold.OfHospital::of)
                .toList();
    }
}
