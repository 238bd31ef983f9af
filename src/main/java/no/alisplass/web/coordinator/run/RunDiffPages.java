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
import no.alisplass.allocation.outcome.OutcomeChanges;
import no.alisplass.allocation.outcome.RunReports;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.round.Round;
import no.alisplass.web.coordinator.CoordinatorQueries;
import no.alisplass.web.coordinator.RoundHeader;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Names;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whose outcome differs between two runs of a round. */
@Path("/koordinator/runder/{round}/kjoringer/forskjell")
@Blocking
public class RunDiffPages {
    private final RunReports reports;
    private final CoordinatorQueries desk;

    @Inject
    RunDiffPages(RunReports reports, CoordinatorQueries desk) {
        this.reports = reports;
        this.desk = desk;
    }

    record Diff(RoundHeader frame, int from, int to, Cut<OutcomeChange> changes, int better, int worse, String href)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.DIFFERENCE)
    @Operation(hidden = true)
    public Response diff(
            RoundId round,
            @QueryParam("fra") @DefaultValue("1") @Min(1) @Max(100_000) int from,
            @QueryParam("til") @DefaultValue("1") @Min(1) @Max(100_000) int to,
            @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int page) {
        Round known = desk.round(round);
        Names names = desk.names(known.hospital());
        OutcomeChanges changes = Pages.of(reports.changes(round, from, to));
        return Pages.show(new Diff(
                RoundHeader.of(known, "/kjoringer"),
                from,
                to,
                Cut.of(changes.all(), page).map(each -> OutcomeChange.of(each, names)),
                changes.better(),
                changes.worse(),
                "?fra=" + from + "&til=" + to + "&side="));
    }
}
