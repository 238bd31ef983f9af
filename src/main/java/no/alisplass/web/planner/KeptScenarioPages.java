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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import no.alisplass.access.ScenarioAccess;
import no.alisplass.allocation.FrozenRounds;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.policy.Policies;
import no.alisplass.round.Round;
import no.alisplass.round.Rounds;
import no.alisplass.scenario.Scenarios;
import no.alisplass.scenario.change.Comparer;
import no.alisplass.scenario.change.Question;
import no.alisplass.scenario.kept.AskedOf;
import no.alisplass.scenario.kept.FrozenBase;
import no.alisplass.scenario.kept.KeptScenario;
import no.alisplass.scenario.kept.KeptScenarios;
import no.alisplass.scenario.kept.SideBySide;
import no.alisplass.scenario.kept.Viewer;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Directory;
import no.alisplass.web.text.Moments;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Scenarios of a round that are kept: written, listed, put beside the round and each other. */
@Path("/planlegger/hva-om/{round}/scenarioer")
@Blocking
public class KeptScenarioPages {
    private static final String CHOSEN = "velg";

    private final Rounds rounds;
    private final FrozenRounds frozen;
    private final Scenarios scenarios;
    private final Comparer comparer;
    private final SideBySide sideBySide;
    private final KeptScenarios kept;
    private final Policies policies;
    private final ScenarioAccess access;
    private final Directory directory;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    KeptScenarioPages(
            Rounds rounds,
            FrozenRounds frozen,
            Scenarios scenarios,
            Comparer comparer,
            SideBySide sideBySide,
            KeptScenarios kept,
            Policies policies,
            ScenarioAccess access,
            Directory directory,
            FormRequest posted,
            Flash flash) {
        this.rounds = rounds;
        this.frozen = frozen;
        this.scenarios = scenarios;
        this.comparer = comparer;
        this.sideBySide = sideBySide;
        this.kept = kept;
        this.policies = policies;
        this.access = access;
        this.directory = directory;
        this.posted = posted;
        this.flash = flash;
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

    /** @param scenario null for one that is not kept yet; {@code own} false for another's */
    record Write(
            String title,
            String action,
            String copyAction,
            String dropAction,
            String roundTitle,
            String base,
            KeptScenario scenario,
            boolean own,
            Form form,
            List<String> halfYears,
            List<ScenarioForm.Line> lines,
            List<Choice> policies,
            List<ScenarioForm.Group> groups,
            List<Link> trail)
            implements TemplateInstance {}

    private record Desk(Round round, Snapshot snapshot, Names names, Viewer viewer, ScenarioForm form) {
        String base() {
            return "/planlegger/hva-om/" + round.id() + "/scenarioer";
        }

        List<Link> trail(Link... further) {
            return Stream.concat(
                            Stream.of(
                                    Link.to(Texts.of("scenario-of", round.title()), "/planlegger/hva-om/" + round.id()),
                                    Link.to(Texts.of("scenario-list"), base())),
                            Stream.of(further))
                    .toList();
        }
    }

    private Desk desk(RoundId id) {
        Round round = Pages.of(rounds.read(id));
        Snapshot snapshot = Pages.of(frozen.standing(id)).snapshot();
        Names names = directory.names(round.hospital());
        Viewer viewer = access.viewer();
        return new Desk(
                round,
                snapshot,
                names,
                viewer,
                new ScenarioForm(snapshot, scenarios.seats(snapshot), names, policies, viewer.named()));
    }

    @GET
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response list(RoundId round, @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int page) {
        Desk desk = desk(round);
        FrozenBase now = FrozenBase.of(desk.snapshot());
        List<Line> lines = kept.page(AskedOf.round(round), desk.viewer(), page - 1, Cut.PAGE).stream()
                .map(each -> new Line(
                        each.id(),
                        each.name(),
                        each.shared(),
                        each.madeBy().equals(desk.viewer().name()) ? null : each.madeBy(),
                        Moments.text(each.changedAt()),
                        SideBySide.isOther(each, now)))
                .toList();
        return Pages.show(new Listed(
                desk.round().title(),
                desk.base(),
                Cut.at(lines, page, kept.count(AskedOf.round(round), desk.viewer())),
                Comparer.MOST,
                desk.trail().subList(0, 1)));
    }

    @GET
    @Path("sammenlign")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response compare(
            RoundId round, @QueryParam(CHOSEN) @Size(max = 200) List<@Min(1) @Max(Long.MAX_VALUE) Long> chosen) {
        Desk desk = desk(round);
        List<KeptScenario> all = new ArrayList<>();
        chosen.stream().distinct().forEach(id -> all.add(Pages.of(kept.find(AskedOf.round(round), id, desk.viewer()))));
        SideBySide.Shown shown = Pages.of(sideBySide.of(desk.snapshot(), all));
        List<String> titles = Stream.concat(
                        Stream.of(Texts.of("scenario-as-is")),
                        shown.shown().stream().map(each -> each.scenario().name()))
                .toList();
        ScenarioWords words = new ScenarioWords(shown.comparison(), desk.names());
        return Pages.show(new Compared(
                desk.round().title(),
                desk.base(),
                titles,
                words.tables(),
                words.between(titles),
                words.notes(titles),
                desk.viewer().named() ? words.people(titles, desk.snapshot().roster()) : List.of(),
                shown.shown().stream()
                        .filter(SideBySide.Kept::changedSince)
                        .map(each -> each.scenario().name())
                        .toList(),
                shown.misfits().stream()
                        .flatMap(misfit -> misfit.findings().stream()
                                .map(finding -> Texts.of(
                                        "scenario-misfit", misfit.scenario().name(), Texts.of(finding))))
                        .toList(),
                desk.trail()));
    }

    /** The fields may stand in the address already, as the what-if page names them. */
    @GET
    @Path("ny")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response fresh(RoundId round, @Context UriInfo address) {
        return Pages.show(write(desk(round), null, Form.of(address.getQueryParameters())));
    }

    @POST
    @Path("ny")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response keep(RoundId round) {
        Desk desk = desk(round);
        Form form = posted.form();
        return saved(
                desk,
                null,
                form,
                wanted(desk, form)
                        .flatMap(asked ->
                                take(form, asked, kept.keep(AskedOf.round(round), desk.viewer(), asked.wanted()))));
    }

    @GET
    @Path("{scenario}")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response one(RoundId round, @PathParam("scenario") @Min(1) @Max(Long.MAX_VALUE) long id) {
        Desk desk = desk(round);
        KeptScenario scenario = Pages.of(kept.find(AskedOf.round(round), id, desk.viewer()));
        return Pages.show(write(desk, scenario, desk.form().of(scenario)));
    }

    @POST
    @Path("{scenario}")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response change(RoundId round, @PathParam("scenario") @Min(1) @Max(Long.MAX_VALUE) long id) {
        Desk desk = desk(round);
        KeptScenario scenario = Pages.of(kept.find(AskedOf.round(round), id, desk.viewer()));
        Form form = posted.form();
        return saved(
                desk,
                scenario,
                form,
                wanted(desk, form)
                        .flatMap(asked -> take(
                                form,
                                asked,
                                kept.change(AskedOf.round(round), id, desk.viewer(), asked.wanted(), form.version()))));
    }

    @POST
    @Path("{scenario}/kopi")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response copy(RoundId round, @PathParam("scenario") @Min(1) @Max(Long.MAX_VALUE) long id) {
        Desk desk = desk(round);
        KeptScenario scenario = Pages.of(kept.find(AskedOf.round(round), id, desk.viewer()));
        Form form = posted.form();
        String name = form.required("copy", KeptScenario.LONGEST_NAME);
        Optional<KeptScenario> made = form.faulty()
                ? Optional.empty()
                : taken(
                        form,
                        kept.copy(AskedOf.round(round), id, desk.viewer(), name),
                        finding -> finding.at(new no.alisplass.domain.message.Place.Field("copy")));
        if (made.isEmpty()) {
            Form shown = desk.form().of(scenario).having("copy", String.join("", form.all("copy")));
            form.findings().forEach(shown::refuse);
            return Pages.faulty(write(desk, scenario, shown));
        }
        flash.tell("scenario-copied", made.get().name());
        return Pages.seeOther(desk.base() + "/" + made.get().id());
    }

    @POST
    @Path("{scenario}/slett")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response drop(RoundId round, @PathParam("scenario") @Min(1) @Max(Long.MAX_VALUE) long id) {
        Desk desk = desk(round);
        KeptScenario gone = Pages.of(
                kept.drop(AskedOf.round(round), id, desk.viewer(), posted.form().version()));
        flash.tell("scenario-dropped", gone.name());
        return Pages.seeOther(desk.base());
    }

    private record Asked(KeptScenarios.Wanted wanted, UnaryOperator<Finding> atField) {}

    /** What is to be kept; empty, with what is wrong in the form, when it cannot be. */
    private Optional<Asked> wanted(Desk desk, Form form) {
        String name = form.required("name", KeptScenario.LONGEST_NAME);
        ScenarioForm.Typed typed = desk.form().read(form);
        if (form.faulty()) {
            return Optional.empty();
        }
        return taken(form, comparer.check(desk.snapshot(), typed.question()), typed.atField())
                .map(question -> new Asked(wanted(desk, form, name, question), typed.atField()));
    }

    private static KeptScenarios.Wanted wanted(Desk desk, Form form, String name, Question question) {
        return new KeptScenarios.Wanted(name, form.has("shared", "ja"), question, FrozenBase.of(desk.snapshot()), null);
    }

    private static Optional<KeptScenario> take(Form form, Asked asked, Result<KeptScenario> outcome) {
        return taken(form, outcome, asked.atField());
    }

    private static <T> Optional<T> taken(Form form, Result<T> outcome, UnaryOperator<Finding> atField) {
        if (outcome instanceof Result.Refused<T> refused) {
            refused.findings().stream().map(atField).forEach(form::refuse);
            return Optional.empty();
        }
        return form.take(outcome);
    }

    private Response saved(Desk desk, KeptScenario before, Form form, Optional<KeptScenario> saved) {
        if (saved.isEmpty()) {
            return Pages.faulty(write(desk, before, form));
        }
        flash.tell("scenario-saved", saved.get().name());
        return Pages.seeOther(
                desk.base() + "/sammenlign?" + CHOSEN + "=" + saved.get().id());
    }

    private Write write(Desk desk, KeptScenario scenario, Form form) {
        ScenarioForm fields = desk.form();
        String at = desk.base() + "/" + (scenario == null ? "ny" : scenario.id());
        return new Write(
                scenario == null ? Texts.of("scenario-new") : scenario.name(),
                at,
                at + "/kopi",
                at + "/slett",
                desk.round().title(),
                desk.base(),
                scenario,
                scenario == null || scenario.madeBy().equals(desk.viewer().name()),
                form,
                fields.halfYears(),
                fields.lines(),
                fields.policies(),
                fields.groups(form),
                desk.trail());
    }
}
