package no.alisplass.api.scenario;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
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
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Patterns;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.report.SweepReport;
import no.alisplass.scenario.Scenarios;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.sweep.SeatRange;
import no.alisplass.scenario.sweep.Sweep;
import no.alisplass.scenario.sweep.SweepSearch;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/rounds/{round}/scenarios/sweep")
@Tag(name = "Hva om")
class SeatSweepResource {
    private final FrozenRounds frozen;
    private final Scenarios scenarios;
    private final ReportFiles files;

    SeatSweepResource(FrozenRounds frozen, Scenarios scenarios, ReportFiles files) {
        this.frozen = frozen;
        this.scenarios = scenarios;
        this.files = files;
    }

    @Schema(name = "SweepRequest")
    record SweepRequest(
            @NotNull @Size(min = 1, max = 40) List<@NotNull @Valid Range> ranges,

            @Schema(
                    description =
                            "ALL: hvert antall med hvert av de andre. ONE_AT_A_TIME: ett sted om gangen, de andre som nå")
            @NotNull Sweep.Mode mode) {}

    @Schema(name = "SeatRange")
    record Range(
            @Schema(examples = "ahus-geriatri") @NotNull @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String department,

            @Schema(examples = "2027-V") @NotNull @Pattern(regexp = Patterns.HALF_YEAR) @Size(max = 6) String halfYear,

            @Schema(examples = "0") @NotNull @Min(0) @Max(SeatChange.MOST) Integer from,

            @Schema(examples = "3") @NotNull @Min(0) @Max(SeatChange.MOST) Integer to) {
        SeatRange range() {
            return new SeatRange(new DepartmentId(department), HalfYear.parse(halfYear), from, to);
        }
    }

    /** @param frontier the rows that place more than any other with as few seats or fewer, by seats; whole on each page */
    @Schema(name = "SweepAnswer")
    record SweepAnswer(List<Sweep.Row> rows, List<Sweep.Row> frontier) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(
            summary = "Hvor mange får plass med hvert antall plasser i disse avdelingene og halvårene?",
            description =
                    "«seats» står i samme rekkefølge som spørsmålets «ranges». «frontier» er hva en får mest ut av: flest leger med"
                            + " plass for hvert samlet antall plasser. Bare antall, og runden røres ikke. Side for side (rows). Mer enn"
                            + " det er tid til på en gang, avvises med hvor mange det er.")
    public RestResponse<SweepAnswer> sweep(
            RoundId round, @NotNull @Valid SweepRequest request, @BeanParam @Valid Paging paging) {
        Sweep sweep = sweep(Answers.of(frozen.asked(round)), request);
        List<Sweep.Row> frontier =
                sweep.frontier().stream().map(sweep.rows()::get).toList();
        return paging.answer(
                new SweepAnswer(paging.window().take(sweep.rows()), frontier),
                sweep.rows().size());
    }

    private Sweep sweep(FrozenRounds.Asked asked, SweepRequest request) {
        return Answers.of(SweepSearch.of(
                scenarios.trials(asked.snapshot()),
                request.ranges().stream().map(Range::range).toList(),
                request.mode()));
    }

    @POST
    @Path("/file")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(summary = "Det samme som regneark med alle radene, eller på ett ark (format=pdf)")
    public Response file(
            RoundId round,
            @NotNull @Valid SweepRequest request,
            @QueryParam("format") @DefaultValue("xlsx") @Pattern(regexp = ReportFiles.FORMATS) @Size(max = 4) String format,
            @Context HttpHeaders headers) {
        FrozenRounds.Asked asked = Answers.of(frozen.asked(round));
        Sweep sweep = sweep(asked, request);
        return files.answer(
                round,
                format,
                headers,
                "spenn-" + round,
                (title, words) -> SweepReport.of(sweep, asked.problemHash(), title, words),
                SweepReport.ON_PAPER);
    }
}
