package no.alisplass.api.run;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import no.alisplass.allocation.PriorityViolations.Violation;
import no.alisplass.allocation.Runs;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Paging;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.problem.Stay;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Whom what was settled by hand in a run goes out over. */
@Path("/api/v1/rounds/{round}/runs/{number}/violations")
@Tag(name = "Kjøringer")
class ViolationResource {
    private final Runs runs;

    ViolationResource(Runs runs) {
        this.runs = runs;
    }

    /**
     * @param ahead who would rather have {@code wanted}
     * @param behind who was given some of it by hand
     */
    @Schema(name = "PriorityViolation")
    record PassedOver(DoctorInRun ahead, DoctorInRun behind, List<Stay> wanted) {
        static PassedOver of(Violation violation) {
            return new PassedOver(
                    DoctorInRun.of(violation.ahead()),
                    DoctorInRun.of(violation.pinned()),
                    violation.wanted().stays());
        }
    }

    @GET
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
}
