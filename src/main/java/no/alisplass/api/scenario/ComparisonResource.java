package no.alisplass.api.scenario;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import no.alisplass.allocation.FrozenRounds;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Paging;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.scenario.kept.AskedOf;
import no.alisplass.scenario.kept.KeptScenario;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** A round as it is beside what it would be on other terms. */
@Path("/api/v1/rounds/{round}/scenarios")
@Tag(name = "Hva om")
class ComparisonResource {
    private final FrozenRounds frozen;
    private final KeptScenarioDesk kept;
    private final ComparisonDesk desk;

    ComparisonResource(FrozenRounds frozen, KeptScenarioDesk kept, ComparisonDesk desk) {
        this.frozen = frozen;
        this.kept = kept;
        this.desk = desk;
    }

    @POST
    @Path("/question")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(
            summary = "Hva om flere ting var annerledes på en gang?",
            description =
                    "Runden som den er, og som den ville blitt. Også en åpen runde, med listene den har til nå."
                            + " Planleggere får antall, koordinatorer også hvem. Navn side for side, først «better», så «worse».")
    public RestResponse<ComparisonDesk.Compared> question(
            RoundId round, @NotNull @Valid ScenarioBodies.Terms request, @BeanParam @Valid Paging paging) {
        FrozenRounds.Asked asked = asked(round);
        return desk.question(asked.snapshot(), asked.setAside().size(), null, request.question(), paging);
    }

    @POST
    @Path("/compare")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(
            summary = "Runden og scenarioer som er tatt vare på, side om side",
            description =
                    "«cases» har runden som den er først. «moves» er fra hvert til hvert senere: hvor mange som får det"
                            + " bedre og verre etter egne ønsker. Et scenario som ikke lenger gir mening i runden, står i «misfits» med"
                            + " hvorfor. Bare koordinator ser hvem, regnet fra runden som den er, side for side.")
    public RestResponse<ComparisonDesk.Compared> compare(
            RoundId round, @NotNull @Valid ScenarioBodies.Compare request, @BeanParam @Valid Paging paging) {
        List<KeptScenario> chosen = kept.all(AskedOf.round(round), request.kept());
        FrozenRounds.Asked asked = asked(round);
        return desk.kept(asked.snapshot(), asked.setAside().size(), chosen, paging);
    }

    private FrozenRounds.Asked asked(RoundId round) {
        return Answers.of(frozen.standing(round));
    }
}
