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
import no.alisplass.allocation.PriorityViolations.Violation;
import no.alisplass.allocation.Runs;
import no.alisplass.allocation.outcome.OutcomeChanges;
import no.alisplass.allocation.outcome.RunReports;
import no.alisplass.allocation.outcome.RunStatistics;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Whole;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.problem.Stay;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What there is to say of a run's proposal besides the proposal itself. */
@Path("/api/v1/rounds/{round}/runs/{number}")
@Tag(name = "Kjøringer")
class RunReportResource {
    private final Runs runs;
    private final RunReports reports;

    RunReportResource(Runs runs, RunReports reports) {
        this.runs = runs;
        this.reports = reports;
    }

    @Schema(name = "DoctorInRun")
    record Person(int position, DoctorId doctor, String name, HprNumber hprNumber) {
        static Person of(DoctorOutcome outcome) {
            return new Person(
                    outcome.doctor().position(),
                    outcome.doctor().doctor(),
                    outcome.doctor().name(),
                    outcome.doctor().facts().hpr());
        }
    }

    /**
     * @param ahead who would rather have {@code wanted}
     * @param behind who was given some of it by hand
     */
    @Schema(name = "PriorityViolation")
    record PassedOver(Person ahead, Person behind, List<Stay> wanted) {
        static PassedOver of(Violation violation) {
            return new PassedOver(
                    Person.of(violation.ahead()),
                    Person.of(violation.pinned()),
                    violation.wanted().stays());
        }
    }

    /**
     * @param before null for a doctor who was not in the earlier run; none for one who waited
     * @param after null for a doctor who is not in the later one; none for one who waits
     */
    @Schema(name = "OutcomeChange")
    record Changed(Person doctor, List<Stay> before, List<Stay> after, OutcomeChanges.Direction direction) {
        static Changed of(OutcomeChanges.Change change) {
            return new Changed(
                    Person.of(change.known()), stays(change.before()), stays(change.after()), change.direction());
        }

        private static List<Stay> stays(DoctorOutcome outcome) {
            return outcome == null ? null : outcome.stays();
        }
    }

    @GET
    @Path("/violations")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.PROPOSAL)
    @Operation(summary = "Legene som heller ville hatt det som er gitt for hånd til en lege lenger bak, side for side")
    public RestResponse<List<PassedOver>> violations(
            RoundId round, @Min(1) @Max(1_000_000) int number, @BeanParam @Valid Paging paging) {
        List<Violation> all =
                Answers.of(runs.allocation(round, number)).verdict().violations();
        return paging.answer(
                paging.window().take(all).stream().map(PassedOver::of).toList(), all.size());
    }

    @GET
    @Path("/changes")
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

    @GET
    @Path("/statistics")
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
