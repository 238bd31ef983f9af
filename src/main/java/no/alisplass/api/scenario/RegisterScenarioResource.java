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
import no.alisplass.access.HospitalAccess;
import no.alisplass.allocation.register.RegisterRounds;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Whole;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.scenario.kept.AskedOf;
import no.alisplass.scenario.kept.FrozenBase;
import no.alisplass.scenario.kept.KeptScenario;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.snapshot.Snapshot.RegisterTerms;
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
    private final KeptScenarioDesk kept;
    private final ComparisonDesk desk;
    private final HospitalAccess hospitals;

    RegisterScenarioResource(
            RegisterRounds register, KeptScenarioDesk kept, ComparisonDesk desk, HospitalAccess hospitals) {
        this.register = register;
        this.kept = kept;
        this.desk = desk;
        this.hospitals = hospitals;
    }

    private final class Source implements KeptScenarioDesk.Source<ScenarioBodies.RegisterToKeep> {
        private final HospitalId hospital;

        private Source(HospitalId hospital) {
            this.hospital = hospital;
        }

        @Override
        public AskedOf of() {
            return AskedOf.register(hospital);
        }

        @Override
        public Result<KeptScenarioDesk.Now> now(ScenarioBodies.RegisterToKeep sent) {
            return whole(hospital, sent.register()).then(terms -> snapshot(hospital, terms)
                    .map(snapshot -> new KeptScenarioDesk.Now(snapshot, FrozenBase.of(snapshot), terms)));
        }

        /** Half-years that are written out can have begun by now: only what is not said is asked for. */
        @Override
        public boolean asksAs(KeptScenario scenario, ScenarioBodies.RegisterToKeep sent) {
            RegisterTerms terms = ScenarioBodies.Register.terms(sent.register());
            return terms.equals(scenario.register())
                    || Answers.of(whole(hospital, sent.register())).equals(scenario.register());
        }

        @Override
        public Result<FrozenBase> base(KeptScenario scenario) {
            return snapshot(hospital, scenario.register()).map(FrozenBase::of);
        }
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
                Answers.of(snapshot(hospital, terms)),
                0,
                "question",
                request.question().question(),
                paging);
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
        List<KeptScenario> chosen = kept.all(AskedOf.register(hospital), request.kept());
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
        return desk.kept(Answers.of(snapshot(hospital, terms)), 0, chosen, paging);
    }

    @GET
    @Path("/kept")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(summary = "Scenarioer om registeret som er tatt vare på, side for side: egne og delte")
    public RestResponse<List<ScenarioBodies.Kept>> list(HospitalId hospital, @BeanParam @Valid Paging paging) {
        return kept.list(AskedOf.register(Answers.of(hospitals.known(hospital))), paging, null);
    }

    @POST
    @Path("/kept")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(summary = "Tar vare på et scenario om registeret under et navn")
    public RestResponse<ScenarioBodies.Kept> keep(
            HospitalId hospital, @NotNull @Valid ScenarioBodies.RegisterToKeep body) {
        return kept.keep(new Source(hospital), body);
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
        return kept.read(new Source(hospital), scenario);
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
        return kept.change(new Source(hospital), scenario, body, ifMatch);
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
        return kept.copy(new Source(hospital), scenario, body.name());
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
        kept.drop(AskedOf.register(hospital), scenario, ifMatch);
    }

    private Result<RegisterTerms> whole(HospitalId hospital, ScenarioBodies.Register asked) {
        return hospitals
                .known(hospital)
                .then(known -> KeptScenarioDesk.under(
                        "register", register.whole(known, ScenarioBodies.Register.terms(asked))));
    }

    private Result<Snapshot> snapshot(HospitalId hospital, RegisterTerms terms) {
        return KeptScenarioDesk.under(
                "register", register.whole(hospital, terms).then(whole -> register.freeze(hospital, whole)));
    }
}
