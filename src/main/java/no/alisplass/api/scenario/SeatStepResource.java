package no.alisplass.api.scenario;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import no.alisplass.allocation.FrozenRounds;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Patterns;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.report.StepReport;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.count.SeatStep;
import no.alisplass.scenario.count.SeatSteps;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/rounds/{round}/scenarios/counts")
@Tag(name = "Hva om")
class SeatStepResource {
    private final FrozenRounds frozen;
    private final SeatSteps steps;
    private final ReportFiles files;

    SeatStepResource(FrozenRounds frozen, SeatSteps steps, ReportFiles files) {
        this.frozen = frozen;
        this.steps = steps;
        this.files = files;
    }

    @Schema(name = "SeatStepRequest")
    record SeatStepRequest(@NotNull @Size(max = 200) List<@NotNull @Valid Seats> seats) {
        List<SeatChange> changes() {
            return seats.stream().map(Seats::change).toList();
        }
    }

    @Schema(name = "SeatsAsked")
    record Seats(
            @Schema(examples = "ahus-geriatri") @NotNull @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String department,

            @Schema(examples = "2027-V") @NotNull @Pattern(regexp = Patterns.HALF_YEAR) @Size(max = 6) String halfYear,

            @Schema(examples = "2") @NotNull @Min(0) @Max(SeatChange.MOST) Integer seats) {
        SeatChange change() {
            return new SeatChange(new DepartmentId(department), HalfYear.parse(halfYear), seats);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(
            summary = "Hva gjør andre antall plasser, i tall alene?",
            description =
                    "Hvor mange får plass og venter, etter kriterium og område, hvilke ønsker de får, for hvor mange det er annerledes, og"
                            + " hvilke plasser som blir stående tomme og hvorfor. Uten endringer er det runden som den er. Ingen lege kan leses"
                            + " ut av svaret, og runden røres ikke.")
    public SeatStep counts(RoundId round, @NotNull @Valid SeatStepRequest request) {
        FrozenRounds.Asked asked = Answers.of(frozen.asked(round));
        return Answers.of(steps.step(asked.snapshot(), asked.setAside().size(), request.changes()));
    }

    @POST
    @Path("/file")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(
            summary =
                    "Det samme som regneark, eller på ett ark til et møte (format=pdf), på språket det spørres på (Accept-Language)")
    public Response file(
            RoundId round,
            @NotNull @Valid SeatStepRequest request,
            @QueryParam("format") @DefaultValue("xlsx") @Pattern(regexp = ReportFiles.FORMATS) @Size(max = 4) String format,
            @Context HttpHeaders headers) {
        FrozenRounds.Asked asked = Answers.of(frozen.asked(round));
        List<SeatChange> changes = request.changes();
        SeatStep step = Answers.of(steps.step(asked.snapshot(), asked.setAside().size(), changes));
        return files.answer(
                round,
                format,
                headers,
                "hva-om-" + round,
                (title, words) -> StepReport.of(step, steps.places(asked.snapshot()), changes, title, words),
                StepReport.ON_PAPER);
    }
}
