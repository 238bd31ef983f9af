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
import no.alisplass.access.HospitalAccess;
import no.alisplass.access.ScenarioAccess;
import no.alisplass.allocation.register.RegisterRounds;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.ETags;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Whole;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.scenario.change.Comparer;
import no.alisplass.scenario.kept.AskedOf;
import no.alisplass.scenario.kept.FrozenBase;
import no.alisplass.scenario.kept.KeptScenario;
import no.alisplass.scenario.kept.KeptScenarios;
import no.alisplass.scenario.kept.RegisterTerms;
import no.alisplass.scenario.kept.SideBySide;
import no.alisplass.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What if, of a hospital's register as it stands: as if all who wait stood on the lists of a round. */
@Path("/api/v1/hospitals/{hospital}/scenarios")
@Tag(name = "Hva om")
class RegisterScenarioResource {
    private static final String NUMBER = "Nummeret på scenarioet";
    private static final String VERSION = "ETag for versjonen som endres";

    private final RegisterRounds register;
    private final KeptScenarios kept;
    private final Comparer comparer;
    private final ComparisonDesk desk;
    private final ScenarioAccess access;
    private final HospitalAccess hospitals;

    RegisterScenarioResource(
            RegisterRounds register,
            KeptScenarios kept,
            Comparer comparer,
            ComparisonDesk desk,
            ScenarioAccess access,
            HospitalAccess hospitals) {
        this.register = register;
        this.kept = kept;
        this.comparer = comparer;
        this.desk = desk;
        this.access = access;
        this.hospitals = hospitals;
    }

    @POST
    @Path("/question")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(
            summary = "Hva om, spurt av registeret slik det står: alle som venter, som om de sto på listene i en runde",
            description =
                    "Permisjon og vikar, som oppgis for hver runde, regnes som ikke oppgitt. Ellers som for en runde.")
    public RestResponse<ComparisonDesk.Compared> question(
            HospitalId hospital,
            @NotNull @Valid ScenarioBodies.RegisterQuestion request,
            @BeanParam @Valid Paging paging) {
        RegisterTerms terms = Answers.of(whole(hospital, request.register()));
        return desk.question(
                Answers.of(snapshot(hospital, terms)), request.question().question(), paging);
    }

    @POST
    @Path("/compare")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(
            summary = "Registeret og scenarioer som er tatt vare på, side om side",
            description =
                    "Bare scenarioer som spør om de samme halvårene etter de samme reglene. Ellers som for en runde.")
    public RestResponse<ComparisonDesk.Compared> compare(
            HospitalId hospital, @NotNull @Valid ScenarioBodies.Compare request, @BeanParam @Valid Paging paging) {
        List<KeptScenario> chosen = request.kept().stream()
                .distinct()
                .map(id -> Answers.of(find(hospital, id)))
                .toList();
        RegisterTerms terms = chosen.get(0).register();
        for (KeptScenario each : chosen) {
            if (!each.register().equals(terms)) {
                return Answers.of(Result.invalid(Finding.of(
                        "kept",
                        each.id(),
                        "scenario.other-register",
                        each.name(),
                        chosen.get(0).name())));
            }
        }
        return desk.kept(Answers.of(snapshot(hospital, terms)), chosen, paging);
    }

    @GET
    @Path("/kept")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(summary = "Scenarioer om registeret som er tatt vare på, side for side: egne og delte")
    public RestResponse<List<ScenarioBodies.Kept>> list(HospitalId hospital, @BeanParam @Valid Paging paging) {
        AskedOf of = AskedOf.register(Answers.of(hospitals.known(hospital)));
        return paging.answer(
                kept.page(of, access.viewer(), paging.page(), paging.size()).stream()
                        .map(each ->
                                ScenarioBodies.Kept.of(each, access.viewer().name(), null))
                        .toList(),
                kept.count(of, access.viewer()));
    }

    @POST
    @Path("/kept")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(summary = "Tar vare på et scenario om registeret under et navn")
    public RestResponse<ScenarioBodies.Kept> keep(
            HospitalId hospital, @NotNull @Valid ScenarioBodies.RegisterToKeep body) {
        return created(
                Answers.of(wanted(hospital, body)
                        .then(wanted -> kept.keep(AskedOf.register(hospital), access.viewer(), wanted))),
                false);
    }

    @GET
    @Path("/kept/{scenario}")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Whole("One question, which a change replaces whole, under its ETag.")
    @Operation(summary = "Ett scenario om registeret", description = "ETag er versjonen en endring må vise til.")
    public RestResponse<ScenarioBodies.Kept> read(
            HospitalId hospital,
            @Parameter(description = NUMBER, example = "1") @Min(1) @Max(Long.MAX_VALUE) long scenario) {
        KeptScenario found = Answers.of(find(hospital, scenario));
        return answer(found, isOther(found));
    }

    @PUT
    @Path("/kept/{scenario}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(
            summary = "Skriver et scenario om registeret på nytt",
            description = "Krever If-Match. Bare den som har laget det, kan endre det.")
    public RestResponse<ScenarioBodies.Kept> change(
            HospitalId hospital,
            @Parameter(description = NUMBER, example = "1") @Min(1) @Max(Long.MAX_VALUE) long scenario,
            @Parameter(description = VERSION, example = "\"1\"") @HeaderParam("If-Match") @Size(max = 40) String ifMatch,
            @NotNull @Valid ScenarioBodies.RegisterToKeep body) {
        return answer(
                Answers.of(wanted(hospital, body)
                        .then(wanted -> kept.change(
                                AskedOf.register(hospital), scenario, access.viewer(), wanted, ETags.seen(ifMatch)))),
                false);
    }

    @POST
    @Path("/kept/{scenario}/copy")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(summary = "Tar en egen kopi av et scenario om registeret", description = "Kopien er ikke delt.")
    public RestResponse<ScenarioBodies.Kept> copy(
            HospitalId hospital,
            @Parameter(description = NUMBER, example = "1") @Min(1) @Max(Long.MAX_VALUE) long scenario,
            @NotNull @Valid ScenarioBodies.Copy body) {
        KeptScenario made = Answers.of(kept.copy(AskedOf.register(hospital), scenario, access.viewer(), body.name()));
        return created(made, isOther(made));
    }

    @DELETE
    @Path("/kept/{scenario}")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(
            summary = "Sletter et scenario om registeret",
            description = "Krever If-Match. Bare den som har laget det, kan slette det.")
    public void drop(
            HospitalId hospital,
            @Parameter(description = NUMBER, example = "1") @Min(1) @Max(Long.MAX_VALUE) long scenario,
            @Parameter(description = VERSION, example = "\"1\"") @HeaderParam("If-Match") @Size(max = 40) String ifMatch) {
        Answers.of(kept.drop(AskedOf.register(hospital), scenario, access.viewer(), ETags.seen(ifMatch)));
    }

    private Result<KeptScenario> find(HospitalId hospital, long scenario) {
        return kept.find(AskedOf.register(hospital), scenario, access.viewer());
    }

    private Result<RegisterTerms> whole(HospitalId hospital, ScenarioBodies.Register asked) {
        return hospitals
                .known(hospital)
                .then(known -> register.whole(known, ScenarioBodies.Register.terms(asked)))
                .map(terms -> new RegisterTerms(terms.first(), terms.halfYears(), terms.policy(), terms.version()));
    }

    private Result<Snapshot> snapshot(HospitalId hospital, RegisterTerms terms) {
        return register.whole(
                        hospital,
                        new RegisterRounds.Terms(terms.first(), terms.halfYears(), terms.policy(), terms.version()))
                .then(whole -> register.freeze(hospital, whole));
    }

    private Result<KeptScenarios.Wanted> wanted(HospitalId hospital, ScenarioBodies.RegisterToKeep body) {
        return whole(hospital, body.register()).then(terms -> snapshot(hospital, terms)
                .then(snapshot -> comparer.check(snapshot, body.question().question())
                        .map(question -> new KeptScenarios.Wanted(
                                body.name(), body.shared(), question, FrozenBase.of(snapshot), terms))));
    }

    /** @param other as {@link #isOther}; of one just written the register is the same */
    private RestResponse<ScenarioBodies.Kept> answer(KeptScenario scenario, Boolean other) {
        return ETags.answer(ScenarioBodies.Kept.of(scenario, access.viewer().name(), other), scenario.version());
    }

    private RestResponse<ScenarioBodies.Kept> created(KeptScenario made, Boolean other) {
        return RestResponse.ResponseBuilder.<ScenarioBodies.Kept>created(
                        URI.create("/api/v1/hospitals/" + made.of().hospital() + "/scenarios/kept/" + made.id()))
                .entity(answer(made, other).getEntity())
                .tag(Long.toString(made.version()))
                .build();
    }

    /** Whether the register is another than the scenario was written for; null where its half-years have begun: it can no longer be asked. */
    private Boolean isOther(KeptScenario scenario) {
        Result<Snapshot> now = snapshot(scenario.of().hospital(), scenario.register());
        return now instanceof Result.Done<Snapshot> done
                ? SideBySide.isOther(scenario, FrozenBase.of(done.value()))
                : null;
    }
}
