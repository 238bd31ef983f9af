package no.alisplass.api.offer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.access.OfferAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Day;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Whole;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Decisions;
import no.alisplass.offer.OfferRound;
import no.alisplass.offer.Releases;
import no.alisplass.offer.SeatLives;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.round.Rounds;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What of an approved round goes out when. */
@Path("/api/v1/rounds/{round}")
@Tag(name = "Tilbud")
class OfferRoundResource {
    private final Releases releases;
    private final Decisions decisions;
    private final SeatLives seats;
    private final Rounds rounds;
    private final OfferAccess access;
    private final Clock clock;

    OfferRoundResource(
            Releases releases, Decisions decisions, SeatLives seats, Rounds rounds, OfferAccess access, Clock clock) {
        this.releases = releases;
        this.decisions = decisions;
        this.seats = seats;
        this.rounds = rounds;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Path("/offer-dates")
    @Whole("Some twenty offer rounds at most.")
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT, Roles.PLANNER})
    @ShowsNobody
    @Operation(
            summary = "Dagene sykehusets innstillinger foreslår, og stoppene som gjelder",
            description = "Arbeidsdager; hver frist er kl. 12 norsk tid.")
    public OfferRoundBodies.Dates dates(
            RoundId round,
            @Parameter(description = "Første dag noe kan sendes; utelatt: i dag", example = "2027-01-11")
                    @QueryParam("from")
                    @Day
                    LocalDate from) {
        LocalDate first = from == null ? LocalDate.now(clock) : from;
        return OfferRoundBodies.Dates.of(Answers.of(releases.proposed(round, first)), releases.course(round));
    }

    @GET
    @Path("/offer-rounds")
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT, Roles.PLANNER})
    @ShowsNobody
    @Operation(summary = "Tilbudsrundene i en runde, den første først, side for side")
    public RestResponse<List<OfferRoundBodies.One>> all(RoundId round, @BeanParam @Valid Paging paging) {
        Answers.of(rounds.read(round));
        return paging.of(
                releases.of(round).stream().map(OfferRoundBodies.One::of).toList());
    }

    @POST
    @Path("/offer-rounds")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(
            summary = "Lager neste tilbudsrunde",
            description = "Et tilbud til hver lege av det runden ga og som ikke er tilbudt. Ingen utenfor sykehuset ser"
                    + " dem før de sendes. Der sykehuset spør avdelingene, venter de på vurdering.")
    public RestResponse<OfferRoundBodies.One> prepare(RoundId round) {
        OfferRoundBodies.One made =
                OfferRoundBodies.One.of(Answers.of(as(round).then(by -> releases.prepare(round, by))));
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, made)
                .header(HttpHeaders.LOCATION, "/api/v1/rounds/" + round + "/offer-rounds")
                .build();
    }

    @POST
    @Path("/offer-rounds/{number}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(
            summary = "Sender alle tilbudene i en tilbudsrunde samtidig, med én frist",
            description = "Tidligst når runden før er markert. Kan ikke gjøres om.")
    public OfferRoundBodies.One release(
            RoundId round, @Min(1) @Max(1_000_000) int number, @Valid @NotNull OfferRoundBodies.Release body) {
        Result<OfferRound> released = as(round).then(by -> releases.release(round, number, body.deviation(), by));
        return OfferRoundBodies.One.of(Answers.of(released));
    }

    @GET
    @Path("/seats")
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT})
    @ShowsNobody
    @Operation(summary = "Hvor hver plass i rundens halvår står, etter halvår og stilling, side for side")
    public RestResponse<List<OfferRoundBodies.Seat>> seats(RoundId round, @BeanParam @Valid Paging paging) {
        return paging.of(Answers.of(seats.of(round)).stream()
                .map(OfferRoundBodies.Seat::of)
                .toList());
    }

    @POST
    @Path("/offers/recall-request")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(
            summary = "Ber om at alt i runden som ikke er besvart, trekkes tilbake",
            description =
                    "Den første av to. Svaret sier hvor mange tilbud det gjelder; det som besvares i mellomtiden, står.")
    public OfferRoundBodies.Count askRecall(RoundId round, @Valid @NotNull OfferRoundBodies.RecallAll body) {
        return new OfferRoundBodies.Count(Answers.of(as(round)
                .then(by -> decisions.askRecallOfAll(round, body.reason().name(), body.text(), by))));
    }

    @DELETE
    @Path("/offers/recall-request")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(summary = "Tar tilbake at tilbud i runden skal trekkes tilbake, før den andre har bekreftet")
    public OfferRoundBodies.Count unaskRecall(RoundId round) {
        return new OfferRoundBodies.Count(Answers.of(as(round).then(by -> decisions.unaskRecallOfAll(round, by))));
    }

    @POST
    @Path("/offers/recall")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(
            summary = "Trekker tilbake alt i runden som en annen har bedt om, og som ikke er besvart",
            description = "Den andre av to.")
    public OfferRoundBodies.Count recall(RoundId round) {
        return new OfferRoundBodies.Count(Answers.of(as(round).then(by -> decisions.recallAll(round, by))));
    }

    private Result<Acting> as(RoundId round) {
        return rounds.read(round).then(found -> access.of(found.hospital()));
    }
}
