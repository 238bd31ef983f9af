package no.alisplass.api.register;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import no.alisplass.access.RegisterAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Patterns;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.move.MoveRequest;
import no.alisplass.register.move.Moves;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Doctors an area asks another for, and those it is asked for. Neither is told more of the other. */
@Path("/api/v1/areas/{area}/moves")
@Tag(name = "Register")
public class MoveResource {
    private final Moves moves;
    private final RegisterAccess access;

    @Inject
    MoveResource(Moves moves, RegisterAccess access) {
        this.moves = moves;
        this.access = access;
    }

    @GET
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.MOVES)
    @Operation(summary = "Leger området ber om eller blir bedt om, den eldste først, side for side")
    public RestResponse<List<MoveBodies.Move>> all(
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @BeanParam @Valid Paging paging) {
        return paging.of(moves.of(Answers.of(own(area))).stream()
                .map(MoveBodies.Move::of)
                .toList());
    }

    @PUT
    @Path("{hprNumber}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.MOVES)
    @Operation(summary = "Ber om en lege som et annet område har", description = "Å be én gang til endrer ingenting.")
    public MoveBodies.Move ask(
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @PathParam("hprNumber") @Pattern(regexp = DoctorAddress.FORM) @Size(max = 9) String hprNumber) {
        return answer(own(area).then(own -> number(hprNumber).then(hpr -> moves.ask(own, hpr))));
    }

    @DELETE
    @Path("{hprNumber}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.MOVES)
    @Operation(summary = "Ber ikke om legen lenger")
    public MoveBodies.Move withdraw(
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @PathParam("hprNumber") @Pattern(regexp = DoctorAddress.FORM) @Size(max = 9) String hprNumber) {
        return answer(own(area).then(own -> number(hprNumber).then(hpr -> moves.withdraw(own, hpr))));
    }

    @POST
    @Path("{hprNumber}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.MOVES)
    @Operation(
            summary = "Frigir en lege til et område som har bedt om legen",
            description = "Utdanningen og tjenesten som er gjort, følger med; ønsker og merknad gjør ikke.")
    public MoveBodies.Move release(
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @PathParam("hprNumber") @Pattern(regexp = DoctorAddress.FORM) @Size(max = 9) String hprNumber,
            @Valid @NotNull MoveBodies.Release body) {
        return answer(own(area)
                .then(own -> number(hprNumber).then(hpr -> moves.release(own, hpr, body.asking(), body.on()))));
    }

    private Result<AreaCode> own(String area) {
        return access.toWrite(new AreaCode(area));
    }

    private static Result<HprNumber> number(String text) {
        return DoctorAddress.number(text);
    }

    private static MoveBodies.Move answer(Result<MoveRequest> result) {
        return MoveBodies.Move.of(Answers.of(result));
    }
}
