package no.alisplass.api.offer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.Acting;
import no.alisplass.offer.refill.Refills;
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
    private final Rounds rounds;
    private final OfferAccess access;
    private final Asker asker;

    RefillResource(Refills refills, Rounds rounds, OfferAccess access, Asker asker) {
        this.refills = refills;
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

    private Result<Acting> as(RoundId round) {
        return rounds.read(round).then(found -> access.of(found.hospital()));
    }
}
