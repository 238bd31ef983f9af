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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import no.alisplass.access.OfferAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Day;
import no.alisplass.api.http.ETags;
import no.alisplass.api.http.Whole;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Offer;
import no.alisplass.offer.Offers;
import no.alisplass.offer.Served;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What comes of the stay of an offer: the months that count, and what breaking it off does. Who reaches which: {@link OfferAccess}. */
@Path("/api/v1/offers/{offer}")
@Tag(name = "Tilbud")
class ServedResource {
    private final Offers offers;
    private final Served served;
    private final OfferAccess access;

    ServedResource(Offers offers, Served served, OfferAccess access) {
        this.offers = offers;
        this.served = served;
        this.access = access;
    }

    @GET
    @Path("/service")
    @Whole("As many legs as the stay of one offer has.")
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT, Roles.MUNICIPALITY})
    @ShowsPersons(Seen.OFFER)
    @Operation(
            summary = "Månedene som teller av en tjeneste som er over, eller som foreslås bekreftet",
            description = "ETag er versjonen en bekreftelse må vise til. 409 når tjenesten ikke er over.")
    public RestResponse<ServedBodies.ServiceAnswer> service(@Min(1) @Max(Long.MAX_VALUE) long offer) {
        return service(offer, Answers.of(access.reading(offer)));
    }

    private RestResponse<ServedBodies.ServiceAnswer> service(long id, Acting by) {
        Offer offer = Answers.of(offers.read(id, by));
        Served.Certificate found = Answers.of(served.of(id, by));
        return ETags.answer(ServedBodies.ServiceAnswer.of(found, served.rule(offer)), offer.version());
    }

    @POST
    @Path("/service")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT})
    @ShowsPersons(Seen.OFFER)
    @Operation(
            summary = "Bekrefter hvor mange måneder som teller, og forteller kommunens register det",
            description = "Krever If-Match. En avdeling bekrefter sine egne deler, en koordinator alle, hver én gang.")
    public RestResponse<ServedBodies.ServiceAnswer> confirm(
            @Min(1) @Max(Long.MAX_VALUE) long offer,
            @Parameter(description = "ETag for versjonen det gjelder", example = "\"9\"")
                    @HeaderParam("If-Match")
                    @Size(max = 40) String ifMatch,
            @Valid @NotNull ServedBodies.Confirm body) {
        Acting by = Answers.of(access.taking(offer, OfferStep.CONFIRM_MONTHS));
        Answers.of(served.confirm(
                offer, body.legs().stream().map(ServedBodies.LegBody::said).toList(), by, ETags.seen(ifMatch)));
        return service(offer, by);
    }

    @GET
    @Path("/interruption")
    @Whole("As many legs and rests as the stay of one offer has.")
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT})
    @ShowsPersons(Seen.OFFER)
    @Operation(
            summary = "Hva det vil gjøre å avbryte tjenesten etter en dag; ingenting er gjort",
            description = "ETag er versjonen avbruddet må vise til.")
    public RestResponse<ServedBodies.Interruption> preview(
            @Min(1) @Max(Long.MAX_VALUE) long offer,
            @Parameter(description = "Siste dag i tjenesten", example = "2027-05-31") @QueryParam("last") @Day
                    LocalDate last) {
        Acting by = Answers.of(access.taking(offer, OfferStep.INTERRUPT));
        Offer seen = Answers.of(offers.read(offer, by));
        return ETags.answer(
                ServedBodies.Interruption.of(Answers.of(served.interruption(offer, last, by))), seen.version());
    }

    @POST
    @Path("/interruption")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT})
    @ShowsPersons(Seen.OFFER)
    @Operation(
            summary = "Avbryter tjenesten: plassen er ledig, resten blir et vikariat der det er langt nok",
            description = "Krever If-Match. Ingen spørres om hvorfor, og det er ikke noe felt for det.")
    public RestResponse<ServedBodies.Interruption> interrupt(
            @Min(1) @Max(Long.MAX_VALUE) long offer,
            @Parameter(description = "ETag for versjonen det gjelder", example = "\"9\"")
                    @HeaderParam("If-Match")
                    @Size(max = 40) String ifMatch,
            @Valid @NotNull ServedBodies.Interrupt body) {
        Acting by = Answers.of(access.taking(offer, OfferStep.INTERRUPT));
        Served.Interruption done = Answers.of(served.interrupt(offer, body.last(), by, ETags.seen(ifMatch)));
        return ETags.answer(
                ServedBodies.Interruption.of(done),
                Answers.of(offers.read(offer, by)).version());
    }
}
