package no.alisplass.api.round;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Paging;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Audit;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.round.Rounds;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

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
    public RestResponse<Audit.Page> ofRound(RoundId round, @BeanParam @Valid Paging paging) {
        Answers.of(rounds.read(round));
        Audit.Page acts = audit.page(List.of("round/" + round, "waitlist/" + round), paging.page(), paging.size());
        return paging.answer(acts, acts.total());
    }
}
