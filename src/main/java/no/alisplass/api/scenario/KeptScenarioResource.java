package no.alisplass.api.scenario;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import no.alisplass.allocation.FrozenRounds;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Whole;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.scenario.kept.AskedOf;
import no.alisplass.scenario.kept.FrozenBase;
import no.alisplass.scenario.kept.KeptScenario;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Scenarios that are kept under a name. */
@Path("/api/v1/rounds/{round}/scenarios/kept")
@Tag(name = "Hva om")
class KeptScenarioResource {
    private static final String NUMBER = "Nummeret på scenarioet";
    private static final String VERSION = "ETag for versjonen som endres";

    private final FrozenRounds frozen;
    private final KeptScenarioDesk desk;

    KeptScenarioResource(FrozenRounds frozen, KeptScenarioDesk desk) {
        this.frozen = frozen;
        this.desk = desk;
    }

    private record Source(RoundId round, FrozenRounds frozen)
            implements KeptScenarioDesk.Source<ScenarioBodies.ToKeep> {
        @Override
        public AskedOf of() {
            return AskedOf.round(round);
        }

        @Override
        public Result<KeptScenarioDesk.Now> now(ScenarioBodies.ToKeep sent) {
            return frozen.standing(round)
                    .map(asked -> new KeptScenarioDesk.Now(asked.snapshot(), KeptScenarioResource.base(asked), null));
        }

        @Override
        public boolean asksAs(KeptScenario scenario, ScenarioBodies.ToKeep sent) {
            return true;
        }

        @Override
        public Result<FrozenBase> base(KeptScenario scenario) {
            return frozen.standing(round).map(KeptScenarioResource::base);
        }
    }

    private Source source(RoundId round) {
        return new Source(round, frozen);
    }

    @GET
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(
            summary = "Scenarioer i runden som er tatt vare på: egne og delte",
            description =
                    "Det sist endrede først, side for side. De som holder bestemte leger utenfor, ser bare koordinatorer."
                            + " «changedSince»: runden er en annen enn den scenarioet ble skrevet for.")
    public RestResponse<List<ScenarioBodies.Kept>> list(RoundId round, @BeanParam @Valid Paging paging) {
        return desk.list(AskedOf.round(round), paging, base(Answers.of(frozen.standing(round))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(
            summary = "Tar vare på et scenario under et navn",
            description =
                    "Bare det det spørres om: svaret regnes ut på nytt hver gang. Det som ikke gir mening i runden, avvises.")
    public RestResponse<ScenarioBodies.Kept> keep(RoundId round, @NotNull @Valid ScenarioBodies.ToKeep body) {
        return desk.keep(source(round), body);
    }

    @GET
    @Path("/{scenario}")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Whole("One question, which a change replaces whole, under its ETag.")
    @Operation(summary = "Ett scenario som er tatt vare på", description = "ETag er versjonen en endring må vise til.")
    public RestResponse<ScenarioBodies.Kept> read(
            RoundId round, @Parameter(description = NUMBER, example = "1") @Min(1) @Max(Long.MAX_VALUE) long scenario) {
        return desk.read(source(round), scenario);
    }

    @PUT
    @Path("/{scenario}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(
            summary = "Skriver et scenario på nytt: navn, deling og spørsmål",
            description = "Krever If-Match. Bare den som har laget det, kan endre det.")
    public RestResponse<ScenarioBodies.Kept> change(
            RoundId round,
            @Parameter(description = NUMBER, example = "1") @Min(1) @Max(Long.MAX_VALUE) long scenario,
            @Parameter(description = VERSION, example = "\"1\"") @HeaderParam("If-Match") @Size(max = 40) String ifMatch,
            @NotNull @Valid ScenarioBodies.ToKeep body) {
        return desk.change(source(round), scenario, body, ifMatch);
    }

    @POST
    @Path("/{scenario}/copy")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(summary = "Tar en egen kopi av et scenario", description = "Kopien er ikke delt.")
    public RestResponse<ScenarioBodies.Kept> copy(
            RoundId round,
            @Parameter(description = NUMBER, example = "1") @Min(1) @Max(Long.MAX_VALUE) long scenario,
            @NotNull @Valid ScenarioBodies.Copy body) {
        return desk.copy(source(round), scenario, body.name());
    }

    @DELETE
    @Path("/{scenario}")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(
            summary = "Sletter et scenario",
            description = "Krever If-Match. Bare den som har laget det, kan slette det.")
    public void drop(
            RoundId round,
            @Parameter(description = NUMBER, example = "1") @Min(1) @Max(Long.MAX_VALUE) long scenario,
            @Parameter(description = VERSION, example = "\"1\"") @HeaderParam("If-Match") @Size(max = 40) String ifMatch) {
        desk.drop(AskedOf.round(round), scenario, ifMatch);
    }

    private static FrozenBase base(FrozenRounds.Asked asked) {
        return FrozenBase.of(asked.snapshot(), asked.problemHash());
    }
}
