package no.alisplass.api.masterdata;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.alisplass.access.HospitalAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Day;
import no.alisplass.api.http.ETags;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Patterns;
import no.alisplass.api.http.Whole;
import no.alisplass.capacity.Capacity;
import no.alisplass.catchment.AreaRecord;
import no.alisplass.catchment.Catchment;
import no.alisplass.catchment.Membership;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.domain.Versioned;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Municipalities and districts: whose catchment they are in, and when they are short of specialists. */
@Path("/api/v1/areas")
@Tag(name = "Områder")
public class AreaResource {
    private final Catchment catchment;
    private final Capacity capacity;
    private final HospitalAccess access;
    private final Clock clock;

    @Inject
    AreaResource(Catchment catchment, Capacity capacity, HospitalAccess access, Clock clock) {
        this.catchment = catchment;
        this.capacity = capacity;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.MUNICIPALITY, Roles.DEPARTMENT, Roles.PLANNER, Roles.ADMIN})
    @ShowsNobody
    @Operation(
            summary = "Kommuner og bydeler, side for side",
            description = "Med hospital: bare de som hører til opptaksområdet den dagen, med tjenestene det gjelder.")
    public RestResponse<List<AreaResponse>> all(
            @Parameter(example = "ahus") @QueryParam("hospital") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String hospital,
            @Parameter(description = "Dagen det spørres om; utelatt: i dag", example = "2027-03-01")
                    @QueryParam("on")
                    @Day
                    LocalDate on,
            @BeanParam @Valid Paging paging) {
        LocalDate day = on == null ? LocalDate.now(clock) : on;
        HospitalId asked = hospital == null ? null : Answers.of(access.hospital(new HospitalId(hospital)));
        return paging.of(catchment.records().stream()
                .map(area -> AreaResponse.of(area, asked, day))
                .filter(area -> asked == null || !area.covered().isEmpty())
                .toList());
    }

    @GET
    @Whole("One area; a few memberships and shortages are known of it.")
    @Path("{code}")
    @RolesAllowed({Roles.COORDINATOR, Roles.MUNICIPALITY, Roles.DEPARTMENT, Roles.PLANNER, Roles.ADMIN})
    @ShowsNobody
    @Operation(summary = "En kommune eller bydel", description = "ETag er versjonen en endring må vise til.")
    public RestResponse<AreaResponse> one(
            @Parameter(example = "3222") @PathParam("code") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String code) {
        return answer(Answers.of(catchment.read(new AreaCode(code))));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.COORDINATOR, Roles.ADMIN})
    @ShowsNobody
    @Operation(
            summary = "Tar inn en hel liste",
            description = "Hvert område i listen erstattes med alt som er kjent om det; alt eller ingenting."
                    + " Områder som ikke står i listen, blir som de er.")
    public List<AreaResponse> putAll(@Valid @NotNull AreaRequest.Many body) {
        body.list().forEach(area -> own(area.area().code(), area.memberships()));
        LocalDate today = LocalDate.now(clock);
        return Answers.of(catchment.putAll(body.list(), this::isKnown)).stream()
                .map(area -> AreaResponse.of(area, null, today))
                .toList();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{code}")
    @RolesAllowed({Roles.COORDINATOR, Roles.ADMIN})
    @ShowsNobody
    @Operation(summary = "Oppretter eller omdøper et område", description = "En endring krever If-Match.")
    public RestResponse<AreaResponse> put(
            @Parameter(example = "3222") @PathParam("code") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String code,
            @Parameter(description = "ETag for versjonen som endres", example = "\"3\"")
                    @HeaderParam("If-Match")
                    @Size(max = 40) String ifMatch,
            @Valid @NotNull AreaRequest body) {
        own(new AreaCode(code), List.of());
        return answer(Answers.of(catchment.put(body.area(code), ETags.seen(ifMatch))));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{code}/memberships")
    @RolesAllowed({Roles.COORDINATOR, Roles.ADMIN})
    @ShowsNobody
    @Operation(
            summary = "Erstatter områdets tilhørighet til sykehus",
            description = "Alle periodene sendes. En endring krever If-Match.")
    public RestResponse<AreaResponse> putMemberships(
            @Parameter(example = "030112") @PathParam("code") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String code,
            @Parameter(description = "ETag for versjonen som endres", example = "\"3\"")
                    @HeaderParam("If-Match")
                    @Size(max = 40) String ifMatch,
            @Valid @NotNull AreaRequest.Memberships body) {
        own(new AreaCode(code), body.list());
        return answer(Answers.of(
                catchment.putMemberships(new AreaCode(code), body.list(), this::isKnown, ETags.seen(ifMatch))));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{code}/shortages")
    @RolesAllowed({Roles.COORDINATOR, Roles.ADMIN})
    @ShowsNobody
    @Operation(
            summary = "Erstatter områdets perioder med spesialistmangel",
            description = "Alle periodene sendes. En endring krever If-Match.")
    public RestResponse<AreaResponse> putShortages(
            @Parameter(example = "3242") @PathParam("code") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String code,
            @Parameter(description = "ETag for versjonen som endres", example = "\"3\"")
                    @HeaderParam("If-Match")
                    @Size(max = 40) String ifMatch,
            @Valid @NotNull AreaRequest.Shortages body) {
        own(new AreaCode(code), List.of());
        return answer(Answers.of(catchment.putShortages(new AreaCode(code), body.list(), ETags.seen(ifMatch))));
    }

    /** Refused when the caller is bound to a hospital and the area is, or would be, another's too: its rounds stand on it. */
    private void own(AreaCode code, List<Membership> memberships) {
        Optional<HospitalId> only = access.only();
        if (only.isEmpty()) {
            return;
        }
        List<Membership> before = catchment.read(code) instanceof Result.Done<Versioned<AreaRecord>> known
                ? known.value().value().memberships()
                : List.of();
        boolean others = Stream.concat(before.stream(), memberships.stream())
                .anyMatch(each -> !each.hospital().equals(only.get()));
        if (others) {
            Answers.of(Result.invalid(Finding.of("code", code, "catchment.area-of-others", code)));
        }
    }

    private boolean isKnown(HospitalId hospital) {
        return capacity.hospital(hospital).isPresent();
    }

    private RestResponse<AreaResponse> answer(Versioned<AreaRecord> area) {
        return ETags.answer(area, AreaResponse.of(area, null, LocalDate.now(clock)));
    }
}
