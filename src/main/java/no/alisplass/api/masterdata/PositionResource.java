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
import java.util.List;
import no.alisplass.access.HospitalAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.ETags;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Patterns;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Position;
import no.alisplass.capacity.Seats;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.Versioned;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Earmarked positions and their seats. */
@Path("/api/v1/hospitals/{id}/positions")
@Tag(name = "Stillinger")
public class PositionResource {
    private final Capacity capacity;
    private final HospitalAccess access;

    @Inject
    PositionResource(Capacity capacity, HospitalAccess access) {
        this.capacity = capacity;
        this.access = access;
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.MUNICIPALITY, Roles.DEPARTMENT, Roles.PLANNER, Roles.ADMIN})
    @ShowsNobody
    @Operation(
            summary = "Øremerkede stillinger med plasser per halvår, side for side",
            description = "Fra og med from til og med to, høyst tolv halvår; 0 der ingen plasser er satt.")
    public RestResponse<List<PositionResponse>> all(
            @Parameter(example = "ahus") @PathParam("id") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String id,
            @Parameter(example = "2027-V")
                    @QueryParam("from")
                    @NotNull @Pattern(regexp = Patterns.HALF_YEAR) @Size(max = 6) String from,
            @Parameter(example = "2028-H")
                    @QueryParam("to")
                    @NotNull @Pattern(regexp = Patterns.HALF_YEAR) @Size(max = 6) String to,
            @BeanParam @Valid Paging paging) {
        HospitalId hospital = Answers.of(access.hospital(new HospitalId(id)));
        List<Versioned<Seats>> seats = Answers.of(capacity.seats(hospital, HalfYear.parse(from), HalfYear.parse(to)));
        return paging.of(capacity.versionedPositions(hospital).stream()
                .map(position -> PositionResponse.of(position, seats))
                .toList());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{positionId}")
    @RolesAllowed({Roles.COORDINATOR, Roles.ADMIN})
    @ShowsNobody
    @Operation(
            summary = "Oppretter eller endrer en stilling",
            description = "Én del på 6 måneder, eller to på 3. En endring krever If-Match.")
    public RestResponse<PositionResponse> put(
            @Parameter(example = "ahus") @PathParam("id") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String id,
            @Parameter(example = "ahus-geriatri-1")
                    @PathParam("positionId")
                    @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String positionId,
            @Parameter(description = "ETag for versjonen som endres", example = "\"3\"")
                    @HeaderParam("If-Match")
                    @Size(max = 40) String ifMatch,
            @Valid @NotNull PositionRequest body) {
        Versioned<Position> position = Answers.of(capacity.putPosition(
                Answers.of(access.hospital(new HospitalId(id))),
                new PositionId(positionId),
                body.positionParts(),
                ETags.seen(ifMatch)));
        return ETags.answer(position, PositionResponse.of(position, List.of()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{positionId}/seats/{halfYear}")
    @RolesAllowed({Roles.COORDINATOR, Roles.ADMIN})
    @ShowsNobody
    @Operation(
            summary = "Setter antall plasser i et halvår",
            description = "En endring av et antall som er satt, krever If-Match.")
    public RestResponse<PositionResponse.SeatsAnswer> putSeats(
            @Parameter(example = "ahus") @PathParam("id") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String id,
            @Parameter(example = "ahus-geriatri-1")
                    @PathParam("positionId")
                    @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String positionId,
            @Parameter(example = "2027-V") @PathParam("halfYear") @Pattern(regexp = Patterns.HALF_YEAR) @Size(max = 6) String halfYear,
            @Parameter(description = "ETag for versjonen som endres", example = "\"3\"")
                    @HeaderParam("If-Match")
                    @Size(max = 40) String ifMatch,
            @Valid @NotNull PositionRequest.SeatsBody body) {
        Versioned<Seats> seats = Answers.of(capacity.putSeats(
                Answers.of(access.hospital(new HospitalId(id))),
                new PositionId(positionId),
                HalfYear.parse(halfYear),
                body.seats(),
                ETags.seen(ifMatch)));
        return ETags.answer(seats, PositionResponse.SeatsAnswer.of(seats));
    }
}
