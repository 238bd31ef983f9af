package no.alisplass.api.scenario;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import no.alisplass.allocation.FrozenRounds;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Whole;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.scenario.count.Bottleneck;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/rounds/{round}/scenarios/bottleneck")
@Tag(name = "Hva om")
class BottleneckResource {
    private final FrozenRounds frozen;

    BottleneckResource(FrozenRounds frozen) {
        this.frozen = frozen;
    }

    @GET
    @Whole("A line for each department of the hospital.")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(
            summary = "Hvor mange har hver avdeling som første ønske, mot plassene der?",
            description =
                    "«seats» er plassene i alle rundens halvår, også i stillinger som avdelinger deler. Bare antall.")
    public List<Bottleneck> bottleneck(RoundId round) {
        return Bottleneck.of(Answers.of(frozen.asked(round)).snapshot());
    }
}
