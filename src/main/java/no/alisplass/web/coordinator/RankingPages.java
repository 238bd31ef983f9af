package no.alisplass.web.coordinator;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.alisplass.allocation.FrozenRounds;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.policy.CriterionCode;
import no.alisplass.policy.CriterionValue;
import no.alisplass.policy.Decision;
import no.alisplass.policy.Ranked;
import no.alisplass.policy.Ranking;
import no.alisplass.round.Round;
import no.alisplass.snapshot.IneligibleDoctor;
import no.alisplass.snapshot.PriorityOrder;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshots;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The priority order: what each criterion found, what put each doctor before the next, and why any one before any other. */
@Path("/koordinator/runder/{round}/rangering")
@Blocking
public class RankingPages {
    private final FrozenRounds frozen;
    private final CoordinatorQueries desk;

    @Inject
    RankingPages(FrozenRounds frozen, CoordinatorQueries desk) {
        this.frozen = frozen;
        this.desk = desk;
    }

    /** @param decides whether this is what put the doctor before the next one */
    record Cell(String text, boolean decides) {}

    /** @param decided the criterion that put the doctor before the next one; null for the last */
    record Line(int position, String name, String area, List<Cell> values, String decided, List<String> remarks) {}

    record Outside(String name, String area, List<String> reasons) {}

    /** Who of two is ahead, by which criterion and which values. */
    public record Why(
            int ahead,
            int behind,
            String nameAhead,
            String nameBehind,
            String criterion,
            String valueAhead,
            String valueBehind) {}

    record Order(
            RoundHeader frame,
            int total,
            int areasTotal,
            String seed,
            int contraries,
            List<Choice> areas,
            String area,
            List<String> criteria,
            Cut<Line> lines,
            Cut<Outside> outside,
            Why why,
            Form form,
            String href,
            String outsideHref)
            implements TemplateInstance {}

    /** @param first whom the municipality puts first, though the criteria put {@code why.nameAhead} first */
    record Contrary(String area, String first, String second, Why why) {}

    record Contraries(RoundHeader frame, Cut<Contrary> contraries) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.RANKING)
    @Operation(hidden = true)
    public Response order(
            RoundId round,
            @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int page,
            @QueryParam("utenfor") @DefaultValue("1") @Min(1) @Max(10_000) int outside,
            @QueryParam("omraade") @Pattern(regexp = "[0-9]{0,6}") @Size(max = 6) String area,
            @QueryParam("forst") @Size(max = 10) String first,
            @QueryParam("andre") @Size(max = 10) String second) {
        Round known = desk.round(round);
        Names names = desk.names(known.hospital());
        PriorityOrder order = Pages.of(frozen.order(round));
        Roster roster = order.roster();
        Ranking ranking = order.ranking();
        String only = area == null || area.isEmpty() ? null : area;
        List<Ranked> shown = ranking.ranked().stream()
                .filter(each -> only == null || each.candidate().area().value().equals(only))
                .toList();
        String filter = "?" + (only == null ? "" : "omraade=" + only + "&");
        Form form = Form.empty().with("forst", first).with("andre", second);
        return Pages.show(new Order(
                RoundHeader.of(known, "/rangering"),
                ranking.ranked().size(),
                (int) ranking.ranked().stream()
                        .map(each -> each.candidate().area())
                        .distinct()
                        .count(),
                roster.lotterySeed(),
                order.contraries().size(),
                areas(names, ranking),
                only,
                ranking.ranked().isEmpty()
                        ? List.of()
                        : ranking.ranked().get(0).values().stream()
                                .map(value -> head(value, roster))
                                .toList(),
                Cut.of(shown, page).map(each -> line(each, roster, ranking, names)),
                outside(roster, names, only, outside),
                first == null && second == null ? null : why(form, roster, ranking),
                form,
                filter + "side=",
                filter + "side=" + page + "&utenfor="));
    }

    private List<Choice> areas(Names names, Ranking ranking) {
        return desk.areas(
                names,
                ranking.ranked().stream().map(each -> each.candidate().area()).toList());
    }

    /** Counted service is of a day, which is the same for all. */
    private static String head(CriterionValue value, Roster roster) {
        String name = Texts.of(value.criterion().text());
        return value.criterion() == CriterionCode.SENIORITY
                ? Texts.of("ranking-seniority-on", name, roster.countedTo())
                : name;
    }

    private static Cut<Outside> outside(Roster roster, Names names, String only, int page) {
        List<IneligibleDoctor> all = roster.notEligible().stream()
                .filter(each -> only == null || each.facts().area().equals(new AreaCode(only)))
                .toList();
        return Cut.of(all, page)
                .map(each -> new Outside(
                        each.name(),
                        names.area(each.facts().area()),
                        each.reasons().stream().map(Texts::of).toList()));
    }

    private static Line line(Ranked ranked, Roster roster, Ranking ranking, Names names) {
        List<Ranked> all = ranking.ranked();
        Optional<Decision> next = ranked.position() == all.size()
                ? Optional.empty()
                : Optional.of(ranking.decide(
                        ranked.candidate().hpr(),
                        all.get(ranked.position()).candidate().hpr()));
        List<Cell> values = new ArrayList<>();
        for (CriterionValue value : ranked.values()) {
            boolean decides =
                    next.map(each -> each.criterion() == value.criterion()).orElse(false);
            values.add(new Cell(Texts.of(value.brief()), decides));
        }
        RosterEntry entry = roster.entries().get(ranked.position() - 1);
        return new Line(
                ranked.position(),
                entry.name(),
                names.area(entry.facts().area()),
                values,
                next.map(each -> Texts.of(each.criterion().text())).orElse(null),
                ranked.remarks().stream().map(Texts::of).toList());
    }

    /** Null, and the form faulty, when the places are not two of the ranking. */
    private static Why why(Form form, Roster roster, Ranking ranking) {
        int last = Math.max(1, ranking.ranked().size());
        form.required("forst", 10);
        form.required("andre", 10);
        Optional<Integer> first = form.faulty() ? Optional.empty() : form.number("forst", 1, last);
        Optional<Integer> second = form.faulty() ? Optional.empty() : form.number("andre", 1, last);
        if (first.isEmpty() || second.isEmpty()) {
            return null;
        }
        if (first.equals(second)) {
            form.refuse(no.alisplass.domain.Finding.of("andre", second.get(), "web-coordinator.why-same"));
            return null;
        }
        return why(ranking.decide(hpr(ranking, first.get()), hpr(ranking, second.get())), roster, ranking);
    }

    private static HprNumber hpr(Ranking ranking, int position) {
        return ranking.ranked().get(position - 1).candidate().hpr();
    }

    public static Why why(Decision decision, Roster roster, Ranking ranking) {
        int ahead = ranking.place(decision.ahead()).orElseThrow().position();
        int behind = ranking.place(decision.behind()).orElseThrow().position();
        return new Why(
                ahead,
                behind,
                roster.entries().get(ahead - 1).name(),
                roster.entries().get(behind - 1).name(),
                Texts.of(decision.criterion().text()),
                Texts.of(decision.valueAhead().text()),
                Texts.of(decision.valueBehind().text()));
    }

    @GET
    @Path("avvik")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.RANKING)
    @Operation(hidden = true)
    public Response contraries(RoundId round, @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int page) {
        Round known = desk.round(round);
        Names names = desk.names(known.hospital());
        PriorityOrder order = Pages.of(frozen.order(round));
        return Pages.show(new Contraries(
                RoundHeader.of(known, "/rangering"),
                Cut.of(order.contraries(), page).map(each -> contrary(each, order.roster(), order.ranking(), names))));
    }

    private static Contrary contrary(Snapshots.Contrary each, Roster roster, Ranking ranking, Names names) {
        Why why = why(each.contradiction().decision(), roster, ranking);
        return new Contrary(names.area(each.area()), why.nameBehind(), why.nameAhead(), why);
    }
}
