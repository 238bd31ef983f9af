package no.alisplass.api.offer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.alisplass.access.OfferAccess;
import no.alisplass.api.http.Asker;
import no.alisplass.api.http.ETags;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Whole;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Answers;
import no.alisplass.offer.OfferCommands;
import no.alisplass.offer.Offers;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.refill.Claims;
import no.alisplass.platform.Messages;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** One offer: what it is, what was done with it, and what may be done now. Who reaches which: {@link OfferAccess}. */
@Path("/api/v1/offers/{offer}")
@Tag(name = "Tilbud")
class OfferResource {
    private static final String KEY = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Offers offers;
    private final Answers answers;
    private final OfferCommands commands;
    private final OfferLists lists;
    private final Claims claims;
    private final OfferAccess access;
    private final Asker asker;

    OfferResource(
            Offers offers,
            Answers answers,
            OfferCommands commands,
            OfferLists lists,
            Claims claims,
            OfferAccess access,
            Asker asker) {
        this.offers = offers;
        this.answers = answers;
        this.commands = commands;
        this.lists = lists;
        this.claims = claims;
        this.access = access;
        this.asker = asker;
    }

    @GET
    @Whole("One offer, which a step changes under its ETag.")
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT, Roles.MUNICIPALITY})
    @ShowsPersons(Seen.OFFER)
    @Operation(summary = "Et tilbud", description = "ETag er versjonen et steg må vise til.")
    public RestResponse<OfferResponse> one(@Min(1) @Max(Long.MAX_VALUE) long offer) {
        Acting by = of(access.reading(offer));
        return lists.one(of(offers.read(offer, by)), by);
    }

    @GET
    @Path("/events")
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT, Roles.MUNICIPALITY})
    @ShowsPersons(Seen.OFFER)
    @Operation(
            summary = "Alt som er gjort med et tilbud: hvem, hva og når, det første først, side for side",
            description = "En kommune får det den ble fortalt, uten det sykehuset skrev.")
    public RestResponse<List<OfferTold.Event>> events(
            @Min(1) @Max(Long.MAX_VALUE) long offer, @BeanParam @Valid Paging paging) {
        return paging.of(of(access.reading(offer).then(by -> offers.events(offer, by))).stream()
                .map(OfferTold.Event::of)
                .toList());
    }

    @GET
    @Path("/messages")
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT, Roles.MUNICIPALITY})
    @ShowsNobody
    @Operation(
            summary = "Det som skulle sies til hvem om et tilbud, det første først, side for side",
            description = "At det står her, betyr ikke at noe er sendt. En kommune får det som skulle sies til den.")
    public RestResponse<List<OfferTold.Message>> messages(
            @Min(1) @Max(Long.MAX_VALUE) long offer, @BeanParam @Valid Paging paging) {
        return paging.of(of(access.reading(offer).then(by -> offers.told(offer, by))).stream()
                .map(each -> OfferTold.Message.of(each, asker.language()))
                .toList());
    }

    @GET
    @Path("/turn-down-preview")
    @Whole("As many seats as one offer has.")
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT})
    @ShowsPersons(Seen.OFFER)
    @Operation(
            summary =
                    "Hvem sitt krav et nei før sending går foran, og hvem som ville fått plassen da; ingenting er gjort",
            description = "En avdeling får plassen til den neste i rekkefølgen, men ikke hvem det er.")
    public OfferClaim claim(@Min(1) @Max(Long.MAX_VALUE) long offer) {
        return OfferClaim.of(of(access.taking(offer, OfferStep.TURN_DOWN).then(by -> claims.of(offer, by))));
    }

    @Schema(name = "OfferWithdrawalAnswer")
    record TakingBack(
            @Schema(description = "Til da får det ingen følger i neste runde")
            Instant upgradeStop,

            @Schema(description = "Om reglene for runden lar det få følger etter det")
            boolean counts,

            @Schema(
                    description =
                            "Om legen da stiller bak dem som ellers står likt i neste runde, uten tungtveiende grunn")
            boolean behind) {}

    @GET
    @Path("/withdrawal-preview")
    @Whole("What one offer comes to.")
    @RolesAllowed({Roles.COORDINATOR, Roles.MUNICIPALITY})
    @ShowsNobody
    @Operation(summary = "Hva det gjør med plassen i neste runde at et ja trekkes; ingenting er gjort")
    public TakingBack takingBack(@Min(1) @Max(Long.MAX_VALUE) long offer) {
        Answers.TakingBack told = of(access.reading(offer).then(by -> answers.takingBack(offer, by)));
        return new TakingBack(told.upgradeStop(), told.counts(), told.behind());
    }

    @Schema(name = "OfferDeferralAnswer")
    record Later(
            @Schema(description = "Halvåret etter", examples = "2027-H")
            String halfYear,

            @Schema(description = "Om stillingen har en ledig plass i planen da, som utsettelsen kan holde av")
            boolean possible,

            @Schema(description = "Hvorfor ikke, på leserens språk; null når det går", nullable = true)
            String inTheWay) {}

    @GET
    @Path("/deferral-preview")
    @Whole("What one offer comes to.")
    @RolesAllowed({Roles.COORDINATOR, Roles.MUNICIPALITY})
    @ShowsNobody
    @Operation(summary = "Om tjenesten kan utsettes et halvår, og hva som er i veien; ingenting er gjort")
    public Later later(@Min(1) @Max(Long.MAX_VALUE) long offer) {
        Answers.Later told = of(access.reading(offer).then(by -> answers.later(offer, by)));
        return new Later(
                told.halfYear().toString(),
                told.inTheWay() == null,
                told.inTheWay() == null ? null : Messages.text(told.inTheWay(), asker.language()));
    }

    @Schema(name = "OfferGivingUpAnswer")
    record GivingUp(
            @Schema(description = "Halvårene legen beholder")
            List<String> kept,

            @Schema(description = "Stillingen som blir ledig")
            String position,

            @Schema(description = "Halvåret den blir ledig i")
            String halfYear,

            @Schema(description = "Måneder av tjenesten som da gjenstår til neste runde")
            int months) {}

    @GET
    @Path("/give-up-preview")
    @Whole("What one offer comes to.")
    @RolesAllowed({Roles.COORDINATOR, Roles.MUNICIPALITY})
    @ShowsNobody
    @Operation(
            summary = "Hva som følger om det siste av to halvår som hører sammen, gis fra seg; ingenting er gjort",
            description = "Også før tilbudet er besvart. 409 for ett halvår, og når det siste er begynt.")
    public GivingUp givingUp(@Min(1) @Max(Long.MAX_VALUE) long offer) {
        Answers.GivingUp told = of(access.reading(offer).then(by -> answers.givingUp(offer, by)));
        return new GivingUp(
                told.kept().stream().map(seat -> seat.halfYear().toString()).toList(),
                told.later().position().value(),
                told.later().halfYear().toString(),
                told.months());
    }

    @POST
    @Path("/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT, Roles.MUNICIPALITY})
    @ShowsPersons(Seen.OFFER)
    @Operation(
            summary = "Tar ett steg med et tilbud",
            description =
                    "Krever If-Match. Hvem som kan ta hvilket, og når, står i docs/offers.md; et annet er 409 ved navn."
                            + " DEFER svarer med det nye tilbudet.")
    public RestResponse<OfferResponse> take(
            @Min(1) @Max(Long.MAX_VALUE) long offer,
            @Parameter(description = "ETag for versjonen steget gjelder", example = "\"3\"")
                    @HeaderParam("If-Match")
                    @Size(max = 40) String ifMatch,
            @Valid @NotNull OfferStepBody body) {
        Acting by = of(access.taking(offer, body.step().step()));
        return lists.one(of(body.take(offer, by, ETags.seen(ifMatch), commands)), by);
    }

    @POST
    @Path("/answers")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT, Roles.MUNICIPALITY})
    @ShowsNobody
    @Operation(
            summary = "Begynner på et svar for en av kommunens leger; ingenting er svart før det bekreftes",
            description = "Nøkkelen i svaret bekrefter det, på adressen i Location.")
    public RestResponse<OfferAnswerBodies.Begun> begin(
            @Min(1) @Max(Long.MAX_VALUE) long offer, @Valid @NotNull OfferAnswerBodies.Begin body) {
        OfferStep step = body.answer().step();
        if (body.reason() != null && !step.needsReason()) {
            return of(Result.invalid(Finding.of(
                    "reason",
                    body.reason(),
                    "api.offer-step-field",
                    body.answer().name(),
                    "–")));
        }
        String reason = body.reason() == null ? null : body.reason().name();
        OfferAnswerBodies.Begun begun = OfferAnswerBodies.Begun.of(
                of(access.taking(offer, step).then(by -> answers.begin(offer, step, reason, by))), asker.language());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, begun)
                .header(HttpHeaders.LOCATION, "/api/v1/offers/" + offer + "/answers/" + begun.key() + "/confirmation")
                .build();
    }

    @POST
    @Path("/answers/{key}/confirmation")
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT, Roles.MUNICIPALITY})
    @ShowsNobody
    @Operation(
            summary = "Bekrefter svaret, og gir kvitteringen",
            description =
                    "Én gang til gir den samme kvitteringen; det gjør også det samme svaret gitt på en annen måte.")
    public OfferTold.Given confirm(
            @Min(1) @Max(Long.MAX_VALUE) long offer, @Pattern(regexp = KEY) @Size(max = 36) String key) {
        return OfferTold.Given.of(
                of(access.taking(offer, OfferStep.ACCEPT).then(by -> answers.give(offer, UUID.fromString(key), by))),
                asker.language());
    }

    @GET
    @Path("/receipts")
    @Whole("Two at most: an answer, and that nothing higher is waited for.")
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT, Roles.MUNICIPALITY})
    @ShowsNobody
    @Operation(summary = "Kvitteringene for svarene, den siste først")
    public List<OfferTold.Given> receipts(@Min(1) @Max(Long.MAX_VALUE) long offer) {
        return of(access.reading(offer).then(by -> answers.receipts(offer, by))).stream()
                .map(each -> OfferTold.Given.of(each, asker.language()))
                .toList();
    }

    private static <T> T of(Result<T> result) {
        return no.alisplass.api.http.Answers.of(result);
    }
}
