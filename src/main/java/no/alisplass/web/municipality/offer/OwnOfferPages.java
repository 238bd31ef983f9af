package no.alisplass.web.municipality.offer;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.alisplass.access.RoundAccess;
import no.alisplass.domain.Result;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Offer;
import no.alisplass.offer.OfferFilter;
import no.alisplass.offer.OfferPage;
import no.alisplass.offer.Offers;
import no.alisplass.offer.Receipt;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferState;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.round.RoundState;
import no.alisplass.web.offer.OfferAnswers;
import no.alisplass.web.offer.OfferDesk;
import no.alisplass.web.offer.OfferTask;
import no.alisplass.web.offer.OfferWords;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a municipality's own doctors are offered, and its answers on their behalf. The area stands in no address. */
@Path(OwnOfferPages.BASE)
@Blocking
public class OwnOfferPages {
    static final String BASE = "/kommune/tilbud";

    private static final String WAITING = "venter";
    private static final String ALL = "alle";

    private static final int ROUNDS = 5;

    private final RoundAccess rounds;
    private final Offers offers;
    private final OfferAnswers answers;
    private final OfferDesk desk;
    private final OfferWords words;
    private final Caller caller;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    OwnOfferPages(
            RoundAccess rounds,
            Offers offers,
            OfferAnswers answers,
            OfferDesk desk,
            OfferWords words,
            Caller caller,
            FormRequest posted,
            Flash flash) {
        this.rounds = rounds;
        this.offers = offers;
        this.answers = answers;
        this.desk = desk;
        this.words = words;
        this.caller = caller;
        this.posted = posted;
        this.flash = flash;
    }

    record Own(List<Link> filters, List<Link> waiting, Cut<OfferWords.Told> offers, String href)
            implements TemplateInstance {}

    record Answer(List<Link> trail, OfferAnswers.OfferPage page, Form form) implements TemplateInstance {}

    record Confirm(List<Link> trail, OfferAnswers.Confirm confirm, Form form) implements TemplateInstance {}

    record Take(List<Link> trail, OfferDesk.StepPage step, Form form) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.OWN_OFFERS)
    @Operation(hidden = true)
    public Response own(
            @QueryParam("vis") @Pattern(regexp = WAITING + "|" + ALL) @Size(max = 10) String which,
            @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int side) {
        Acting by = by();
        OfferFilter all = OfferFilter.of(by);
        Map<OfferState, Long> counts = offers.counts(all);
        long waiting = counts.getOrDefault(OfferState.SENT, 0L);
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        boolean onlyWaiting = which == null ? waiting > 0 : which.equals(WAITING);
        long shown = onlyWaiting ? waiting : total;
        int at = Math.min(side, Cut.last(Cut.PAGE, shown));
        OfferPage found = offers.page(onlyWaiting ? all.in(EnumSet.of(OfferState.SENT)) : all, at - 1, Cut.PAGE);
        return Pages.show(new Own(
                List.of(
                        new Link(Texts.of("own-offers-waiting", (int) waiting), BASE + "?vis=" + WAITING, onlyWaiting),
                        new Link(Texts.of("offers-show-all", (int) total), BASE + "?vis=" + ALL, !onlyWaiting)),
                waiting(),
                Cut.at(words.all(found.offers(), by, OwnOfferPages::base), at, shown),
                BASE + "?vis=" + (onlyWaiting ? WAITING : ALL) + "&side="));
    }

    @GET
    @Path("{offer}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response show(@PathParam("offer") @Min(1) @Max(999_999_999_999L) long id) {
        return Pages.show(page(desk.offer(id, by()), Form.empty()));
    }

    /** The first of the two steps of an answer, at the address of the offer, so that what was refused can be read in another language. */
    @POST
    @Path("{offer}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response begin(@PathParam("offer") @Min(1) @Max(999_999_999_999L) long id) {
        Offer offer = desk.offer(id, by());
        Form form = posted.form();
        return answers.begin(offer, form, by())
                .map(key -> Pages.seeOther(OfferAnswers.confirmAt(base(offer), key)))
                .orElseGet(() -> Pages.faulty(page(desk.offer(id, by()), form)));
    }

    @GET
    @Path("{offer}/bekreft/{key}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response confirm(
            @PathParam("offer") @Min(1) @Max(999_999_999_999L) long id,
            @PathParam("key") @Pattern(regexp = OfferAnswers.KEY) @Size(max = 36) String key) {
        Offer offer = desk.offer(id, by());
        return answers.confirm(offer, UUID.fromString(key), by(), base(offer))
                .map(page -> Pages.show(new Confirm(trail(page.offer()), page, Form.empty())))
                .orElseGet(() -> Pages.seeOther(base(offer)));
    }

    @POST
    @Path("{offer}/bekreft/{key}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response give(
            @PathParam("offer") @Min(1) @Max(999_999_999_999L) long id,
            @PathParam("key") @Pattern(regexp = OfferAnswers.KEY) @Size(max = 36) String key) {
        Offer offer = desk.offer(id, by());
        Result<Receipt> given = answers.give(offer, UUID.fromString(key), by());
        if (given instanceof Result.Done<Receipt> done) {
            flash.tell("offer-given", done.value().number());
            return Pages.seeOther(base(offer));
        }
        Form form = posted.form();
        OfferDesk.refuse(form, given);
        return Pages.faulty(page(desk.offer(id, by()), form));
    }

    @GET
    @Path("{offer}/{step}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response step(
            @PathParam("offer") @Min(1) @Max(999_999_999_999L) long id,
            @PathParam("step") @Pattern(regexp = OfferTask.SLUG) @Size(max = 30) String slug) {
        Offer offer = desk.offer(id, by());
        return desk.step(slug, offer, by(), base(offer), (step, form) -> new Take(trail(step.offer()), step, form));
    }

    @POST
    @Path("{offer}/{step}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response taken(
            @PathParam("offer") @Min(1) @Max(999_999_999_999L) long id,
            @PathParam("step") @Pattern(regexp = OfferTask.SLUG) @Size(max = 30) String slug) {
        Offer offer = desk.offer(id, by());
        return desk.taken(slug, offer, by(), base(offer), (step, form) -> new Take(trail(step.offer()), step, form));
    }

    private Answer page(Offer offer, Form form) {
        OfferAnswers.OfferPage page = answers.page(offer, by(), base(offer));
        return new Answer(List.of(Link.to(Texts.of("own-offers"), BASE)), page, form);
    }

    private static List<Link> trail(OfferWords.Told offer) {
        return List.of(Link.to(Texts.of("own-offers"), BASE), Link.to(offer.name(), offer.href()));
    }

    private static String base(Offer offer) {
        return BASE + "/" + offer.id();
    }

    /** The latest rounds that are approved, in which somebody may wait. */
    private List<Link> waiting() {
        return rounds.page(null, EnumSet.of(RoundState.APPROVED), 0, ROUNDS).rounds().stream()
                .map(round -> Link.to(Texts.of("reserve-go-round", round.title()), OwnReservePages.address(round.id())))
                .toList();
    }

    private Acting by() {
        return Acting.as(Actor.AREA, caller);
    }
}
