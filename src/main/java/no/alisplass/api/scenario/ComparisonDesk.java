package no.alisplass.api.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.access.ScenarioAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Asker;
import no.alisplass.api.http.Paging;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.platform.Messages;
import no.alisplass.problem.Stay;
import no.alisplass.scenario.change.Comparer;
import no.alisplass.scenario.change.Comparison;
import no.alisplass.scenario.change.Outcome;
import no.alisplass.scenario.change.Question;
import no.alisplass.scenario.kept.KeptScenario;
import no.alisplass.scenario.kept.SideBySide;
import no.alisplass.scenario.kept.Viewer;
import no.alisplass.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers what is asked of something frozen, a round or the register: counts for a planner, and who for a coordinator. */
@ApplicationScoped
class ComparisonDesk {
    private final Comparer comparer;
    private final SideBySide sideBySide;
    private final ScenarioAccess access;
    private final Asker asker;

    ComparisonDesk(Comparer comparer, SideBySide sideBySide, ScenarioAccess access, Asker asker) {
        this.comparer = comparer;
        this.sideBySide = sideBySide;
        this.access = access;
        this.asker = asker;
    }

    /**
     * @param scenario number of the kept one; absent for the round as it is, and for what is not kept
     * @param changedSince whether the round is another than the one it was written for; absent as scenario
     * @param assumed what is taken for so, in the reader's language
     */
    @Schema(name = "ScenarioCase")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Case(
            @Schema(examples = "1") Long scenario,
            @Schema(examples = "To geriatriplasser til") String name,
            Boolean changedSince,
            Question question,
            Outcome outcome,
            List<String> assumed) {}

    @Schema(name = "ScenarioPerson")
    record Person(
            @Schema(examples = "d007") DoctorId doctor,
            @Schema(examples = "Kari Nordmann") String name) {}

    /** @param before empty for who waits; {@code after} likewise */
    @Schema(name = "ScenarioMove")
    record Move(Person doctor, List<Stay> before, List<Stay> after) {}

    /**
     * @param from number of the case, from 0, the round as it is
     * @param better who, for the coordinator, from the round as it is
     */
    @Schema(name = "ScenarioMoves")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Moves(
            @Schema(examples = "0") int from,
            @Schema(examples = "1") int to,
            @Schema(examples = "2") int gains,
            @Schema(examples = "0") int losses,
            List<Move> better,
            List<Move> worse) {}

    /** A kept scenario that makes no sense of the round as it stands. */
    @Schema(name = "ScenarioMisfit")
    record Misfit(
            @Schema(examples = "3") long scenario,
            @Schema(examples = "Uten lunge") String name,
            List<String> why) {}

    @Schema(name = "ScenarioComparison")
    record Compared(List<Case> cases, List<Moves> moves, List<Misfit> misfits) {}

    /** @param setAside how many are so in what is asked as it is @param part under which the question is sent; null where it is all that is */
    RestResponse<Compared> question(Snapshot snapshot, int setAside, String part, Question question, Paging paging) {
        Viewer viewer = access.viewer();
        Result<Comparison> compared = question.namesDoctors() && !viewer.named()
                ? Result.invalid(Finding.of(question.namedAt().orElseThrow(), null, "scenario.kept-doctors"))
                : comparer.compare(snapshot, setAside, List.of(question));
        Comparison comparison =
                viewer.told(Answers.of(part == null ? compared : KeptScenarioDesk.under(part, compared)));
        Paging.Window page = paging.window();
        return paging.answer(
                new Compared(
                        comparison.cases().stream()
                                .map(each -> of(each, null, null))
                                .toList(),
                        moves(comparison, viewer, snapshot, page),
                        List.of()),
                page.total());
    }

    RestResponse<Compared> kept(Snapshot snapshot, int setAside, List<KeptScenario> chosen, Paging paging) {
        Viewer viewer = access.viewer();
        SideBySide.Shown shown = Answers.of(sideBySide.of(snapshot, setAside, chosen));
        Comparison told = viewer.told(shown.comparison());
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < told.cases().size(); i++) {
            SideBySide.Kept of = i == 0 ? null : shown.shown().get(i - 1);
            cases.add(
                    of(told.cases().get(i), of == null ? null : of.scenario(), of == null ? null : of.changedSince()));
        }
        Paging.Window page = paging.window();
        return paging.answer(
                new Compared(
                        cases,
                        moves(told, viewer, snapshot, page),
                        shown.misfits().stream().map(this::misfit).toList()),
                page.total());
    }

    private Case of(Comparison.Case one, KeptScenario scenario, Boolean changedSince) {
        return new Case(
                scenario == null ? null : scenario.id(),
                scenario == null ? null : scenario.name(),
                changedSince,
                one.question(),
                one.outcome(),
                one.assumed().stream()
                        .map(each -> Messages.text(each, asker.language()))
                        .toList());
    }

    private Misfit misfit(SideBySide.Misfit misfit) {
        return new Misfit(
                misfit.scenario().id(),
                misfit.scenario().name(),
                misfit.findings().stream()
                        .map(each -> Messages.text(each.message(), asker.language()))
                        .toList());
    }

    private static List<Moves> moves(Comparison comparison, Viewer viewer, Snapshot snapshot, Paging.Window page) {
        return comparison.moves().stream()
                .map(each -> {
                    boolean named = viewer.named() && each.from() == 0;
                    return new Moves(
                            each.from(),
                            each.to(),
                            each.gains().size(),
                            each.losses().size(),
                            named ? people(page.take(each.gains()), snapshot) : null,
                            named ? people(page.take(each.losses()), snapshot) : null);
                })
                .toList();
    }

    private static List<Move> people(List<Comparison.Move> moves, Snapshot snapshot) {
        return moves.stream()
                .map(each -> new Move(
                        new Person(
                                each.doctor(),
                                snapshot.roster().entry(each.doctor()).name()),
                        each.before(),
                        each.after()))
                .toList();
    }
}
