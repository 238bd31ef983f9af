package no.alisplass.api.offer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import no.alisplass.access.OfferAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Asker;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Whole;
import no.alisplass.api.http.Zip;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.Acting;
import no.alisplass.offer.refill.RefillFolder;
import no.alisplass.offer.refill.Refills;
import no.alisplass.offer.refill.Reserves;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.round.Rounds;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Seats that fell free, and who gets them between offer rounds. */
@Path("/api/v1/rounds/{round}")
@Tag(name = "Tilbud")
class RefillResource {
    private final Refills refills;
    private final Reserves reserves;
    private final Rounds rounds;
    private final OfferAccess access;
    private final Asker asker;

    RefillResource(Refills refills, Reserves reserves, Rounds rounds, OfferAccess access, Asker asker) {
        this.refills = refills;
        this.reserves = reserves;
        this.rounds = rounds;
        this.access = access;
        this.asker = asker;
    }

    @GET
    @Path("/refill-preview")
    @Whole("One paper with one hash: a refill is done with all of it.")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.REFILL)
    @Operation(
            summary = "Hva en utfylling ville gitt nå, og hvorfor",
            description = "Lagrer ingenting. «inTheWay» sier hvorfor den ikke kan gjøres ennå.")
    public RefillBodies.Preview preview(RoundId round) {
        return RefillBodies.Preview.of(Answers.of(as(round).then(by -> refills.preview(round, by))), asker.language());
    }

    @GET
    @Path("/refills")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(summary = "Utfyllingene i en runde, den første først, side for side")
    public RestResponse<List<RefillBodies.Done>> all(RoundId round, @BeanParam @Valid Paging paging) {
        return paging.of(Answers.of(as(round).then(by -> refills.of(round, by))).stream()
                .map(RefillBodies.Done::of)
                .toList());
    }

    @POST
    @Path("/refills")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(
            summary = "Gjør det forhåndsvisningen viste, alt på én gang",
            description =
                    "Lagres med et kontrollert bevis. De som får noe bedre, flyttes; de som får noe nytt, står i neste"
                            + " tilbudsrunde, som sendes som andre. 409 når noe er endret siden den ble vist.")
    public RestResponse<RefillBodies.Done> refill(RoundId round, @Valid @NotNull RefillBodies.Do body) {
        RefillBodies.Done done =
                RefillBodies.Done.of(Answers.of(as(round).then(by -> refills.refill(round, body.hash(), by))));
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, done)
                .header(HttpHeaders.LOCATION, "/api/v1/rounds/" + round + "/refills")
                .build();
    }

    @GET
    @Path("/refills/{number}/export")
    @Whole("A file, to be checked as a whole.")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.CODED_RUN)
    @Produces("application/zip")
    @Operation(summary = "En utfylling som en mappe (zip) uten navn, til å kontrollere andre steder med ./alis verify")
    public Response export(RoundId round, @Min(1) @Max(1_000_000) int number) {
        RefillFolder folder = Answers.of(as(round).then(by -> refills.folder(round, number, by)));
        return Response.ok(Zip.of(folder.files()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + round + "-utfylling-" + number + ".zip\"")
                .build();
    }

    @GET
    @Path("/refills/{number}/reasons")
    @RolesAllowed({Roles.COORDINATOR, Roles.MUNICIPALITY})
    @ShowsPersons(Seen.REFILL)
    @Operation(
            summary = "Hva en utfylling ble for hver lege, etter rang, side for side",
            description = "Ingen andre leger nevnes. En kommune får vite det om sine egne, når tilbudene er sendt.")
    public RestResponse<List<RefillBodies.Told>> reasons(
            RoundId round, @Min(1) @Max(1_000_000) int number, @BeanParam @Valid Paging paging) {
        return paging.of(Answers.of(hearing(round).then(by -> refills.told(round, number, by))).stream()
                .map(each -> RefillBodies.Told.of(each.hpr(), each.reasons(), asker.language()))
                .toList());
    }

    @GET
    @Path("/reserve")
    @RolesAllowed({Roles.COORDINATOR, Roles.MUNICIPALITY})
    @ShowsPersons(Seen.RESERVE)
    @Operation(
            summary = "Hvor hver lege som venter, står for hver ønsket avdeling, etter rang, side for side",
            description =
                    "En kommune får vite det om sine egne, og ingenting mens tilbud blir gjort klare («preparing»). Etter frigivingen"
                            + " («over») venter ingen lenger. «lastServed» står på hver side.")
    public RestResponse<RefillBodies.Reserved> reserve(RoundId round, @BeanParam @Valid Paging paging) {
        Reserves.Seen seen = Answers.of(hearing(round).then(by -> reserves.of(round, by)));
        return paging.answer(
                new RefillBodies.Reserved(
                        paging.window().take(seen.doctors()).stream()
                                .map(RefillBodies.Waits::of)
                                .toList(),
                        seen.lastServed().stream().map(RefillBodies.Served::of).toList(),
                        seen.over(),
                        seen.preparing()),
                seen.doctors().size());
    }

    private Result<Acting> hearing(RoundId round) {
        return rounds.read(round).then(found -> access.hearing(found.hospital()));
    }

    private Result<Acting> as(RoundId round) {
        return rounds.read(round).then(found -> access.of(found.hospital()));
    }
}
