package no.alisplass.api.run;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import no.alisplass.allocation.Pins;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Patterns;
import no.alisplass.api.json.Lines;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.snapshot.Pin;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/rounds/{round}/pins")
@Tag(name = "Satt for hånd")
class PinResource {
    private final Pins pins;

    PinResource(Pins pins) {
        this.pins = pins;
    }

    /** @param stays where the doctor is placed, one or two; none takes the doctor out of the round */
    record PinRequest(
            @NotNull @Size(max = 2) List<@NotNull @Valid Held> stays,

            @NotNull @Lines @Size(min = Pins.MIN_REASON, max = Pins.MAX_REASON) String reason) {}

    @Schema(name = "PinnedStay")
    record Held(
            @Schema(examples = "ahus-geriatri-1") @NotNull @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String position,

            @Schema(examples = "2027-V") @NotNull @Pattern(regexp = Patterns.HALF_YEAR) @Size(max = 6) String halfYear) {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.PINS)
    @Operation(summary = "Det koordinator har satt for hånd i runden, med begrunnelse, side for side")
    public RestResponse<List<Pin>> list(RoundId round, @BeanParam @Valid Paging paging) {
        return paging.of(pins.of(round));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.PINS)
    @Path("/{hprNumber}")
    @Operation(summary = "Setter en leges plassering for hånd, eller tar legen ut; begrunnelse er obligatorisk")
    public Pin put(RoundId round, @Min(1) @Max(HprNumber.MAX) int hprNumber, @NotNull @Valid PinRequest request) {
        List<Pin.Held> stays = request.stays().stream()
                .map(held -> new Pin.Held(new PositionId(held.position()), HalfYear.parse(held.halfYear())))
                .toList();
        return Answers.of(pins.put(round, new Pin(number(hprNumber), stays, request.reason())));
    }

    @DELETE
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.PINS)
    @Path("/{hprNumber}")
    @Operation(summary = "Lar kriteriene bestemme for legen igjen")
    public Pin remove(RoundId round, @Min(1) @Max(HprNumber.MAX) int hprNumber) {
        return Answers.of(pins.remove(round, number(hprNumber)));
    }

    private static HprNumber number(int value) {
        return Answers.of(HprNumber.read(Integer.toString(value))
                .map(Result::done)
                .orElseGet(() ->
                        Result.notFound(Finding.of("hprNumber", value, "allocation.no-pin", Integer.toString(value)))));
    }
}
