package no.alisplass.api.run;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import no.alisplass.access.ScenarioAccess;
import no.alisplass.allocation.FrozenRounds;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Patterns;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.scenario.Compared;
import no.alisplass.scenario.Difference;
import no.alisplass.scenario.PolicyDifference;
import no.alisplass.scenario.Scenarios;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.count.SeatStep;
import no.alisplass.scenario.count.SeatSteps;
import no.alisplass.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** A round on other terms, one thing otherwise: counts for whoever plans, and who for the coordinator. */
@Path("/api/v1/rounds/{round}/scenarios")
@Tag(name = "Hva om")
class ScenarioResource {
    private final FrozenRounds frozen;
    private final Scenarios scenarios;
    private final Policies policies;
    private final SeatSteps counting;
    private final ScenarioAccess access;

    ScenarioResource(
            FrozenRounds frozen, Scenarios scenarios, Policies policies, SeatSteps counting, ScenarioAccess access) {
        this.frozen = frozen;
        this.scenarios = scenarios;
        this.policies = policies;
        this.counting = counting;
        this.access = access;
    }

    record ScenarioRequest(@NotNull @Size(max = 200) List<@NotNull @Valid SeatCount> seats) {}

    @Schema(name = "SeatCount")
    record SeatCount(
            @Schema(examples = "ahus-geriatri") @NotNull @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String department,

            @Schema(examples = "2027-V") @NotNull @Pattern(regexp = Patterns.HALF_YEAR) @Size(max = 6) String halfYear,

            @Schema(examples = "2") @NotNull @Min(0) @Max(SeatChange.MOST) Integer seats) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(
            summary = "Hva om avdelingene hadde andre antall plasser? Svarer med forskjellen og rører ikke runden",
            description =
                    "«counts» er det samme som fra …/scenarios/counts. Planleggere får antall, koordinatorer også hvem, side for"
                            + " side, først «gains», så «losses», så «setAside»; neste side får du med det samme innholdet i forespørselen.")
    public RestResponse<ScenarioResponse.Compared> whatIf(
            RoundId round, @NotNull @Valid ScenarioRequest request, @BeanParam @Valid Paging paging) {
        List<SeatChange> changes = request.seats().stream()
                .map(seat -> new SeatChange(
                        new DepartmentId(seat.department()), HalfYear.parse(seat.halfYear()), seat.seats()))
                .toList();
        FrozenRounds.Asked asked = Answers.of(frozen.asked(round));
        Difference difference = Answers.of(scenarios.withSeats(asked.snapshot(), changes));
        SeatStep counts =
                Answers.of(counting.step(asked.snapshot(), asked.setAside().size(), changes));
        return compared(asked, counts, difference, paging);
    }

    @GET
    @Path("/objectives")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(
            summary = "Hva ville runden blitt med plasser først i stedet for ønsker først?",
            description =
                    "«now» er ønsker først, «then» er plasser først. Planleggere får antall, koordinatorer også hvem."
                            + " Side for side, først «gains», så «losses», så «setAside».")
    public RestResponse<ScenarioResponse.Compared> objectives(RoundId round, @BeanParam @Valid Paging paging) {
        FrozenRounds.Asked asked = Answers.of(frozen.asked(round));
        Compared compared = scenarios.placementsFirst(asked.snapshot());
        SeatStep counts = counting.counted(asked.snapshot(), asked.setAside().size(), compared);
        return compared(asked, counts, compared.difference(), paging);
    }

    @GET
    @Path("/policies/{id}/{version}")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(
            summary = "Hva ville runden blitt med andre prioriteringsregler?",
            description =
                    "Rekkefølgen er en annen; hva hver lege kan tilbys, er det samme. Talt etter rundens egne kriterier."
                            + " Planleggere får antall, koordinatorer også hvem."
                            + " Side for side, først «gains», så «losses», så «setAside», så «noLongerEligible».")
    public RestResponse<ScenarioResponse.UnderPolicy> policies(
            RoundId round,
            @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String id,
            @Min(1) @Max(10_000) int version,
            @BeanParam @Valid Paging paging) {
        FrozenRounds.Asked asked = Answers.of(frozen.asked(round));
        Snapshot snapshot = asked.snapshot();
        String known = policies.all().stream()
                .map(policy -> policy.id() + "/" + policy.version())
                .collect(Collectors.joining(", "));
        Policy other = Answers.of(policies.get(id, version)
                .map(Result::done)
                .orElseGet(() -> Result.notFound(
                        Finding.of("id", id, "round.policy-unknown", id, Integer.toString(version), known))));
        PolicyDifference difference = scenarios.underPolicy(snapshot, other);
        SeatStep counts = counting.counted(snapshot, asked.setAside().size(), difference.compared());
        Paging.Window page = paging.window();
        return paging.answer(
                ScenarioResponse.of(counts, difference, asked.setAside(), persons(snapshot, page)), page.total());
    }

    @GET
    @Path("/dilemmas")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(
            summary = "Hvem kunne sluppet til om en annen tok noe litt mindre ønsket?",
            description = "Hvert dilemma er regnet gjennom på nytt: ingen andre får det verre. Planleggere får antall,"
                    + " koordinatorer også hvem."
                    + " Side for side, først «dilemmas», så «setAside».")
    public RestResponse<ScenarioResponse.DilemmaList> dilemmas(RoundId round, @BeanParam @Valid Paging paging) {
        FrozenRounds.Asked asked = Answers.of(frozen.asked(round));
        Snapshot snapshot = asked.snapshot();
        Paging.Window page = paging.window();
        ScenarioResponse.DilemmaList answer =
                ScenarioResponse.of(scenarios.dilemmas(snapshot.problem()), asked.setAside(), persons(snapshot, page));
        return paging.answer(answer, page.total());
    }

    private RestResponse<ScenarioResponse.Compared> compared(
            FrozenRounds.Asked asked, SeatStep counts, Difference difference, Paging paging) {
        Paging.Window page = paging.window();
        ScenarioResponse.Compared answer = ScenarioResponse.of(
                counts,
                difference,
                difference.andSettingAside(asked.setAside()).setAside(),
                persons(asked.snapshot(), page));
        return paging.answer(answer, page.total());
    }

    private ScenarioResponse.Persons persons(Snapshot snapshot, Paging.Window page) {
        boolean named = access.viewer().named();
        return new ScenarioResponse.Persons(
                named
                        ? doctor -> new ScenarioResponse.Person(
                                doctor, snapshot.roster().entry(doctor).name())
                        : null,
                page);
    }
}
