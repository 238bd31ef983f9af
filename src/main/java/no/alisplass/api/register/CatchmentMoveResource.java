package no.alisplass.api.register;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import no.alisplass.access.HospitalAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Patterns;
import no.alisplass.domain.HospitalId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.move.Moves;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Doctors who move between the areas a hospital serves, for its coordinators. */
@Path("/api/v1/hospitals/{hospital}/moves")
@Tag(name = "Register")
public class CatchmentMoveResource {
    private final Moves moves;
    private final HospitalAccess access;

    @Inject
    CatchmentMoveResource(Moves moves, HospitalAccess access) {
        this.moves = moves;
        this.access = access;
    }

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.CATCHMENT_MOVES)
    @Operation(summary = "Leger områdene ber hverandre om, den eldste først, side for side")
    public RestResponse<List<MoveBodies.Move>> all(
            @PathParam("hospital") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String hospital,
            @BeanParam @Valid Paging paging) {
        return paging.of(Answers.of(access.hospital(new HospitalId(hospital)).then(moves::of)).stream()
                .map(MoveBodies.Move::of)
                .toList());
    }

    @POST
    @Path("{hprNumber}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.CATCHMENT_MOVES)
    @Operation(
            summary = "Frigir en lege i stedet for et område som ikke har svart",
            description = "Når området har hatt så mange dager på seg som sykehuset har satt.")
    public MoveBodies.Move release(
            @PathParam("hospital") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String hospital,
            @PathParam("hprNumber") @Pattern(regexp = DoctorAddress.FORM) @Size(max = 9) String hprNumber,
            @Valid @NotNull MoveBodies.Release body) {
        return MoveBodies.Move.of(
                Answers.of(access.hospital(new HospitalId(hospital)).then(read -> DoctorAddress.number(hprNumber)
                        .then(hpr -> moves.releaseFor(read, hpr, body.asking(), body.on())))));
    }

    @GET
    @Path("days")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(summary = "Hvor mange dager et område har på seg til å svare")
    public MoveBodies.Days days(
            @PathParam("hospital") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String hospital) {
        return new MoveBodies.Days(
                Answers.of(access.hospital(new HospitalId(hospital)).then(moves::days)));
    }

    @PUT
    @Path("days")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(summary = "Setter hvor mange dager et område har på seg til å svare")
    public MoveBodies.Days setDays(
            @PathParam("hospital") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String hospital,
            @Valid @NotNull MoveBodies.Days body) {
        return new MoveBodies.Days(
                Answers.of(access.hospital(new HospitalId(hospital)).then(read -> moves.setDays(read, body.days()))));
    }
}
