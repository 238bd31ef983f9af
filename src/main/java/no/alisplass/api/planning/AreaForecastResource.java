package no.alisplass.api.planning;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import no.alisplass.access.WaitlistAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Whole;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.forecast.ForecastResult.DoctorRow;
import no.alisplass.planning.Jobs;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.RegisterLists;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** When an area's own doctors are likely to begin. */
@Path("/api/v1/areas/{area}/forecasts")
@Tag(name = "Planlegging")
class AreaForecastResource {
    private final Jobs jobs;
    private final RegisterLists register;
    private final WaitlistAccess access;

    AreaForecastResource(Jobs jobs, RegisterLists register, WaitlistAccess access) {
        this.jobs = jobs;
        this.register = register;
        this.access = access;
    }

    @GET
    @Whole("Of each hospital that serves the area one forecast, with the area's own doctors who wait.")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.OWN_FORECAST)
    @Operation(
            summary = "Når områdets egne leger trolig begynner, etter den siste prognosen hvert sykehus har delt",
            description =
                    "Et spenn, ikke et løfte: det følger av antakelsene, som står ved siden av. «from», «middle» og «to» er 10, 50 og 90"
                            + " prosent av forløpene der legen ikke slutter å vente; utelatt: ikke innen «last».")
    public List<ForecastTold.Own> ofArea(AreaCode area) {
        return jobs.ofArea(Answers.of(access.toWrite(area))).stream()
                .map(each -> told(each, area))
                .toList();
    }

    private ForecastTold.Own told(Jobs.OfArea forecast, AreaCode area) {
        Map<HprNumber, String> names =
                register.names(forecast.doctors().stream().map(DoctorRow::hpr).toList(), area);
        return new ForecastTold.Own(
                forecast.job().hospital().value(),
                forecast.job().title(),
                forecast.job().askedAt(),
                forecast.last(),
                forecast.assumed(),
                forecast.doctors().stream()
                        .map(row -> ForecastTold.Likely.of(row, names.get(row.hpr())))
                        .toList());
    }
}
