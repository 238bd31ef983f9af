package no.alisplass.web.planner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import no.alisplass.access.ScenarioAccess;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.message.Place;
import no.alisplass.policy.Policies;
import no.alisplass.scenario.Scenarios;
import no.alisplass.scenario.change.Comparer;
import no.alisplass.scenario.kept.AskedOf;
import no.alisplass.scenario.kept.FrozenBase;
import no.alisplass.scenario.kept.KeptScenario;
import no.alisplass.scenario.kept.KeptScenarios;
import no.alisplass.scenario.kept.SideBySide;
import no.alisplass.scenario.kept.Viewer;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.snapshot.Snapshot.RegisterTerms;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Moments;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;

/** What the pages of kept scenarios do, of a round and of a register alike; they bring what is asked and their addresses. */
@ApplicationScoped
class ScenarioDesk {
    private static final String CHOSEN = "velg";

    /** The problem the page was read against. */
    private static final String SEEN = "problem";

    /** That the doctors a scenario names have been looked over, as they stand now. */
    private static final String ANEW = "leger-paa-nytt";

    private final Scenarios scenarios;
    private final Comparer comparer;
    private final SideBySide sideBySide;
    private final KeptScenarios kept;
    private final Policies policies;
    private final ScenarioAccess access;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    ScenarioDesk(
            Scenarios scenarios,
            Comparer comparer,
            SideBySide sideBySide,
            KeptScenarios kept,
            Policies policies,
            ScenarioAccess access,
            FormRequest posted,
            Flash flash) {
        this.scenarios = scenarios;
        this.comparer = comparer;
        this.sideBySide = sideBySide;
        this.kept = kept;
        this.policies = policies;
        this.access = access;
        this.posted = posted;
        this.flash = flash;
    }

    /**
     * What is asked.
     *
     * @param title what people call it
     * @param base the address of its scenarios
     * @param above what stands over them
     * @param setAside how many are settled by hand in a way that does not fit in it
     * @param register how the register is asked; null for a round
     */
    record Subject(
            AskedOf of,
            String title,
            String base,
            Link above,
            Snapshot snapshot,
            int setAside,
            Names names,
            RegisterTerms register) {
        List<Link> trail() {
            return List.of(above, Link.to(Texts.of("scenario-list"), base));
        }
    }

    private ScenarioForm fields(Subject subject) {
        return new ScenarioForm(
                subject.snapshot(), scenarios.seats(subject.snapshot()), subject.names(), policies, viewer().named());
    }

    private Viewer viewer() {
        return access.viewer();
    }

    KeptScenario find(AskedOf of, long id) {
        return Pages.of(kept.find(of, id, viewer()));
    }

    Response list(Subject subject, int page) {
        FrozenBase now = FrozenBase.of(subject.snapshot());
        List<KeptScenarioPages.Line> lines = kept.page(subject.of(), viewer(), page - 1, Cut.PAGE).stream()
                .map(each -> new KeptScenarioPages.Line(
                        each.id(),
                        each.name(),
                        each.shared(),
                        each.madeBy().equals(viewer().name()) ? null : each.madeBy(),
                        Moments.text(each.changedAt()),
                        Objects.equals(each.register(), subject.register()) && SideBySide.isOther(each, now)))
                .toList();
        return Pages.show(new KeptScenarioPages.Listed(
                subject.title(),
                subject.base(),
                Cut.at(lines, page, kept.count(subject.of(), viewer())),
                Comparer.MOST,
                List.of(subject.above())));
    }

    /** Those of the ids, in their order. */
    List<KeptScenario> chosen(AskedOf of, List<Long> ids) {
        return ids.stream().map(id -> find(of, id)).toList();
    }

    Response compare(Subject subject, List<KeptScenario> chosen) {
        SideBySide.Shown shown = Pages.of(sideBySide.of(subject.snapshot(), subject.setAside(), chosen));
        List<String> titles = Stream.concat(
                        Stream.of(Texts.of("scenario-as-is")),
                        shown.shown().stream().map(each -> each.scenario().name()))
                .toList();
        ScenarioWords words = new ScenarioWords(viewer().told(shown.comparison()), subject.names());
        return Pages.show(new KeptScenarioPages.Compared(
                subject.title(),
                subject.base(),
                titles,
                words.tables(),
                words.between(titles),
                words.notes(titles),
                viewer().named() ? words.people(titles, subject.snapshot().roster()) : List.of(),
                shown.shown().stream()
                        .filter(SideBySide.Kept::changedSince)
                        .map(each -> each.scenario().name())
                        .toList(),
                shown.misfits().stream()
                        .flatMap(misfit -> misfit.findings().stream()
                                .map(finding -> Texts.of(
                                        "scenario-misfit", misfit.scenario().name(), Texts.of(finding))))
                        .toList(),
                subject.trail()));
    }

    /** The fields may stand in the address already, as the what-if page names them. */
    Response fresh(Subject subject, UriInfo address) {
        return Pages.show(write(subject, null, Form.of(address.getQueryParameters())));
    }

    Response keep(Subject subject) {
        Form form = posted.form();
        return saved(
                subject,
                null,
                form,
                wanted(subject, null, form)
                        .flatMap(asked ->
                                taken(form, kept.keep(subject.of(), viewer(), asked.wanted()), asked.atField())));
    }

    Response one(Subject subject, KeptScenario scenario) {
        return Pages.show(write(subject, scenario, fields(subject).of(scenario)));
    }

    Response change(Subject subject, KeptScenario scenario) {
        Form form = posted.form();
        return saved(subject, scenario, form, changed(subject, scenario, form));
    }

    /** What asks just what it asked, as the form tells it, is only named or shared otherwise. */
    private Optional<KeptScenario> changed(Subject subject, KeptScenario scenario, Form form) {
        ScenarioForm fields = fields(subject);
        Form unread = form.copy();
        ScenarioReader.Typed typed = fields.read(unread);
        boolean same = !unread.faulty()
                && fields.read(fields.of(scenario)).question().equals(typed.question())
                && scenario.asks(scenario.question(), subject.register())
                && !form.has(ANEW, "ja");
        if (same) {
            String name = form.required("name", KeptScenario.LONGEST_NAME);
            return form.faulty()
                    ? Optional.empty()
                    : form.take(kept.rename(
                            subject.of(), scenario.id(), viewer(), name, form.has("shared", "ja"), form.version()));
        }
        return wanted(subject, scenario, form)
                .flatMap(asked -> taken(
                        form,
                        kept.change(subject.of(), scenario.id(), viewer(), asked.wanted(), form.version()),
                        asked.atField()));
    }

    Response copy(Subject subject, KeptScenario scenario) {
        Form form = posted.form();
        String name = form.required("copy", KeptScenario.LONGEST_NAME);
        Optional<KeptScenario> made = form.faulty()
                ? Optional.empty()
                : taken(
                        form,
                        kept.copy(subject.of(), scenario.id(), viewer(), name),
                        finding -> finding.at(new Place.Field("copy")));
        if (made.isEmpty()) {
            Form shown = fields(subject).of(scenario).having("copy", String.join("", form.all("copy")));
            form.findings().forEach(shown::refuse);
            return Pages.faulty(write(subject, scenario, shown));
        }
        flash.tell("scenario-copied", made.get().name());
        return Pages.seeOther(subject.base() + "/" + made.get().id());
    }

    Response drop(AskedOf of, String base, long id) {
        KeptScenario gone = Pages.of(kept.drop(of, id, viewer(), posted.form().version()));
        flash.tell("scenario-dropped", gone.name());
        return Pages.seeOther(base);
    }

    private record Asked(KeptScenarios.Wanted wanted, UnaryOperator<Finding> atField) {}

    /** What is to be kept; empty, with what is wrong in the form, when it cannot be. */
    private Optional<Asked> wanted(Subject subject, KeptScenario before, Form form) {
        String name = form.required("name", KeptScenario.LONGEST_NAME);
        ScenarioReader.Typed typed = fields(subject).read(form);
        if (form.faulty()) {
            return Optional.empty();
        }
        return taken(form, comparer.check(subject.snapshot(), typed.question()), typed.atField())
                .map(question -> new Asked(
                        new KeptScenarios.Wanted(
                                name,
                                form.has("shared", "ja"),
                                question,
                                FrozenBase.of(subject.snapshot()),
                                before != null && isOfOthers(subject, before) && !form.has(ANEW, "ja")
                                        ? before.base().problemHash()
                                        : form.value(SEEN),
                                subject.register()),
                        typed.atField()));
    }

    /** Whether it names doctors, and others may be called so by now. */
    private static boolean isOfOthers(Subject subject, KeptScenario scenario) {
        return scenario != null
                && scenario.question().namesDoctors()
                && !scenario.base()
                        .peopleHash()
                        .equals(FrozenBase.of(subject.snapshot()).peopleHash());
    }

    private static <T> Optional<T> taken(Form form, Result<T> outcome, UnaryOperator<Finding> atField) {
        if (outcome instanceof Result.Refused<T> refused) {
            refused.findings().stream().map(atField).forEach(form::refuse);
            return Optional.empty();
        }
        return form.take(outcome);
    }

    private Response saved(Subject subject, KeptScenario before, Form form, Optional<KeptScenario> saved) {
        if (saved.isEmpty()) {
            return Pages.faulty(write(subject, before, form));
        }
        flash.tell("scenario-saved", saved.get().name());
        return Pages.seeOther(
                subject.base() + "/sammenlign?" + CHOSEN + "=" + saved.get().id());
    }

    private KeptScenarioPages.Write write(Subject subject, KeptScenario scenario, Form form) {
        ScenarioForm fields = fields(subject);
        fields.settle(form);
        String at = subject.base() + "/" + (scenario == null ? "ny" : scenario.id());
        return new KeptScenarioPages.Write(
                scenario == null ? Texts.of("scenario-new") : scenario.name(),
                at,
                at + "/kopi",
                at + "/slett",
                subject.title(),
                subject.base(),
                scenario,
                scenario == null || scenario.madeBy().equals(viewer().name()),
                isOfOthers(subject, scenario),
                form.having(SEEN, subject.snapshot().problemHash()),
                fields.halfYears(),
                fields.lines(),
                fields.policies(form),
                fields.groups(form),
                subject.trail());
    }
}
