package no.alisplass.web.coordinator.run;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import no.alisplass.allocation.Runs;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.round.Round;
import no.alisplass.scenario.Difference;
import no.alisplass.scenario.Scenarios;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.web.coordinator.CoordinatorQueries;
import no.alisplass.web.coordinator.RoundHeader;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Wishes first against placements first, side by side, on what a run was frozen from. */
@Path("/koordinator/runder/{round}/kjoringer/{number}/maal")
@Blocking
public class ObjectivePages {
    private final Runs runs;
    private final Scenarios scenarios;
    private final CoordinatorQueries desk;

    @Inject
    ObjectivePages(Runs runs, Scenarios scenarios, CoordinatorQueries desk) {
        this.runs = runs;
        this.scenarios = scenarios;
        this.desk = desk;
    }

    record Side(RoundHeader frame, int number, String objectiveKey, OutcomeComparison both)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(hidden = true)
    public Response sideBySide(
            RoundId round,
            @Min(1) @Max(100_000) int number,
            @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int page) {
        Round known = desk.round(round);
        Snapshot snapshot = Pages.of(runs.snapshot(round, number));
        Names names = desk.names(known.hospital());
        Difference difference = scenarios.placementsFirst(snapshot).difference();
        return Pages.show(new Side(
                RoundHeader.of(known, "/kjoringer"),
                number,
                "objective-" + known.objective(),
                OutcomeComparison.of(
                        difference,
                        snapshot.roster(),
                        names,
                        Texts.of("objective-wishes"),
                        Texts.of("objective-placements"),
                        page,
                        "?side=")));
    }
}
