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
import java.util.Optional;
import no.alisplass.allocation.FrozenRounds;
import no.alisplass.allocation.outcome.WaitingTimes;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Patterns;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.report.LeastReport;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.least.LeastProven;
import no.alisplass.scenario.least.LeastSeats;
import no.alisplass.scenario.least.SeatCeiling;
import no.alisplass.scenario.least.find.LeastSeatsFinder;
import no.alisplass.scenario.least.find.LeastSeatsFinder.Answered;
import no.alisplass.scenario.least.find.LeastSeatsFinder.Whom;
import no.alisplass.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/rounds/{round}/scenarios/least")
@Tag(name = "Hva om")
class LeastSeatsResource {
    private static final int LONGEST_WAIT = 40;

    private final FrozenRounds frozen;
    private final LeastSeatsFinder finder;
    private final WaitingTimes waiting;
    private final ReportFiles files;

    LeastSeatsResource(FrozenRounds frozen, LeastSeatsFinder finder, WaitingTimes waiting, ReportFiles files) {
        this.frozen = frozen;
        this.finder = finder;
        this.waiting = waiting;
        this.files = files;
    }

    /** Whom the seats are to be enough for. */
    enum Goal {
        /** Everyone who can be offered anything. */
        EVERYONE,
        /** Those who have waited so many half-years or more. */
        WAITED,
        /** Everyone, with what they want most. */
        FIRST_WISH
    }

    @Schema(name = "LeastSeatsRequest")
    record LeastSeatsRequest(
            @Schema(examples = "EVERYONE") @NotNull Goal goal,

            @Schema(description = "Bare med WAITED: hvor mange halvår eller mer", examples = "4", nullable = true)
            @Min(1) @Max(LONGEST_WAIT) Integer halfYears,

            @Schema(
                    description = "Sann: som om hver kommune kunne avse alle sine leger",
                    examples = "false",
                    nullable = true)
            Boolean withoutLimits,

            @Schema(
                    description =
                            "Der det kan bli flere plasser. Utelatt eller tom: overalt, så mange som noen kan ønske",
                    nullable = true)
            @Size(max = 200) List<@NotNull @Valid Ceiling> most) {}

    @Schema(name = "SeatCeiling")
    record Ceiling(
            @Schema(examples = "ahus-geriatri") @NotNull @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String department,

            @Schema(description = "Utelatt: hvert halvår", examples = "2027-V", nullable = true)
            @Pattern(regexp = Patterns.HALF_YEAR) @Size(max = 6) String halfYear,

            @Schema(description = "Så mange plasser det kan være der i alt", examples = "6")
            @NotNull @Min(0) @Max(SeatChange.MOST) Integer seats) {
        SeatCeiling ceiling() {
            return new SeatCeiling(
                    new DepartmentId(department), halfYear == null ? null : HalfYear.parse(halfYear), seats);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(
            summary = "Hvor få plasser til, og hvor, er nok til at disse legene kan få plass?",
            description =
                    "Plassene som er der, blir stående. Det som gjøres minst, er antall nye plasser, så hvor mange steder de er, så"
                            + " kommer de tidligste halvårene først. «PROVEN»: så mange er nok, og én færre er det ikke. «byRules» er hva rundens"
                            + " egne regler gir med disse plassene. Bare antall, og runden røres ikke.")
    public LeastSeats least(RoundId round, @NotNull @Valid LeastSeatsRequest request) {
        return answer(round, request).told();
    }

    @POST
    @Path("/certificate")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(
            summary = "Beviset for det samme: hvem som kunne hatt hva, og priser som viser at færre ikke er nok",
            description =
                    "Legene står med pseudonymer, som i rundens eget bevis. «certificateHash» i svaret på spørsmålet er av disse"
                            + " bytene som kanonisk JSON.")
    public LeastProven certificate(RoundId round, @NotNull @Valid LeastSeatsRequest request) {
        return answer(round, request).proven();
    }

    @POST
    @Path("/file")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(summary = "Det samme som regneark, eller på ett ark (format=pdf)")
    public Response file(
            RoundId round,
            @NotNull @Valid LeastSeatsRequest request,
            @QueryParam("format") @DefaultValue("xlsx") @Pattern(regexp = ReportFiles.FORMATS) @Size(max = 4) String format,
            @Context HttpHeaders headers) {
        LeastSeats found = answer(round, request).told();
        LeastReport.Asked asked = new LeastReport.Asked(
                LeastReport.Goal.valueOf(request.goal().name()),
                request.halfYears() == null ? 0 : request.halfYears(),
                !Boolean.TRUE.equals(request.withoutLimits()),
                request.most() != null && !request.most().isEmpty(),
                found);
        return files.answer(
                round,
                format,
                headers,
                "minst-" + round,
                (title, words) -> LeastReport.of(List.of(asked), found.problemHash(), title, words),
                LeastReport.ON_PAPER);
    }

    private Answered answer(RoundId round, LeastSeatsRequest request) {
        List<SeatCeiling> ceilings = request.most() == null
                ? List.of()
                : request.most().stream().map(Ceiling::ceiling).toList();
        return Answers.of(frozen.asked(round).then(asked -> whom(round, asked.snapshot(), request)
                .then(whom -> finder.find(asked.snapshot(), whom, ceilings))));
    }

    private Result<Whom> whom(RoundId round, Snapshot snapshot, LeastSeatsRequest request) {
        if ((request.goal() == Goal.WAITED) != (request.halfYears() != null)) {
            return Result.invalid(Finding.of("halfYears", request.halfYears(), "scenario.waited-how-long"));
        }
        boolean limits = !Boolean.TRUE.equals(request.withoutLimits());
        return switch (request.goal()) {
            case EVERYONE -> Result.done(new Whom(false, limits, Optional.empty()));
            case FIRST_WISH -> Result.done(new Whom(true, limits, Optional.empty()));
            case WAITED ->
                waiting.atLeast(round, snapshot, request.halfYears())
                        .map(some -> new Whom(false, limits, Optional.of(some)));
        };
    }
}
