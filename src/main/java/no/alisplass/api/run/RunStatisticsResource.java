package no.alisplass.api.run;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import no.alisplass.allocation.outcome.RunReports;
import no.alisplass.allocation.outcome.RunStatistics;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Whole;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A run's outcome, counted. */
@Path("/api/v1/rounds/{round}/runs/{number}/statistics")
@Tag(name = "Kjøringer")
class RunStatisticsResource {
    private final RunReports reports;

    RunStatisticsResource(RunReports reports) {
        this.reports = reports;
    }

    @GET
    @Whole("Counts, no more than there are departments, areas and half-years.")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(
            summary = "Utfallet i tall: ønsker mot plasser, innfridde ønsker, og hvem som fikk plass etter tilknytning,"
                    + " kommune, ventetid og ønsket oppstart")
    public RunStatistics statistics(RoundId round, @Min(1) @Max(1_000_000) int number) {
        return Answers.of(reports.statistics(round, number));
    }
}
