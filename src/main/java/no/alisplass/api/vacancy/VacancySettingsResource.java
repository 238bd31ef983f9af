package no.alisplass.api.vacancy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import no.alisplass.access.HospitalAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.ETags;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Versioned;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.vacancy.settings.HospitalVacancies;
import no.alisplass.vacancy.settings.VacancySettings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** How a hospital fills vacancies. */
@Path("/api/v1/hospitals/{hospital}/vacancy-settings")
@Tag(name = "Ledige vikariater")
class VacancySettingsResource {
    private final HospitalVacancies settings;
    private final HospitalAccess access;

    VacancySettingsResource(HospitalVacancies settings, HospitalAccess access) {
        this.settings = settings;
        this.access = access;
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT, Roles.PLANNER, Roles.ADMIN})
    @ShowsNobody
    @Operation(
            summary = "Hvordan sykehuset fyller ledige vikariater",
            description = "De vanlige innstillingene der ingen er skrevet. ETag er versjonen en endring må vise til.")
    public RestResponse<VacancyBodies.Settings> read(HospitalId hospital) {
        return answer(settings.of(Answers.of(access.known(hospital))));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(
            summary = "Skriver innstillingene på nytt",
            description = "Krever If-Match. Vikariater som er meldt, beholder fristene sine.")
    public RestResponse<VacancyBodies.Settings> put(
            HospitalId hospital,
            @Parameter(description = "ETag for versjonen som endres", example = "\"0\"")
                    @HeaderParam("If-Match")
                    @Size(max = 40) String ifMatch,
            @NotNull @Valid VacancyBodies.Settings body) {
        return answer(
                Answers.of(access.known(hospital).then(known -> settings.put(body.of(known), ETags.seen(ifMatch)))));
    }

    private static RestResponse<VacancyBodies.Settings> answer(Versioned<VacancySettings> known) {
        return ETags.answer(known, VacancyBodies.Settings.of(known.value()));
    }
}
