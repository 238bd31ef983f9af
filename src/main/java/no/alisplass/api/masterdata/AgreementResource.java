package no.alisplass.api.masterdata;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.access.HospitalAccess;
import no.alisplass.access.WaitlistAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Day;
import no.alisplass.api.http.ETags;
import no.alisplass.api.http.Paging;
import no.alisplass.catchment.Agreements;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HospitalId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** A hospital's agreements on training with the areas it serves. */
@Path("/api/v1/hospitals/{hospital}/agreements")
@Tag(name = "Avtaler")
class AgreementResource {
    private final Agreements agreements;
    private final HospitalAccess hospitals;
    private final WaitlistAccess areas;
    private final Clock clock;

    AgreementResource(Agreements agreements, HospitalAccess hospitals, WaitlistAccess areas, Clock clock) {
        this.agreements = agreements;
        this.hospitals = hospitals;
        this.areas = areas;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.PLANNER, Roles.ADMIN})
    @ShowsNobody
    @Operation(
            summary = "Samarbeidsavtalene med hver kommune og bydel, side for side",
            description = "Også de uten avtale. Tilstanden er den på dagen det spørres om; utelatt: i dag.")
    public RestResponse<List<AgreementResponse>> all(
            HospitalId hospital,
            @Parameter(example = "2028-03-01") @QueryParam("on") @Day LocalDate on,
            @BeanParam @Valid Paging paging) {
        LocalDate day = on == null ? LocalDate.now(clock) : on;
        return paging.of(agreements.all(Answers.of(hospitals.known(hospital))).stream()
                .map(each -> AgreementResponse.of(each, day))
                .toList());
    }

    @GET
    @Path("/{area}")
    @RolesAllowed({Roles.COORDINATOR, Roles.MUNICIPALITY})
    @ShowsNobody
    @Operation(
            summary = "Samarbeidsavtalen med en kommune eller bydel",
            description =
                    "En kommune ser bare sin egen. ETag er versjonen en endring må vise til; 0 når ingenting er ført opp.")
    public RestResponse<AgreementResponse> one(HospitalId hospital, AreaCode area) {
        HospitalId known = Answers.of(hospitals.known(hospital));
        return answer(Answers.of(agreements.read(known, Answers.of(areas.toRead(area)))));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{area}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(
            summary = "Fører opp avtalen med en kommune eller bydel",
            description = "Alt som er kjent, sendes; det som utelates, er ikke kjent. En endring krever If-Match.")
    public RestResponse<AgreementResponse> put(
            HospitalId hospital,
            AreaCode area,
            @Parameter(description = "ETag for versjonen som endres", example = "\"0\"")
                    @HeaderParam("If-Match")
                    @Size(max = 40) String ifMatch,
            @NotNull @Valid AgreementRequest request) {
        HospitalId known = Answers.of(hospitals.known(hospital));
        return answer(Answers.of(agreements.put(request.agreement(known, area), ETags.seen(ifMatch))));
    }

    private RestResponse<AgreementResponse> answer(Agreements.OfArea known) {
        return ETags.answer(known.agreement(), AgreementResponse.of(known, LocalDate.now(clock)));
    }
}
