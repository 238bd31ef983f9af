package no.alisplass.api.waitlist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.access.WaitlistAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Asker;
import no.alisplass.api.http.ETags;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Patterns;
import no.alisplass.api.http.Whole;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Counting;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.grid.Grid;
import no.alisplass.waitlist.DraftChange;
import no.alisplass.waitlist.Submission;
import no.alisplass.waitlist.WaitlistChoices;
import no.alisplass.waitlist.WaitlistEdits;
import no.alisplass.waitlist.Waitlists;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The lists municipalities write and send. A municipality sees only its own; the coordinator reads all. */
@Path("/api/v1/rounds/{round}/waitlists")
@Tag(name = "Ventelister")
public class WaitlistResource {
    private final Waitlists waitlists;
    private final WaitlistEdits edits;
    private final WaitlistChoices choices;
    private final WaitlistAccess access;
    private final Clock clock;
    private final Asker asker;

    @Inject
    WaitlistResource(
            Waitlists waitlists,
            WaitlistEdits edits,
            WaitlistChoices choices,
            WaitlistAccess access,
            Clock clock,
            Asker asker) {
        this.waitlists = waitlists;
        this.edits = edits;
        this.choices = choices;
        this.access = access;
        this.clock = clock;
        this.asker = asker;
    }

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(summary = "Hvem som har svart, og hvem som ikke har, side for side")
    public RestResponse<List<WaitlistResponse.Status>> status(
            @PathParam("round") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String round,
            @BeanParam @Valid Paging paging) {
        return paging.of(Answers.of(waitlists.status(new RoundId(round))).stream()
                .map(WaitlistResponse.Status::of)
                .toList());
    }

    @GET
    @Path("{area}")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.COORDINATOR})
    @ShowsPersons(Seen.WAITLIST)
    @Whole("What a change replaces whole, under one ETag; no longer than a file may be.")
    @Operation(
            summary = "Utkastet",
            description = "ETag er versjonen en endring må vise til; 0 når ingenting er skrevet.")
    public RestResponse<WaitlistResponse> draft(
            @PathParam("round") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String round,
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area) {
        Submission draft =
                Answers.of(waitlists.draft(new RoundId(round), Answers.of(access.toRead(new AreaCode(area)))));
        return ETags.answer(answer(draft), draft.version());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{area}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.WAITLIST)
    @Operation(summary = "Skriver hele utkastet på nytt", description = "Krever If-Match.")
    public RestResponse<WaitlistResponse> replace(
            @PathParam("round") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String round,
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @HeaderParam("If-Match") @Size(max = 40) String ifMatch,
            @Valid @NotNull WaitlistInput.Draft body) {
        return changed(edits.replace(
                new RoundId(round),
                Answers.of(access.toWrite(new AreaCode(area))),
                body.awayLimit(),
                WaitlistInput.entries(body.entries()),
                ETags.seen(ifMatch)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{area}/entries")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.WAITLIST)
    @Operation(summary = "Legger til en lege sist i utkastet", description = "Krever If-Match.")
    public RestResponse<WaitlistResponse> add(
            @PathParam("round") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String round,
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @HeaderParam("If-Match") @Size(max = 40) String ifMatch,
            @Valid @NotNull WaitlistEntryRequest body) {
        return changed(edits.add(
                new RoundId(round),
                Answers.of(access.toWrite(new AreaCode(area))),
                WaitlistInput.entries(List.of(body)).get(0),
                ETags.seen(ifMatch)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{area}/entries/{number}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.WAITLIST)
    @Operation(summary = "Endrer en lege", description = "Nummeret er plassen i utkastet, fra 1. Krever If-Match.")
    public RestResponse<WaitlistResponse> put(
            @PathParam("round") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String round,
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @PathParam("number") @Min(1) @Max(Grid.MAX_LINES) int number,
            @HeaderParam("If-Match") @Size(max = 40) String ifMatch,
            @Valid @NotNull WaitlistEntryRequest body) {
        return changed(edits.put(
                new RoundId(round),
                Answers.of(access.toWrite(new AreaCode(area))),
                number,
                WaitlistInput.entries(List.of(body)).get(0),
                ETags.seen(ifMatch)));
    }

    @DELETE
    @Path("{area}/entries/{number}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.WAITLIST)
    @Operation(summary = "Tar en lege ut av utkastet", description = "Krever If-Match.")
    public RestResponse<WaitlistResponse> remove(
            @PathParam("round") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String round,
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @PathParam("number") @Min(1) @Max(Grid.MAX_LINES) int number,
            @HeaderParam("If-Match") @Size(max = 40) String ifMatch) {
        return changed(choices.remove(
                new RoundId(round), Answers.of(access.toWrite(new AreaCode(area))), number, ETags.seen(ifMatch)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{area}/order")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.WAITLIST)
    @Operation(summary = "Endrer rekkefølgen", description = "Prioritetene blir 1, 2, 3 … Krever If-Match.")
    public RestResponse<WaitlistResponse> reorder(
            @PathParam("round") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String round,
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @HeaderParam("If-Match") @Size(max = 40) String ifMatch,
            @Valid @NotNull WaitlistInput.Order body) {
        return changed(choices.reorder(
                new RoundId(round),
                Answers.of(access.toWrite(new AreaCode(area))),
                body.numbers(),
                ETags.seen(ifMatch)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{area}/choice")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.WAITLIST)
    @Operation(
            summary = "Velger leger fra registeret, i rekkefølge",
            description = "Utkastet får akkurat disse legene, som registeret har dem; prioritetene blir 1, 2, 3 …"
                    + " Permisjon og vikar som ble sagt til en tidligere runde, må sies på nytt. Krever If-Match.")
    public RestResponse<WaitlistResponse> choose(
            @PathParam("round") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String round,
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @HeaderParam("If-Match") @Size(max = 40) String ifMatch,
            @Valid @NotNull WaitlistInput.Choice body) {
        return changed(choices.choose(
                new RoundId(round),
                Answers.of(access.toWrite(new AreaCode(area))),
                Answers.of(body.doctors()),
                ETags.seen(ifMatch)));
    }

    @POST
    @Path("{area}/submissions")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.SUBMISSION)
    @Operation(
            summary = "Sender utkastet",
            description = "Krever If-Match. Med Idempotency-Key sendes det bare én gang om forespørselen gjentas."
                    + " Tidligere innsendinger beholdes; den siste teller.")
    public RestResponse<WaitlistResponse> submit(
            @PathParam("round") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String round,
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @HeaderParam("If-Match") @Size(max = 40) String ifMatch,
            @HeaderParam("Idempotency-Key") @Size(min = 1, max = 100) String idempotencyKey) {
        Submission sent = Answers.of(waitlists.submit(
                new RoundId(round),
                Answers.of(access.toWrite(new AreaCode(area))),
                ETags.seen(ifMatch),
                idempotencyKey));
        return RestResponse.ResponseBuilder.<WaitlistResponse>created(URI.create(
                        "/api/v1/rounds/%s/waitlists/%s/submissions/%d".formatted(round, area, sent.version())))
                .entity(answer(sent))
                .build();
    }

    @GET
    @Path("{area}/submissions")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.COORDINATOR})
    @ShowsPersons(Seen.SUBMISSION)
    @Operation(
            summary = "Alt området har sendt, det siste først, side for side",
            description = "Kvitteringene; legene i en innsending står under nummeret.")
    public RestResponse<List<WaitlistResponse.Sent>> submissions(
            @PathParam("round") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String round,
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @BeanParam @Valid Paging paging) {
        return paging.of(
                Answers.of(waitlists.submissions(new RoundId(round), Answers.of(access.toRead(new AreaCode(area)))))
                        .stream()
                        .map(WaitlistResponse.Sent::of)
                        .toList());
    }

    @GET
    @Path("{area}/submissions/{number}")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.COORDINATOR})
    @ShowsPersons(Seen.SUBMISSION)
    @Whole("One paper with one receipt; no longer than a file may be.")
    @Operation(summary = "En innsending")
    public WaitlistResponse submission(
            @PathParam("round") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String round,
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @PathParam("number") @Min(1) @Max(100_000) int number) {
        Submission sent = Answers.of(
                waitlists.submission(new RoundId(round), Answers.of(access.toRead(new AreaCode(area))), number));
        return answer(sent);
    }

    private RestResponse<WaitlistResponse> changed(Result<DraftChange> outcome) {
        DraftChange change = Answers.of(outcome);
        return ETags.answer(
                WaitlistResponse.of(change, counting(change.draft()), today(), asker.language()),
                change.draft().version());
    }

    private WaitlistResponse answer(Submission list) {
        return WaitlistResponse.of(list, List.of(), counting(list), today(), asker.language());
    }

    private Counting counting(Submission list) {
        return Answers.of(waitlists.counting(list.round()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
