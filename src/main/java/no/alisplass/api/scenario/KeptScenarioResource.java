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
import java.net.URI;
import java.util.List;
import no.alisplass.access.ScenarioAccess;
import no.alisplass.allocation.FrozenRounds;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.ETags;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Whole;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.scenario.change.Comparer;
import no.alisplass.scenario.kept.AskedOf;
import no.alisplass.scenario.kept.FrozenBase;
import no.alisplass.scenario.kept.KeptScenario;
import no.alisplass.scenario.kept.KeptScenarios;
import no.alisplass.scenario.kept.SideBySide;
import no.alisplass.scenario.kept.Viewer;
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
    private final KeptScenarios kept;
    private final Comparer comparer;
    private final ScenarioAccess access;

    KeptScenarioResource(FrozenRounds frozen, KeptScenarios kept, Comparer comparer, ScenarioAccess access) {
        this.frozen = frozen;
        this.kept = kept;
        this.comparer = comparer;
        this.access = access;
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
        Viewer viewer = access.viewer();
        FrozenBase now = base(Answers.of(frozen.standing(round)));
        return paging.answer(
                kept.page(AskedOf.round(round), viewer, paging.page(), paging.size()).stream()
                        .map(each -> ScenarioBodies.Kept.of(each, viewer.name(), SideBySide.isOther(each, now)))
                        .toList(),
                kept.count(AskedOf.round(round), viewer));
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
        return created(
                Answers.of(
                        wanted(round, body).then(wanted -> kept.keep(AskedOf.round(round), access.viewer(), wanted))),
                false);
    }

    @GET
    @Path("/{scenario}")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Whole("One question, which a change replaces whole, under its ETag.")
    @Operation(summary = "Ett scenario som er tatt vare på", description = "ETag er versjonen en endring må vise til.")
    public RestResponse<ScenarioBodies.Kept> read(
            RoundId round, @Parameter(description = NUMBER, example = "1") @Min(1) @Max(Long.MAX_VALUE) long scenario) {
        KeptScenario found = Answers.of(kept.find(AskedOf.round(round), scenario, access.viewer()));
        return answer(found, isOther(found, round));
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
        return answer(
                Answers.of(wanted(round, body)
                        .then(wanted -> kept.change(
                                AskedOf.round(round), scenario, access.viewer(), wanted, ETags.seen(ifMatch)))),
                false);
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
        KeptScenario made = Answers.of(kept.copy(AskedOf.round(round), scenario, access.viewer(), body.name()));
        return created(made, isOther(made, round));
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
        Answers.of(kept.drop(AskedOf.round(round), scenario, access.viewer(), ETags.seen(ifMatch)));
    }

    private Result<KeptScenarios.Wanted> wanted(RoundId round, ScenarioBodies.ToKeep body) {
        return frozen.standing(round).then(asked -> comparer.check(
                        asked.snapshot(), body.question().question())
                .map(question -> new KeptScenarios.Wanted(body.name(), body.shared(), question, base(asked), null)));
    }

    private static FrozenBase base(FrozenRounds.Asked asked) {
        return FrozenBase.of(asked.snapshot(), asked.problemHash());
    }

    private boolean isOther(KeptScenario scenario, RoundId round) {
        return SideBySide.isOther(scenario, base(Answers.of(frozen.standing(round))));
    }

    /** @param other whether the round is another than the scenario was written for; of one just written it is not */
    private RestResponse<ScenarioBodies.Kept> answer(KeptScenario scenario, boolean other) {
        return ETags.answer(ScenarioBodies.Kept.of(scenario, access.viewer().name(), other), scenario.version());
    }

    private RestResponse<ScenarioBodies.Kept> created(KeptScenario made, boolean other) {
        return RestResponse.ResponseBuilder.<ScenarioBodies.Kept>created(
                        URI.create("/api/v1/rounds/" + made.of().round() + "/scenarios/kept/" + made.id()))
                .entity(answer(made, other).getEntity())
                .tag(Long.toString(made.version()))
                .build();
    }
}
