package no.alisplass.api.masterdata;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import no.alisplass.access.HospitalAccess;
import no.alisplass.access.VacancyAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Asker;
import no.alisplass.api.http.ETags;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Patterns;
import no.alisplass.capacity.Vacancies;
import no.alisplass.capacity.Vacancy;
import no.alisplass.capacity.VacancyState;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Versioned;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.vacancy.VacancyBoard;
import no.alisplass.vacancy.VacancyWay;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Sporadic vacancies of a hospital's departments. */
@Path("/api/v1/hospitals/{id}/vacancies")
@Tag(name = "Ledige vikariater")
public class VacancyResource {
    private final Vacancies vacancies;
    private final VacancyWay way;
    private final HospitalAccess access;
    private final VacancyAccess reporters;
    private final Caller caller;
    private final Asker asker;

    @Inject
    VacancyResource(
            Vacancies vacancies,
            VacancyWay way,
            HospitalAccess access,
            VacancyAccess reporters,
            Caller caller,
            Asker asker) {
        this.vacancies = vacancies;
        this.way = way;
        this.access = access;
        this.reporters = reporters;
        this.caller = caller;
        this.asker = asker;
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.MUNICIPALITY, Roles.DEPARTMENT, Roles.PLANNER, Roles.ADMIN})
    @ShowsNobody
    @Operation(
            summary = "Ledige vikariater, side for side",
            description =
                    "De første først. En kommune ser bare de som teller og er ledige, er tilbudt noen eller er frigitt.")
    public RestResponse<List<VacancyResponse>> all(
            @Parameter(example = "ahus") @PathParam("id") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String id,
            @Parameter(description = "Bare disse", example = "OPEN") @QueryParam("state") VacancyState state,
            @BeanParam @Valid Paging paging) {
        return paging.of(Answers.of(vacancies.all(Answers.of(access.hospital(new HospitalId(id))), state)).stream()
                .filter(vacancy -> seesAll() || VacancyBoard.isOpenToAreas(vacancy.value()))
                .map(VacancyResponse::of)
                .toList());
    }

    @GET
    @Path("{vacancyId}")
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT, Roles.PLANNER, Roles.ADMIN})
    @ShowsNobody
    @Operation(summary = "Et ledig vikariat", description = "ETag er versjonen en endring må vise til.")
    public RestResponse<VacancyResponse> one(
            @Parameter(example = "ahus") @PathParam("id") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String id,
            @Parameter(example = "17") @PathParam("vacancyId") @Min(1) @Max(999_999_999_999L) long vacancyId) {
        Versioned<Vacancy> vacancy =
                Answers.of(vacancies.read(Answers.of(access.hospital(new HospitalId(id))), vacancyId));
        return ETags.answer(vacancy, VacancyResponse.of(vacancy));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT})
    @ShowsNobody
    @Operation(
            summary = "Melder et ledig vikariat",
            description = "En avdeling melder sine egne. Et som er for kort til å telle, er 422, om det ikke sies med"
                    + " «counts: false» at det ikke teller; da er det avdelingens eget, og ingen får vite om det.")
    public RestResponse<VacancyResponse.Told> report(
            @Parameter(example = "ahus") @PathParam("id") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String id,
            @Valid @NotNull VacancyRequest body) {
        HospitalId hospital = Answers.of(access.hospital(new HospitalId(id)));
        VacancyWay.Reported reported = Answers.of(reporters
                .of(hospital)
                .then(by -> way.report(
                        hospital,
                        new DepartmentId(body.department()),
                        body.from(),
                        body.to(),
                        body.onCall(),
                        body.note(),
                        !Boolean.FALSE.equals(body.counts()),
                        by)));
        URI place = URI.create("/api/v1/hospitals/" + hospital + "/vacancies/"
                + reported.vacancy().value().id());
        return RestResponse.ResponseBuilder.<VacancyResponse.Told>created(place)
                .entity(VacancyResponse.Told.of(reported, asker.language()))
                .tag(Long.toString(reported.vacancy().version()))
                .build();
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{vacancyId}")
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT})
    @ShowsNobody
    @Operation(
            summary = "Endrer, trekker eller fyller et ledig vikariat",
            description = "Det som utelates, blir som det er. Krever If-Match.")
    public RestResponse<VacancyResponse.Told> change(
            @Parameter(example = "ahus") @PathParam("id") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String id,
            @Parameter(example = "17") @PathParam("vacancyId") @Min(1) @Max(999_999_999_999L) long vacancyId,
            @Parameter(description = "ETag for versjonen som endres", example = "\"0\"")
                    @HeaderParam("If-Match")
                    @Size(max = 40) String ifMatch,
            @Valid @NotNull VacancyRequest.Change body) {
        HospitalId hospital = Answers.of(access.hospital(new HospitalId(id)));
        VacancyWay.Reported changed = Answers.of(reporters
                .of(hospital)
                .then(by -> way.change(hospital, vacancyId, body.change(), by, ETags.seen(ifMatch))));
        return ETags.answer(changed.vacancy(), VacancyResponse.Told.of(changed, asker.language()));
    }

    private boolean seesAll() {
        return caller.isIn(Roles.COORDINATOR)
                || caller.isIn(Roles.DEPARTMENT)
                || caller.isIn(Roles.PLANNER)
                || caller.isIn(Roles.ADMIN);
    }
}
