package no.alisplass.web.planner;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import no.alisplass.access.HospitalAccess;
import no.alisplass.allocation.register.RegisterRounds;
import no.alisplass.domain.HospitalId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.scenario.kept.AskedOf;
import no.alisplass.scenario.kept.KeptScenario;
import no.alisplass.snapshot.Snapshot.RegisterTerms;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Directory;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The same as of a round, of a hospital's register as it stands. */
@Path("/planlegger/hva-om/registeret")
@Blocking
public class RegisterScenarioPages {
    private final RegisterRounds register;
    private final HospitalAccess access;
    private final Directory directory;
    private final ScenarioDesk desk;

    @Inject
    RegisterScenarioPages(RegisterRounds register, HospitalAccess access, Directory directory, ScenarioDesk desk) {
        this.register = register;
        this.access = access;
        this.directory = directory;
        this.desk = desk;
    }

    record Choose(List<Link> hospitals) implements TemplateInstance {}

    @GET
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(hidden = true)
    public Response choose() {
        List<Link> all = access.hospitals().stream()
                .map(each -> Link.to(each.name(), base(each.id())))
                .toList();
        return all.size() == 1 ? Pages.seeOther(all.get(0).href()) : Pages.show(new Choose(all));
    }

    @GET
    @Path("{hospital}/scenarioer")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response list(HospitalId hospital, @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int page) {
        return desk.list(subject(hospital, null), page);
    }

    @GET
    @Path("{hospital}/scenarioer/sammenlign")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response compare(
            HospitalId hospital, @QueryParam("velg") @Size(max = 200) List<@Min(1) @Max(Long.MAX_VALUE) Long> chosen) {
        List<KeptScenario> all = desk.chosen(AskedOf.register(hospital), chosen);
        return desk.compare(subject(hospital, all.isEmpty() ? null : all.get(0)), all);
    }

    @GET
    @Path("{hospital}/scenarioer/ny")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response fresh(HospitalId hospital, @Context UriInfo address) {
        return desk.fresh(subject(hospital, null), address);
    }

    @POST
    @Path("{hospital}/scenarioer/ny")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response keep(HospitalId hospital) {
        return desk.keep(subject(hospital, null));
    }

    @GET
    @Path("{hospital}/scenarioer/{scenario}")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response one(HospitalId hospital, @PathParam("scenario") @Min(1) @Max(Long.MAX_VALUE) long id) {
        KeptScenario scenario = desk.find(AskedOf.register(hospital), id);
        return desk.one(subject(hospital, scenario), scenario);
    }

    @POST
    @Path("{hospital}/scenarioer/{scenario}")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response change(HospitalId hospital, @PathParam("scenario") @Min(1) @Max(Long.MAX_VALUE) long id) {
        KeptScenario scenario = desk.find(AskedOf.register(hospital), id);
        return desk.change(subject(hospital, scenario), scenario);
    }

    @POST
    @Path("{hospital}/scenarioer/{scenario}/kopi")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response copy(HospitalId hospital, @PathParam("scenario") @Min(1) @Max(Long.MAX_VALUE) long id) {
        KeptScenario scenario = desk.find(AskedOf.register(hospital), id);
        return desk.copy(subject(hospital, scenario), scenario);
    }

    @POST
    @Path("{hospital}/scenarioer/{scenario}/slett")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response drop(HospitalId hospital, @PathParam("scenario") @Min(1) @Max(Long.MAX_VALUE) long id) {
        return desk.drop(AskedOf.register(hospital), base(hospital), id);
    }

    /** Asked as the scenario is; as is usual where there is none. */
    private ScenarioDesk.Subject subject(HospitalId hospital, KeptScenario scenario) {
        RegisterTerms terms = Pages.of(access.known(hospital)
                .then(known -> register.whole(known, scenario == null ? RegisterTerms.USUAL : scenario.register())));
        Names names = directory.names(hospital);
        String title = Texts.of("scenario-register", names.hospital(), terms.first());
        return new ScenarioDesk.Subject(
                AskedOf.register(hospital),
                title,
                base(hospital),
                Link.to(Texts.of("nav-what-if"), "/planlegger/hva-om"),
                Pages.of(register.freeze(hospital, terms)),
                0,
                names,
                terms);
    }

    private static String base(HospitalId hospital) {
        return "/planlegger/hva-om/registeret/" + hospital + "/scenarioer";
    }
}
