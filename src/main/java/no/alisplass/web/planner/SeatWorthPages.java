package no.alisplass.web.planner;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.alisplass.allocation.FrozenRounds;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.round.Round;
import no.alisplass.round.Rounds;
import no.alisplass.scenario.Difference;
import no.alisplass.scenario.Scenarios;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.SeatTrials;
import no.alisplass.scenario.least.LeastAnswer;
import no.alisplass.scenario.least.LeastSeats;
import no.alisplass.scenario.least.find.LeastSeatsFinder;
import no.alisplass.scenario.least.find.LeastSeatsFinder.Whom;
import no.alisplass.scenario.worth.SeatWorth;
import no.alisplass.scenario.worth.SeatWorths;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Directory;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What is one seat more worth, and how few more would be enough? Counts alone. */
@Path("/planlegger/hva-om/{round}/verdi")
@Blocking
public class SeatWorthPages {
    private final Rounds rounds;
    private final FrozenRounds frozen;
    private final Scenarios scenarios;
    private final LeastSeatsFinder finder;
    private final Directory directory;

    @Inject
    SeatWorthPages(
            Rounds rounds, FrozenRounds frozen, Scenarios scenarios, LeastSeatsFinder finder, Directory directory) {
        this.rounds = rounds;
        this.frozen = frozen;
        this.scenarios = scenarios;
        this.finder = finder;
        this.directory = directory;
    }

    /** @param less null where there is no seat to take away */
    @TemplateData
    public record Row(
            String department, String halfYear, int seats, String more, int better, String less, String reading) {}

    /** @param seats null where there is no answer, which {@code where} then says */
    @TemplateData
    public record Least(String whom, Integer seats, List<String> where, String byRules) {}

    /** @param places how many there are, of which so large a round shows the first only @param unproven of how many the proof is not whole */
    record Worth(String roundTitle, String id, int doctors, List<Row> rows, int places, int unproven, List<Least> least)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.PLANNER)
    @ShowsNobody
    @Operation(hidden = true)
    public Response worth(RoundId round) {
        Round known = Pages.of(rounds.read(round));
        Names names = directory.names(known.hospital());
        Snapshot snapshot = Pages.of(frozen.asked(round)).snapshot();
        SeatTrials trials = scenarios.trials(snapshot);
        List<SeatChange> places = trials.places().now();
        SeatWorths asked = new SeatWorths(trials, scenarios.work(trials.problem()));
        List<SeatWorth> worths =
                Pages.of(asked.of(places.stream().limit(asked.most()).toList()));
        return Pages.show(new Worth(
                known.title(),
                round.value(),
                snapshot.problem().doctors().size(),
                worths.stream().map(each -> row(each, names)).toList(),
                places.size(),
                asked.unproven(),
                List.of(
                        least(snapshot, "worth-least-everyone", new Whom(false, true, Optional.empty()), names),
                        least(snapshot, "worth-least-first-wish", new Whom(true, true, Optional.empty()), names),
                        least(snapshot, "worth-least-no-limits", new Whom(false, false, Optional.empty()), names))));
    }

    private static Row row(SeatWorth worth, Names names) {
        return new Row(
                names.department(worth.department()),
                Formats.halfYear(worth.halfYear()),
                worth.seats(),
                change(worth.more()),
                worth.more().gains().size(),
                worth.less() == null ? null : change(worth.less()),
                Texts.of("worth-reading-" + worth.reading()));
    }

    private static String change(Difference difference) {
        int more = difference.then().placed() - difference.now().placed();
        return more == 0 ? "0" : (more > 0 ? "+" : "−") + Math.abs(more);
    }

    private Least least(Snapshot snapshot, String key, Whom of, Names names) {
        Result<LeastSeatsFinder.Answered> asked = finder.find(snapshot, of, List.of());
        if (asked instanceof Result.Refused) {
            int doctors = snapshot.problem().doctors().size();
            return new Least(Texts.of(key, doctors), null, List.of(Texts.of("worth-least-open")), "–");
        }
        LeastSeats found = Pages.of(asked).told();
        String whom = Texts.of(key, found.doctors());
        return switch (found.answer()) {
            case PROVEN, ENOUGH ->
                new Least(
                        whom,
                        found.seats(),
                        Stream.concat(
                                        found.added().stream()
                                                .map(each -> Texts.of(
                                                        "worth-least-place",
                                                        names.department(each.department()),
                                                        each.halfYear(),
                                                        each.added())),
                                        Stream.of(fewer(found)))
                                .toList(),
                        Texts.of("worth-least-served", found.byRules().served(), found.doctors()));
            case IMPOSSIBLE ->
                new Least(
                        whom,
                        null,
                        List.of(Texts.of(of.limits() ? "worth-least-impossible" : "worth-least-impossible-no-limits")),
                        "–");
            case OPEN -> new Least(whom, null, List.of(Texts.of("worth-least-open")), "–");
        };
    }

    /** What is known of fewer seats: only what was proven, and checked, is said to be. */
    private static String fewer(LeastSeats found) {
        return found.answer() == LeastAnswer.PROVEN && found.checked()
                ? Texts.of("worth-least-proven")
                : Texts.of("worth-least-enough", found.atLeast());
    }
}
