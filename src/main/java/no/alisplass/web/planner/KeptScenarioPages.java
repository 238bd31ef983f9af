package no.alisplass.web.planner;

import io.quarkus.qute.TemplateData;
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
import no.alisplass.allocation.FrozenRounds;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.round.Round;
import no.alisplass.round.Rounds;
import no.alisplass.scenario.kept.AskedOf;
import no.alisplass.scenario.kept.KeptScenario;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Directory;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Scenarios of a round that are kept: written, listed, put beside the round and each other. */
@Path("/planlegger/hva-om/{round}/scenarioer")
@Blocking
public class KeptScenarioPages {
    private final Rounds rounds;
    private final FrozenRounds frozen;
    private final Directory directory;
    private final ScenarioDesk desk;

    @Inject
    KeptScenarioPages(Rounds rounds, FrozenRounds frozen, Directory directory, ScenarioDesk desk) {
        this.rounds = rounds;
        this.frozen = frozen;
        this.directory = directory;
        this.desk = desk;
    }

    /** @param by who made it, when it is not the reader */
    @TemplateData
    public record Line(long id, String name, boolean shared, String by, String changed, boolean changedSince) {}

    record Listed(String roundTitle, String base, Cut<Line> lines, int most, List<Link> trail)
            implements TemplateInstance {}

    /** @param changedSince the names of those that were written for the round as it was; {@code misfits} what no longer makes sense, and why */
    record Compared(
            String roundTitle,
            String base,
            List<String> titles,
            List<ScenarioWords.Table> tables,
            List<ScenarioWords.Between> between,
            List<ScenarioWords.Notes> notes,
            List<ScenarioWords.People> people,
            List<String> changedSince,
            List<String> misfits,
            List<Link> trail)
            implements TemplateInstance {}

    /**
     * @param scenario null for one that is not kept yet; {@code own} false for another's
     * @param ofOthers whether it names doctors, and others may be called so by now
     */
    record Write(
            String title,
            String action,
            String copyAction,
            String dropAction,
            String roundTitle,
            String base,
            KeptScenario scenario,
            boolean own,
            boolean ofOthers,
            Form form,
            List<String> halfYears,
            List<SeatForm.Row> lines,
            List<Choice> policies,
            List<ScenarioForm.Group> groups,
            List<Link> trail)
            implements TemplateInstance {}

    @GET
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response list(RoundId round, @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int page) {
        return desk.list(subject(round), page);
    }

    @GET
    @Path("sammenlign")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response compare(
            RoundId round, @QueryParam("velg") @Size(max = 200) List<@Min(1) @Max(Long.MAX_VALUE) Long> chosen) {
        List<KeptScenario> all = desk.chosen(AskedOf.round(round), chosen);
        return desk.compare(subject(round), all);
    }

    @GET
    @Path("ny")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response fresh(RoundId round, @Context UriInfo address) {
        return desk.fresh(subject(round), address);
    }

    @POST
    @Path("ny")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response keep(RoundId round) {
        return desk.keep(subject(round));
    }

    @GET
    @Path("{scenario}")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response one(RoundId round, @PathParam("scenario") @Min(1) @Max(Long.MAX_VALUE) long id) {
        KeptScenario scenario = desk.find(AskedOf.round(round), id);
        return desk.one(subject(round), scenario);
    }

    @POST
    @Path("{scenario}")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response change(RoundId round, @PathParam("scenario") @Min(1) @Max(Long.MAX_VALUE) long id) {
        KeptScenario scenario = desk.find(AskedOf.round(round), id);
        return desk.change(subject(round), scenario);
    }

    @POST
    @Path("{scenario}/kopi")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response copy(RoundId round, @PathParam("scenario") @Min(1) @Max(Long.MAX_VALUE) long id) {
        KeptScenario scenario = desk.find(AskedOf.round(round), id);
        return desk.copy(subject(round), scenario);
    }

    @POST
    @Path("{scenario}/slett")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response drop(RoundId round, @PathParam("scenario") @Min(1) @Max(Long.MAX_VALUE) long id) {
        return desk.drop(AskedOf.round(round), base(round), id);
    }

    private ScenarioDesk.Subject subject(RoundId id) {
        Round round = Pages.of(rounds.read(id));
        FrozenRounds.Asked asked = Pages.of(frozen.standing(id));
        return new ScenarioDesk.Subject(
                AskedOf.round(id),
                round.title(),
                base(id),
                Link.to(Texts.of("scenario-of", round.title()), "/planlegger/hva-om/" + id),
                asked.snapshot(),
                asked.setAside().size(),
                directory.names(round.hospital()),
                null);
    }

    private static String base(RoundId round) {
        return "/planlegger/hva-om/" + round + "/scenarioer";
    }
}
