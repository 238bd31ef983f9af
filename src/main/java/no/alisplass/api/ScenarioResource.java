package no.alisplass.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import no.alisplass.allocation.Runs;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.scenario.Difference;
import no.alisplass.scenario.Scenarios;
import no.alisplass.scenario.SeatChange;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/rounds/{round}/scenarios")
@Tag(name = "Hva om")
class ScenarioResource {
    private final Runs runs;
    private final Scenarios scenarios;

    ScenarioResource(Runs runs, Scenarios scenarios) {
        this.runs = runs;
        this.scenarios = scenarios;
    }

    record ScenarioRequest(@NotNull @Size(max = 200) List<@NotNull @Valid SeatCount> seats) {}

    record SeatCount(
            @NotNull DepartmentId department,
            @NotNull HalfYear halfYear,
            @NotNull @Min(0) @Max(50) Integer seats) {}

    @POST
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @Operation(
            summary = "Hva om avdelingene hadde andre antall plasser? Svarer med forskjellen og rører ikke runden",
            description = "Legene står med pseudonymer: en planlegger trenger antall, ikke navn.")
    public Difference whatIf(RoundId round, @NotNull @Valid ScenarioRequest request) {
        List<SeatChange> changes = request.seats().stream()
                .map(seat -> new SeatChange(seat.department(), seat.halfYear(), seat.seats()))
                .toList();
        return Answers.of(runs.freeze(round).then(snapshot -> scenarios.withSeats(snapshot.problem(), changes)));
    }
}
