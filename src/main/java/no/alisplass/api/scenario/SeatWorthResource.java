package no.alisplass.api.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import no.alisplass.allocation.FrozenRounds;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Whole;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.report.WorthReport;
import no.alisplass.scenario.Certainty;
import no.alisplass.scenario.Difference;
import no.alisplass.scenario.Scenarios;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.SeatTrials;
import no.alisplass.scenario.count.Bottleneck;
import no.alisplass.scenario.worth.SeatWorth;
import no.alisplass.scenario.worth.SeatWorths;
import no.alisplass.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/rounds/{round}/scenarios/worth")
@Tag(name = "Hva om")
class SeatWorthResource {
    private final FrozenRounds frozen;
    private final Scenarios scenarios;
    private final Caller caller;
    private final ReportFiles files;

    SeatWorthResource(FrozenRounds frozen, Scenarios scenarios, Caller caller, ReportFiles files) {
        this.frozen = frozen;
        this.scenarios = scenarios;
        this.caller = caller;
        this.files = files;
    }

    /** @param doctor who, for the coordinator */
    @Schema(name = "WorthPerson")
    record Person(
            @Schema(examples = "d007") DoctorId doctor,
            @Schema(examples = "Kari Nordmann") String name) {}

    /**
     * @param doctors for how many the proof would no longer hold
     * @param waiting how many of them wait
     * @param first the first of them by rank, for the coordinator
     * @param unproven of how many others the proof does not hold as it is
     */
    @Schema(name = "WorthPrices")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Prices(
            @Schema(examples = "12") int doctors,
            @Schema(examples = "9") int waiting,
            @Schema(examples = "1") int expected,
            Person first,
            @Schema(examples = "0") int unproven) {}

    /**
     * @param placed how many more, or fewer, are placed
     * @param gains how many get something better
     * @param better who, for the coordinator
     */
    @Schema(name = "WorthStep")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            @Schema(examples = "1") int placed,
            @Schema(examples = "1") int firstWishes,
            @Schema(examples = "2") int gains,
            @Schema(examples = "0") int losses,
            Certainty certainty,
            List<Person> better,
            List<Person> worse) {}

    @Schema(name = "SeatWorth")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Worth(
            @Schema(examples = "ahus-geriatri") DepartmentId department,
            @Schema(examples = "2027-V") HalfYear halfYear,
            @Schema(examples = "1") int seats,
            Prices prices,
            Step more,
            Step less,
            SeatWorth.Reading reading) {}

    @GET
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsPersons(Seen.WHAT_IF)
    @Operation(
            summary = "Hva er én plass til verd, og én færre, i hver avdeling og hvert halvår?",
            description =
                    "«prices» er hva rundens bevis sier uten ny utregning, «more» og «less» hva en ny utregning gir."
                            + " «reading» sier hvorfor de to er ulike, der de er det. Bare koordinator ser hvem. Side for side, en linje"
                            + " for hver avdeling og hvert halvår.")
    public RestResponse<List<Worth>> worth(RoundId round, @BeanParam @Valid Paging paging) {
        Snapshot snapshot = Answers.of(frozen.asked(round)).snapshot();
        SeatTrials trials = scenarios.trials(snapshot);
        List<SeatChange> places = trials.places().now();
        List<SeatWorth> worths = Answers.of(new SeatWorths(trials, scenarios.work(trials.problem()))
                .of(paging.window().take(places)));
        return paging.answer(worths.stream().map(each -> of(each, snapshot)).toList(), places.size());
    }

    @GET
    @Path("/file")
    @Whole("A file, to be looked at as a whole.")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(
            summary = "Det samme i tall alene, og hvor det er trangest, som regneark eller på ett ark (format=pdf)",
            description = "Er runden stor, står bare de første stedene der, og det er sagt.")
    public Response file(
            RoundId round,
            @QueryParam("format") @DefaultValue("xlsx") @Pattern(regexp = ReportFiles.FORMATS) @Size(max = 4) String format,
            @Context HttpHeaders headers) {
        FrozenRounds.Asked asked = Answers.of(frozen.asked(round));
        SeatTrials trials = scenarios.trials(asked.snapshot());
        return files.answer(
                round,
                format,
                headers,
                "verdi-" + round,
                (title, words) -> Answers.of(WorthReport.of(
                        trials,
                        scenarios.work(trials.problem()),
                        Bottleneck.of(asked.snapshot()),
                        asked.problemHash(),
                        title,
                        words)),
                WorthReport.ON_PAPER);
    }

    private Worth of(SeatWorth worth, Snapshot snapshot) {
        SeatWorth.Prices prices = worth.prices();
        return new Worth(
                worth.department(),
                worth.halfYear(),
                worth.seats(),
                new Prices(
                        prices.doctors(),
                        prices.waiting(),
                        prices.expected(),
                        prices.first() == null || !caller.isIn(Roles.COORDINATOR)
                                ? null
                                : person(prices.first(), snapshot),
                        prices.unproven()),
                step(worth.more(), snapshot),
                worth.less() == null ? null : step(worth.less(), snapshot),
                worth.reading());
    }

    private Step step(Difference difference, Snapshot snapshot) {
        return new Step(
                difference.then().placed() - difference.now().placed(),
                difference.then().bestTier() - difference.now().bestTier(),
                difference.gains().size(),
                difference.losses().size(),
                difference.certainty(),
                people(difference.gains(), snapshot),
                people(difference.losses(), snapshot));
    }

    private List<Person> people(List<Difference.Change> changes, Snapshot snapshot) {
        return caller.isIn(Roles.COORDINATOR)
                ? changes.stream()
                        .map(change -> person(change.doctor(), snapshot))
                        .toList()
                : null;
    }

    private static Person person(DoctorId doctor, Snapshot snapshot) {
        return new Person(doctor, snapshot.roster().entry(doctor).name());
    }
}
