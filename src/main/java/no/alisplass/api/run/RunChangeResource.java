package no.alisplass.api.run;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import no.alisplass.allocation.DoctorOutcome;
import no.alisplass.allocation.outcome.OutcomeChanges;
import no.alisplass.allocation.outcome.RunReports;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Paging;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.problem.Stay;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What differs between two runs of a round. */
@Path("/api/v1/rounds/{round}/runs/{number}/changes")
@Tag(name = "Kjøringer")
class RunChangeResource {
    private final RunReports reports;

    RunChangeResource(RunReports reports) {
        this.reports = reports;
    }

    /**
     * @param before null for a doctor who was not in the earlier run; none for one who waited
     * @param after null for a doctor who is not in the later one; none for one who waits
     */
    @Schema(name = "OutcomeChange")
    record Changed(DoctorInRun doctor, List<Stay> before, List<Stay> after, OutcomeChanges.Direction direction) {
        static Changed of(OutcomeChanges.Change change) {
            return new Changed(
                    DoctorInRun.of(change.known()), stays(change.before()), stays(change.after()), change.direction());
        }

        private static List<Stay> stays(DoctorOutcome outcome) {
            return outcome == null ? null : outcome.stays();
        }
    }

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.DIFFERENCE)
    @Operation(
            summary = "Legene som får noe annet enn i en annen kjøring av runden, side for side",
            description = "«before» er kjøringen det sammenlignes med, «after» kjøringen i adressen.")
    public RestResponse<List<Changed>> changes(
            RoundId round,
            @Min(1) @Max(1_000_000) int number,
            @Parameter(description = "Nummeret på kjøringen det sammenlignes med", example = "1")
                    @QueryParam("since")
                    @NotNull @Min(1) @Max(1_000_000) Integer since,
            @BeanParam @Valid Paging paging) {
        List<OutcomeChanges.Change> all =
                Answers.of(reports.changes(round, since, number)).all();
        return paging.answer(paging.window().take(all).stream().map(Changed::of).toList(), all.size());
    }
}
