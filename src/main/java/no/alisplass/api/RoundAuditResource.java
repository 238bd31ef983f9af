package no.alisplass.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Audit;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.round.Rounds;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/rounds/{round}/audit")
@Tag(name = "Logg")
class RoundAuditResource {
    private final Audit audit;
    private final Rounds rounds;

    RoundAuditResource(Audit audit, Rounds rounds) {
        this.audit = audit;
        this.rounds = rounds;
    }

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(
            summary = "Alt som er gjort med en runde, listene, kjøringene og det som er satt for hånd, side for side")
    public Audit.Page ofRound(
            RoundId round,
            @Parameter(description = "Side, fra 0") @QueryParam("page") @DefaultValue("0") @Min(0) @Max(10_000) int page,
            @Parameter(description = "Linjer per side") @QueryParam("size") @DefaultValue("50") @Min(1) @Max(100) int size) {
        Answers.of(rounds.read(round));
        return audit.page(List.of("round/" + round, "waitlist/" + round), page, size);
    }
}
