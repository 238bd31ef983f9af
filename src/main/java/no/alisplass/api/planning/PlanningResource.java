package no.alisplass.api.planning;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Patterns;
import no.alisplass.api.http.Whole;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import no.alisplass.forecast.ForecastResult.DoctorRow;
import no.alisplass.planning.ForecastQuestion;
import no.alisplass.planning.Frontier;
import no.alisplass.planning.Job;
import no.alisplass.planning.Jobs;
import no.alisplass.planning.SweepQuestion;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.policy.Policies;
import no.alisplass.register.RegisterLists;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.sweep.SeatRange;
import no.alisplass.scenario.sweep.Sweep;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Planners' long questions of a hospital: asked, followed, stopped, read. */
@Path("/api/v1/hospitals/{hospital}/planning")
@Tag(name = "Planlegging")
class PlanningResource {
    private static final long MOST = 1_000_000_000_000L;

    private final Jobs jobs;
    private final Policies policies;
    private final RegisterLists register;

    PlanningResource(Jobs jobs, Policies policies, RegisterLists register) {
        this.jobs = jobs;
        this.policies = policies;
        this.register = register;
    }

    @POST
    @Path("/forecasts")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(
            summary =
                    "Hva kommer en plan ut på i årene framover? Regnes ut mens du venter; følg den på adressen i Location",
            description =
                    "Fra registeret slik det står nå, i mange forløp. Med et mål («goal») søkes det også etter hvor mange plasser til som"
                            + " når det. Antakelsene som ikke er nevnt, er de vanlige (docs/forecast.md). Ingen runde, intet tilbud og"
                            + " ikke registeret røres. Noen få spørsmål om gangen; flere får 503 til ett er ferdig.")
    public Response ask(HospitalId hospital, @NotNull @Valid ForecastRequest request) {
        ForecastQuestion question =
                request.question(jobs.first(), policies.latest(request.policy()).orElse(null));
        Job job = Answers.of(jobs.ask(hospital, question));
        URI address = URI.create("/api/v1/hospitals/" + hospital + "/planning/" + job.id());
        return Response.accepted(job).location(address).build();
    }

    @Schema(name = "SweepJobRequest")
    record SweepJobRequest(
            @Schema(examples = "Alle fire avdelinger") @NotBlank @Size(max = ForecastQuestion.LONGEST_TEXT) String title,

            @Schema(examples = "ahus-2027-v") @NotNull @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String round,

            @NotNull @Size(min = 1, max = 40) List<@NotNull @Valid SweptRange> ranges,

            @Schema(
                    description =
                            "ALL: hvert antall med hvert av de andre. ONE_AT_A_TIME: ett sted om gangen, de andre som nå")
            @NotNull Sweep.Mode mode) {}

    @Schema(name = "SweptRange")
    record SweptRange(
            @Schema(examples = "ahus-geriatri") @NotNull @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String department,

            @Schema(examples = "2027-V") @NotNull @Pattern(regexp = Patterns.HALF_YEAR) @Size(max = 6) String halfYear,

            @Schema(examples = "0") @NotNull @Min(0) @Max(SeatChange.MOST) Integer from,

            @Schema(examples = "6") @NotNull @Min(0) @Max(SeatChange.MOST) Integer to) {
        SeatRange range() {
            return new SeatRange(new DepartmentId(department), HalfYear.parse(halfYear), from, to);
        }
    }

    @POST
    @Path("/sweeps")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(
            summary =
                    "Hvor mange får plass i en runde med hvert antall plasser, for flere enn det er tid til på en gang?",
            description =
                    "Som «scenarios/sweep», hundre ganger så mange. Følg det på adressen i Location; «frontier» kan leses mens det"
                            + " regnes. Endres runden før det er begynt på, feiler det.")
    public Response sweep(HospitalId hospital, @NotNull @Valid SweepJobRequest request) {
        Job job = Answers.of(jobs.ask(
                hospital,
                request.title(),
                new RoundId(request.round()),
                request.ranges().stream().map(SweptRange::range).toList(),
                request.mode()));
        URI address = URI.create("/api/v1/hospitals/" + hospital + "/planning/" + job.id());
        return Response.accepted(job).location(address).build();
    }

    @GET
    @Path("/{job}/frontier")
    @Whole("At most one row for each number of seats.")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(
            summary = "Hva en får mest ut av, av de antallene plasser som er prøvd til nå",
            description = "«rows» er flest leger med plass for hvert samlet antall plasser. Bare antall.")
    public Frontier frontier(HospitalId hospital, @Min(1) @Max(MOST) long job) {
        return Answers.of(jobs.frontier(hospital, job));
    }

    @GET
    @Path("/{job}/ranges")
    @Whole("One question.")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(summary = "Hva som ble spurt om en runde")
    public SweepQuestion ranges(HospitalId hospital, @Min(1) @Max(MOST) long job) {
        return Answers.of(jobs.sweepQuestion(hospital, job));
    }

    @GET
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(
            summary = "Spørsmålene som er stilt, det nyeste først, side for side",
            description = "De glemmes en tid etter at de er ferdige.")
    public RestResponse<List<Job>> list(HospitalId hospital, @BeanParam @Valid Paging paging) {
        Jobs.JobPage page = jobs.page(hospital, paging.page(), paging.size());
        return paging.answer(page.jobs(), page.total());
    }

    @GET
    @Path("/seats")
    @Whole("A few numbers for each position.")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(
            summary = "Plassene slik de er registrert: det en prognose går ut fra der spørsmålet ikke sier noe annet")
    public List<ForecastQuestion.SeatsFrom> seats(HospitalId hospital) {
        return Answers.of(jobs.registered(hospital, jobs.first()));
    }

    @GET
    @Path("/{job}")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(summary = "Ett spørsmål: hvor langt det er kommet")
    public Job one(HospitalId hospital, @Min(1) @Max(MOST) long job) {
        return Answers.of(jobs.read(hospital, job));
    }

    @GET
    @Path("/{job}/question")
    @Whole("One question with all that it assumes.")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(summary = "Hva som ble spurt om en prognose, med alt som antas annerledes enn vanlig")
    public ForecastQuestion question(HospitalId hospital, @Min(1) @Max(MOST) long job) {
        return Answers.of(jobs.question(hospital, job));
    }

    @GET
    @Path("/{job}/forecast")
    @Whole("One result with what it assumes; areas and half-years are as many as the hospital and the question have.")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(
            summary = "Hva en prognose kom ut på: bånd over årene, områdene, og hva som skal til for målet",
            description = "Hvert bånd er 10 – 50 – 90 prosent av forløpene. Bare antall; 409 til det er ferdig.")
    public ForecastTold forecast(HospitalId hospital, @Min(1) @Max(MOST) long job) {
        return Answers.of(jobs.result(hospital, job).map(ForecastTold::of));
    }

    @GET
    @Path("/{job}/doctors")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.FORECAST)
    @Operation(
            summary = "Når hver lege som venter, trolig begynner, side for side",
            description =
                    "Etter HPR-nummer. «from», «middle» og «to» er 10, 50 og 90 prosent av forløpene der legen ikke slutter"
                            + " å vente; utelatt: ikke innen planen.")
    public RestResponse<List<ForecastTold.Likely>> doctors(
            HospitalId hospital, @Min(1) @Max(MOST) long job, @BeanParam @Valid Paging paging) {
        List<DoctorRow> all = Answers.of(jobs.result(hospital, job)).forecast().doctors();
        List<DoctorRow> page = paging.window().take(all);
        Map<HprNumber, String> names =
                register.names(page.stream().map(DoctorRow::hpr).toList());
        return paging.answer(
                page.stream()
                        .map(row -> ForecastTold.Likely.of(row, names.get(row.hpr())))
                        .toList(),
                all.size());
    }

    @POST
    @Path("/{job}/cancel")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(summary = "Stopper utregningen", description = "Det som er ferdig, blir stående.")
    public Job cancel(HospitalId hospital, @Min(1) @Max(MOST) long job) {
        return Answers.of(jobs.cancel(hospital, job));
    }

    @POST
    @Path("/{job}/share")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(
            summary = "Lar hver kommune og bydel lese når deres egne leger trolig begynner, etter denne prognosen",
            description =
                    "Og sykehusets koordinatorer når alle som venter, gjør det. I stedet for den som ble delt før.")
    public Job share(HospitalId hospital, @Min(1) @Max(MOST) long job) {
        return Answers.of(jobs.share(hospital, job));
    }

    @POST
    @Path("/{job}/unshare")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(summary = "Tar det tilbake")
    public Job unshare(HospitalId hospital, @Min(1) @Max(MOST) long job) {
        return Answers.of(jobs.unshare(hospital, job));
    }
}
