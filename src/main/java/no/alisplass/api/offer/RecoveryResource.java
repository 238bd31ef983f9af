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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import no.alisplass.access.OfferAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Asker;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Whole;
import no.alisplass.correction.Correction;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Recovering;
import no.alisplass.offer.recovery.Recoveries;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.round.Rounds;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** An approved run that was wrong: its offers stopped, what was wrong corrected, and the corrected run carried out by two. */
@Path("/api/v1/rounds/{round}")
@Tag(name = "Tilbud")
class RecoveryResource {
    private final Recovering recovering;
    private final Recoveries recoveries;
    private final Rounds rounds;
    private final OfferAccess access;
    private final Asker asker;

    RecoveryResource(Recovering recovering, Recoveries recoveries, Rounds rounds, OfferAccess access, Asker asker) {
        this.recovering = recovering;
        this.recoveries = recoveries;
        this.rounds = rounds;
        this.access = access;
        this.asker = asker;
    }

    @GET
    @Path("/stops")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(summary = "Hver gang rundens tilbud er stoppet, og hva som ble gjort, den første først, side for side")
    public RestResponse<List<RecoveryBodies.Stop>> stops(RoundId round, @BeanParam @Valid Paging paging) {
        Answers.of(as(round));
        return paging.of(
                recoveries.stops(round).stream().map(RecoveryBodies.Stop::of).toList());
    }

    @POST
    @Path("/stops")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(
            summary = "Stopper rundens tilbud fordi fordelingen kan være feil",
            description = "Ingenting sendes, besvares eller fylles ut, og ingen frist løper, til de går videre.")
    public RestResponse<RecoveryBodies.Stop> stop(RoundId round, @Valid @NotNull RecoveryBodies.Why body) {
        RecoveryBodies.Stop stop =
                RecoveryBodies.Stop.of(Answers.of(as(round).then(by -> recovering.stop(round, body.text(), by))));
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, stop)
                .header(HttpHeaders.LOCATION, "/api/v1/rounds/" + round + "/recovery")
                .build();
    }

    @POST
    @Path("/recovery/thaw")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(
            summary = "Lar tilbudene gå videre uten ny kjøring: det var ingen feil",
            description = "Frister som er ute eller nærmere enn to arbeidsdager, settes på nytt og fortelles.")
    public RecoveryBodies.Later thaw(RoundId round, @Valid @NotNull RecoveryBodies.Why body) {
        return RecoveryBodies.Later.of(Answers.of(as(round).then(by -> recoveries.thaw(round, body.text(), by))));
    }

    @GET
    @Path("/recovery")
    @Whole("One stop, with what was corrected under it.")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.RECOVERY)
    @Operation(summary = "Hvor langt en stoppet runde er kommet")
    public RecoveryBodies.Standing standing(RoundId round) {
        return RecoveryBodies.Standing.of(
                Answers.of(as(round).then(by -> recoveries.read(round, by))), asker.language());
    }

    @GET
    @Path("/recovery/differences")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.RECOVERY)
    @Operation(
            summary = "Legene registeret sier noe annet om enn runden ble fordelt etter, side for side",
            description = "Ønsker er aldri med.")
    public RestResponse<List<RecoveryBodies.Differing>> differences(RoundId round, @BeanParam @Valid Paging paging) {
        return paging.of(Answers.of(as(round).then(by -> recoveries.differing(round, by))).stream()
                .map(RecoveryBodies.Differing::of)
                .toList());
    }

    @POST
    @Path("/recovery/corrections")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.RECOVERY)
    @Operation(
            summary = "Retter noe runden ble fordelt etter",
            description = "Opplysninger om en lege slik registeret har dem nå, hvor mange et område kan unnvære, eller"
                    + " versjonen av kriteriene. Ønsker rettes aldri. Stillinger og plasser rettes som ellers.")
    public RestResponse<RecoveryBodies.Corrected> correct(RoundId round, @Valid @NotNull RecoveryBodies.Correct body) {
        RecoveryBodies.Corrected made =
                RecoveryBodies.Corrected.of(Answers.of(as(round).then(by -> correct(round, body, by))));
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, made)
                .header(HttpHeaders.LOCATION, "/api/v1/rounds/" + round + "/recovery")
                .build();
    }

    private Result<Correction> correct(RoundId round, RecoveryBodies.Correct body, Acting by) {
        return switch (body.kind()) {
            case FACTS ->
                body.hprNumber() == null
                        ? missing("hprNumber")
                        : recoveries.correctFacts(
                                round, body.area(), new HprNumber(Integer.parseInt(body.hprNumber())), body.note(), by);
            case AWAY_LIMIT -> recoveries.correctLimit(round, body.area(), body.awayLimit(), body.note(), by);
            case POLICY_VERSION ->
                body.policyVersion() == null
                        ? missing("policyVersion")
                        : recoveries.correctPolicy(round, body.policyVersion(), body.note(), by);
        };
    }

    private static <T> Result<T> missing(String field) {
        return Result.invalid(Finding.of(field, null, "api.not-null"));
    }

    @DELETE
    @Path("/recovery/corrections/{number}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(summary = "Tar tilbake en rettelse")
    public RestResponse<Void> uncorrect(RoundId round, @Min(1) @Max(1_000_000) int number) {
        Answers.of(as(round).then(by -> recoveries.uncorrect(round, number, by)));
        return RestResponse.noContent();
    }

    @POST
    @Path("/recovery/runs")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(
            summary = "Kjører runden på nytt med det som er rettet",
            description = "Rundens egne plasser regnes som ledige; det andre runder har gitt, står.")
    public RestResponse<RecoveryBodies.Rerun> rerun(RoundId round) {
        RecoveryBodies.Rerun run =
                RecoveryBodies.Rerun.of(Answers.of(as(round).then(by -> recoveries.rerun(round, by))));
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, run)
                .header(HttpHeaders.LOCATION, "/api/v1/rounds/" + round + "/runs/" + run.number())
                .build();
    }

    @GET
    @Path("/recovery/comparison")
    @Whole("One paper with one hash: it is carried out with all of it.")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.RECOVERY)
    @Operation(
            summary = "Like godt, bedre eller dårligere for hver lege, og hva gjennomføring gjør",
            description = "Lagrer ingenting, og ingenting er sendt.")
    public RecoveryBodies.Shown comparison(RoundId round) {
        return RecoveryBodies.Shown.of(
                Answers.of(as(round).then(by -> recoveries.compare(round, by))), asker.language());
    }

    @GET
    @Path("/recovery/counts")
    @Whole("A handful of figures.")
    @RolesAllowed({Roles.COORDINATOR, Roles.PLANNER})
    @ShowsNobody
    @Operation(summary = "Hvor mange den rettede kjøringen er like god, bedre og dårligere for")
    public RecoveryBodies.Counts counts(RoundId round) {
        return RecoveryBodies.Counts.of(Answers.of(recoveries.counted(round)));
    }

    @POST
    @Path("/recovery/request")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(
            summary = "Ber om at den rettede kjøringen gjennomføres",
            description = "Den første av to. 409 når noe er endret siden sammenligningen ble vist.")
    public RecoveryBodies.Stop ask(RoundId round, @Valid @NotNull RecoveryBodies.Ask body) {
        return RecoveryBodies.Stop.of(
                Answers.of(as(round).then(by -> recoveries.ask(round, body.hash(), body.text(), by))));
    }

    @DELETE
    @Path("/recovery/request")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(summary = "Tar tilbake at den rettede kjøringen skal gjennomføres, før den andre har bekreftet")
    public RecoveryBodies.Stop takeBack(RoundId round) {
        return RecoveryBodies.Stop.of(Answers.of(as(round).then(by -> recoveries.takeBack(round, by))));
    }

    @POST
    @Path("/recovery/confirm")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(
            summary = "Gjennomfører den rettede kjøringen, alt på én gang",
            description =
                    "Den andre av to. Det som er takket ja til, står; det som ikke er besvart eller sendt, avsluttes;"
                            + " de neste får tilbud i neste tilbudsrunde, etter den rettede rekkefølgen.")
    public RecoveryBodies.Recovered confirm(RoundId round) {
        return RecoveryBodies.Recovered.of(Answers.of(as(round).then(by -> recoveries.confirm(round, by))));
    }

    private Result<Acting> as(RoundId round) {
        return rounds.read(round).then(found -> access.of(found.hospital()));
    }
}
