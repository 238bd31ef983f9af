package no.alisplass.api.chance;

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
import no.alisplass.chance.settings.ChanceSettings;
import no.alisplass.chance.settings.HospitalChances;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Versioned;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Whether a hospital lets municipalities see chances. */
@Path("/api/v1/hospitals/{hospital}/chance-settings")
@Tag(name = "Ventelister")
class ChanceSettingsResource {
    private final HospitalChances settings;
    private final HospitalAccess access;

    ChanceSettingsResource(HospitalChances settings, HospitalAccess access) {
        this.settings = settings;
        this.access = access;
    }

    @Schema(name = "ChanceSettingsBody")
    record Body(
            @Schema(description = "Om kommunene får se utsiktene til sine egne leger før fristen", examples = "true")
            @NotNull Boolean shown) {}

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT, Roles.PLANNER, Roles.ADMIN})
    @ShowsNobody
    @Operation(
            summary = "Om kommunene får se utsikter før fristen",
            description = "De får det der ingenting er skrevet. ETag er versjonen en endring må vise til.")
    public RestResponse<Body> read(HospitalId hospital) {
        return answer(settings.of(Answers.of(access.known(hospital))));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(summary = "Slår utsiktene av eller på", description = "Krever If-Match. Gjelder med en gang.")
    public RestResponse<Body> put(
            HospitalId hospital,
            @Parameter(description = "ETag for versjonen som endres", example = "\"0\"")
                    @HeaderParam("If-Match")
                    @Size(max = 40) String ifMatch,
            @NotNull @Valid Body body) {
        return answer(Answers.of(access.known(hospital)
                .then(known -> settings.put(new ChanceSettings(known, body.shown()), ETags.seen(ifMatch)))));
    }

    private static RestResponse<Body> answer(Versioned<ChanceSettings> known) {
        return ETags.answer(known, new Body(known.value().shown()));
    }
}
