package no.alisplass.api.run;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import no.alisplass.allocation.Allocation;
import no.alisplass.allocation.Approval;
import no.alisplass.allocation.OtherProposals;
import no.alisplass.allocation.Run;
import no.alisplass.allocation.Runs;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.EventStreams;
import no.alisplass.api.http.Languages;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Whole;
import no.alisplass.capacity.Capacity;
import no.alisplass.certificate.Certificate;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Proposal;
import no.alisplass.round.Rounds;
import no.alisplass.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;

@Path("/api/v1/rounds/{round}/runs")
@Tag(name = "Kjøringer")
class RunResource {
    private static final Duration TELL_EVERY = Duration.ofMillis(300);

    private final Runs runs;
    private final OtherProposals others;
    private final Approval approval;
    private final Rounds rounds;
    private final Capacity capacity;
    private final EventStreams streams;
    private final Caller caller;

    RunResource(
            Runs runs,
            OtherProposals others,
            Approval approval,
            Rounds rounds,
            Capacity capacity,
            EventStreams streams,
            Caller caller) {
        this.runs = runs;
        this.others = others;
        this.approval = approval;
        this.rounds = rounds;
        this.capacity = capacity;
        this.streams = streams;
        this.caller = caller;
    }

    /** @param seed of the search; 0 when not given */
    record NewRun(@Min(0) @Max(Long.MAX_VALUE) Long seed) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(summary = "Fryser en lukket runde og starter en kjøring; følg den på adressen i Location")
    public Response start(RoundId round, @Valid NewRun run) {
        long seed = run == null || run.seed() == null ? 0 : run.seed();
        Run started = Answers.of(runs.start(round, seed));
        URI address = URI.create("/api/v1/rounds/" + round + "/runs/" + started.number());
        return Response.accepted(started).location(address).build();
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.PLANNER})
    @ShowsNobody
    @Operation(summary = "Kjøringene i en runde, den nyeste først, side for side")
    public RestResponse<List<Run>> list(RoundId round, @BeanParam @Valid Paging paging) {
        Answers.of(rounds.read(round));
        return paging.of(runs.of(round));
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({Roles.COORDINATOR, Roles.PLANNER})
    @ShowsNobody
    @Operation(summary = "Én kjøring: tilstand, framdrift og kontrollsummer")
    public Run one(RoundId round, @Min(1) @Max(1_000_000) int number) {
        return Answers.of(runs.find(round, number));
    }

    @GET
    @Path("/{number}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @RolesAllowed({Roles.COORDINATOR, Roles.PLANNER})
    @ShowsNobody
    @Operation(summary = "Framdriften i en kjøring mens den går (server-sent events), til den er avsluttet")
    public Multi<Run> events(RoundId round, @Min(1) @Max(1_000_000) int number) {
        Answers.of(runs.find(round, number));
        return streams.open(caller.name(), () -> told(round, number));
    }

    private Multi<Run> told(RoundId round, int number) {
        AtomicBoolean ended = new AtomicBoolean();
        return Multi.createFrom()
                .ticks()
                .every(TELL_EVERY)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> Uni.createFrom()
                        .item(() -> Answers.of(runs.find(round, number)))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .select()
                .first(run -> !ended.getAndSet(run.state().ended()));
    }

    @POST
    @Path("/{number}/cancel")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(summary = "Ber en kjøring om å stoppe")
    public Run cancel(RoundId round, @Min(1) @Max(1_000_000) int number) {
        return Answers.of(runs.cancel(round, number));
    }

    @POST
    @Path("/{number}/approve")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(summary = "Godkjenner forslaget; det er et menneske som bestemmer, og navnet lagres")
    public Run approve(RoundId round, @Min(1) @Max(1_000_000) int number) {
        return Answers.of(approval.approve(round, number));
    }

    @GET
    @Path("/{number}/problem")
    @Whole("One paper with one hash: a part of it could not be checked.")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.CODED_RUN)
    @Operation(summary = "Det frosne problemet, uten navn")
    public AllocationProblem problem(RoundId round, @Min(1) @Max(1_000_000) int number) {
        return Answers.of(runs.snapshot(round, number).map(Snapshot::problem));
    }

    @GET
    @Path("/{number}/proposal")
    @Whole("One paper with one hash: a part of it could not be checked.")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.CODED_RUN)
    @Operation(summary = "Forslaget som det er lagret, uten navn")
    public Proposal proposal(RoundId round, @Min(1) @Max(1_000_000) int number) {
        return Answers.of(runs.proposal(round, number));
    }

    @GET
    @Path("/{number}/certificate")
    @Whole("One paper: a part of it proves nothing.")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.CODED_RUN)
    @Operation(summary = "Beviset for at forslaget er det beste for hver lege, uten navn")
    public Certificate certificate(RoundId round, @Min(1) @Max(1_000_000) int number) {
        return Answers.of(runs.certificate(round, number));
    }

    @GET
    @Path("/{number}/allocation")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.PROPOSAL)
    @Operation(
            summary = "Fordelingen med navn: tabellen avdeling × halvår, alle legene, og hvem som venter og hvorfor",
            description = "Legene står side for side, først «doctors», så «notEligible»; tabellen er hel på hver side.")
    public RestResponse<AllocationResponse> allocation(
            RoundId round,
            @Min(1) @Max(1_000_000) int number,
            @BeanParam @Valid Paging paging,
            @Context HttpHeaders headers) {
        Allocation allocation = Answers.of(runs.allocation(round, number));
        AllocationResponse answer = Answers.of(rounds.read(round)
                .map(found -> AllocationResponse.of(
                        allocation,
                        found,
                        capacity.hospital(found.hospital()).orElseThrow(),
                        others.besides(found),
                        paging.window(),
                        Languages.of(headers))));
        return paging.answer(answer, answer.total());
    }
}
