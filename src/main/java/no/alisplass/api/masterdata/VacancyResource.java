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
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.ETags;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Patterns;
import no.alisplass.capacity.Vacancies;
import no.alisplass.capacity.Vacancy;
import no.alisplass.capacity.VacancyState;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.domain.Versioned;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Sporadic vacancies of a hospital's departments. */
@Path("/api/v1/hospitals/{id}/vacancies")
@Tag(name = "Ledige vikariater")
public class VacancyResource {
    private final Vacancies vacancies;
    private final HospitalAccess access;
    private final Caller caller;

    @Inject
    VacancyResource(Vacancies vacancies, HospitalAccess access, Caller caller) {
        this.vacancies = vacancies;
        this.access = access;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.MUNICIPALITY, Roles.DEPARTMENT, Roles.PLANNER, Roles.ADMIN})
    @ShowsNobody
    @Operation(
            summary = "Ledige vikariater, side for side",
            description = "De første først. En kommune ser bare de som er åpne.")
    public RestResponse<List<VacancyResponse>> all(
            @Parameter(example = "ahus") @PathParam("id") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String id,
            @Parameter(description = "Bare disse", example = "OPEN") @QueryParam("state") VacancyState state,
            @BeanParam @Valid Paging paging) {
        return paging.of(Answers.of(vacancies.all(Answers.of(access.hospital(new HospitalId(id))), state)).stream()
                .filter(vacancy -> seesAll() || vacancy.value().state() == VacancyState.OPEN)
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
    @Operation(summary = "Melder et ledig vikariat", description = "En avdeling melder sine egne.")
    public RestResponse<VacancyResponse> report(
            @Parameter(example = "ahus") @PathParam("id") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String id,
            @Valid @NotNull VacancyRequest body) {
        HospitalId hospital = Answers.of(access.hospital(new HospitalId(id)));
        DepartmentId department = own(new DepartmentId(body.department()));
        Versioned<Vacancy> vacancy =
                Answers.of(vacancies.report(hospital, department, body.from(), body.to(), body.onCall(), body.note()));
        URI place = URI.create("/api/v1/hospitals/" + hospital + "/vacancies/"
                + vacancy.value().id());
        return RestResponse.ResponseBuilder.<VacancyResponse>created(place)
                .entity(VacancyResponse.of(vacancy))
                .tag(Long.toString(vacancy.version()))
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
    public RestResponse<VacancyResponse> change(
            @Parameter(example = "ahus") @PathParam("id") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String id,
            @Parameter(example = "17") @PathParam("vacancyId") @Min(1) @Max(999_999_999_999L) long vacancyId,
            @Parameter(description = "ETag for versjonen som endres", example = "\"0\"")
                    @HeaderParam("If-Match")
                    @Size(max = 40) String ifMatch,
            @Valid @NotNull VacancyRequest.Change body) {
        HospitalId hospital = Answers.of(access.hospital(new HospitalId(id)));
        own(Answers.of(vacancies.read(hospital, vacancyId)).value().department());
        Versioned<Vacancy> vacancy =
                Answers.of(vacancies.change(hospital, vacancyId, body.change(), ETags.seen(ifMatch)));
        return ETags.answer(vacancy, VacancyResponse.of(vacancy));
    }

    /** Refused when the caller is bound to another department. */
    private DepartmentId own(DepartmentId department) {
        boolean other = !caller.isIn(Roles.COORDINATOR)
                && caller.department().filter(own -> !own.equals(department)).isPresent();
        return other
                ? Answers.of(
                        Result.invalid(Finding.of("department", department, "capacity.department-not-own", department)))
                : department;
    }

    private boolean seesAll() {
        return caller.isIn(Roles.COORDINATOR)
                || caller.isIn(Roles.DEPARTMENT)
                || caller.isIn(Roles.PLANNER)
                || caller.isIn(Roles.ADMIN);
    }
}
