package no.alisplass.api.offer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.HashSet;
import java.util.Set;
import no.alisplass.access.OfferAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Asker;
import no.alisplass.api.http.ETags;
import no.alisplass.api.http.Whole;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.Acting;
import no.alisplass.offer.refill.RoundWishes;
import no.alisplass.offer.refill.WishChanges;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.round.Rounds;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What a doctor of an approved round asks for by now, and how it is changed between refills. */
@Path("/api/v1/rounds/{round}/wishes/{hprNumber}")
@Tag(name = "Tilbud")
class WishResource {
    private final WishChanges wishes;
    private final Rounds rounds;
    private final OfferAccess access;
    private final Asker asker;

    WishResource(WishChanges wishes, Rounds rounds, OfferAccess access, Asker asker) {
        this.wishes = wishes;
        this.rounds = rounds;
        this.access = access;
        this.asker = asker;
    }

    @GET
    @Whole("What one doctor asks for, which is changed as a whole under its ETag.")
    @RolesAllowed({Roles.COORDINATOR, Roles.MUNICIPALITY})
    @ShowsPersons(Seen.RESERVE)
    @Operation(
            summary = "Hva en lege i en godkjent runde ønsker nå, og hva av det som kan endres",
            description = "ETag er versjonen en endring må vise til. En kommune får vite det om sine egne.")
    public RestResponse<WishBodies.Wishes> read(RoundId round, @Min(1) @Max(HprNumber.MAX) int hprNumber) {
        return answer(Answers.of(hearing(round).then(by -> wishes.of(round, new HprNumber(hprNumber), by))));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.RESERVE)
    @Operation(
            summary = "Tar tilbake ønsker, eller setter dem som er høyere enn plassen legen har, i en annen rekkefølge",
            description =
                    "Krever If-Match. Ingenting nytt kan legges til, og det som er tatt tilbake, er borte i denne runden."
                            + " Hvem som kan, er som for svar; hva og til når, står i docs/offers.md.")
    public RestResponse<WishBodies.Wishes> put(
            RoundId round,
            @Min(1) @Max(HprNumber.MAX) int hprNumber,
            @Parameter(description = "ETag for versjonen som endres", example = "\"0\"")
                    @HeaderParam("If-Match")
                    @Size(max = 40) String ifMatch,
            @NotNull @Valid WishBodies.Change body) {
        Set<String> removed = new HashSet<>(body.removed());
        return answer(Answers.of(hearing(round)
                .then(by ->
                        wishes.save(round, new HprNumber(hprNumber), removed, body.order(), by, ETags.seen(ifMatch)))));
    }

    private RestResponse<WishBodies.Wishes> answer(RoundWishes found) {
        return ETags.answer(WishBodies.Wishes.of(found, asker.language()), found.version());
    }

    private Result<Acting> hearing(RoundId round) {
        return rounds.read(round).then(found -> access.hearing(found.hospital()));
    }
}
