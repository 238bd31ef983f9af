package no.alisplass.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import no.alisplass.allocation.Runs;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.problem.Option;
import no.alisplass.round.Round;
import no.alisplass.scenario.Difference;
import no.alisplass.scenario.Scenarios;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Wishes first against placements first, side by side, on what a run was frozen from. */
@Path("/koordinator/runder/{round}/kjoringer/{number}/maal")
@Blocking
public class ObjectivePages {
    private final Runs runs;
    private final Scenarios scenarios;
    private final RoundDesk desk;

    @Inject
    ObjectivePages(Runs runs, Scenarios scenarios, RoundDesk desk) {
        this.runs = runs;
        this.scenarios = scenarios;
        this.desk = desk;
    }

    /** @param betterKey under which of the two the doctor is better off */
    record Line(
            int position,
            String name,
            String wishes,
            Integer wishRank,
            String placements,
            Integer placementRank,
            String betterKey) {}

    record Side(
            RoundFrame frame,
            int number,
            String objectiveKey,
            Difference.Count wishes,
            Difference.Count placements,
            List<Line> lines)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response sideBySide(RoundId round, @Min(1) @Max(100_000) int number) {
        Round known = desk.round(round);
        Snapshot snapshot = Pages.of(runs.snapshot(round, number));
        Names names = desk.names(known.hospital());
        Difference difference = scenarios.placementsFirst(snapshot.problem());
        List<Line> lines = Stream.concat(
                        difference.gains().stream().map(each -> line(each, snapshot, names, "objective-placements")),
                        difference.losses().stream().map(each -> line(each, snapshot, names, "objective-wishes")))
                .sorted(java.util.Comparator.comparingInt(Line::position))
                .toList();
        return Pages.show(new Side(
                RoundFrame.of(known, "/kjoringer"),
                number,
                "objective-" + known.objective(),
                difference.now(),
                difference.then(),
                lines));
    }

    private static Line line(Difference.Change change, Snapshot snapshot, Names names, String key) {
        RosterEntry entry = snapshot.roster().entry(change.doctor());
        return new Line(
                entry.position(),
                entry.name(),
                names.option(change.now()),
                rank(change.now()),
                names.option(change.then()),
                rank(change.then()),
                key);
    }

    private static Integer rank(Option option) {
        return option == null ? null : option.tier() + 1;
    }
}
