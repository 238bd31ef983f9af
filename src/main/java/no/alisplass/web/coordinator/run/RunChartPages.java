package no.alisplass.web.coordinator.run;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import no.alisplass.allocation.outcome.RunReports;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.round.Round;
import no.alisplass.web.coordinator.CoordinatorQueries;
import no.alisplass.web.coordinator.RoundHeader;
import no.alisplass.web.shell.Chart;
import no.alisplass.web.shell.Csv;
import no.alisplass.web.shell.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Pictures of a run's outcome. */
@Path("/koordinator/runder/{round}/kjoringer/{number}/bilder")
@Blocking
public class RunChartPages {
    private final RunReports reports;
    private final CoordinatorQueries desk;

    @Inject
    RunChartPages(RunReports reports, CoordinatorQueries desk) {
        this.reports = reports;
        this.desk = desk;
    }

    /** @param csv where its numbers are downloaded */
    record Picture(Chart chart, String csv) {}

    record Pictures(RoundHeader frame, int number, List<Picture> pictures) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response pictures(RoundId round, @Min(1) @Max(100_000) int number) {
        Round known = desk.round(round);
        String base = RoundHeader.base(round.value()) + "/kjoringer/" + number + "/bilder/";
        return Pages.show(new Pictures(
                RoundHeader.of(known, "/kjoringer"),
                number,
                charts(known, number).stream()
                        .map(each -> new Picture(each, base + each.id() + ".csv"))
                        .toList()));
    }

    @GET
    @Path("{chart}.csv")
    @Produces("text/csv")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response csv(
            RoundId round,
            @Min(1) @Max(100_000) int number,
            @Pattern(regexp = "[a-z]{1,20}") @Size(max = 20) String chart) {
        return Csv.of(charts(desk.round(round), number).stream()
                .filter(each -> each.id().equals(chart))
                .findFirst()
                .orElseThrow(NotFoundException::new));
    }

    private List<Chart> charts(Round round, int number) {
        return RunCharts.all(Pages.of(reports.statistics(round.id(), number)), desk.names(round.hospital()));
    }
}
