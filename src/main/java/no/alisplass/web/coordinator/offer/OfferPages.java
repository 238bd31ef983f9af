package no.alisplass.web.coordinator.offer;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Offer;
import no.alisplass.offer.Offers;
import no.alisplass.offer.life.Actor;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.round.Round;
import no.alisplass.web.coordinator.CoordinatorQueries;
import no.alisplass.web.offer.OfferDesk;
import no.alisplass.web.offer.OfferTask;
import no.alisplass.web.offer.OfferWords;
import no.alisplass.web.offer.ServedDesk;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One offer of a round: its record, and the steps that can be taken now, each on a page that says what follows. */
@Path("/koordinator/runder/{round}/tilbud/{offer}")
@Blocking
public class OfferPages {
    private final Offers offers;
    private final OfferDesk desk;
    private final ServedDesk served;
    private final OfferWords words;
    private final CoordinatorQueries queries;
    private final Caller caller;

    @Inject
    OfferPages(
            Offers offers,
            OfferDesk desk,
            ServedDesk served,
            OfferWords words,
            CoordinatorQueries queries,
            Caller caller) {
        this.offers = offers;
        this.desk = desk;
        this.served = served;
        this.words = words;
        this.queries = queries;
        this.caller = caller;
    }

    record Show(
            String round,
            List<Link> trail,
            int number,
            OfferWords.Told offer,
            List<OfferDesk.Button> buttons,
            List<OfferWords.Line> lines)
            implements TemplateInstance {}

    record Take(String round, List<Link> trail, OfferDesk.StepPage step, Form form) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response show(RoundId round, @PathParam("offer") @Min(1) @Max(999_999_999_999L) long id) {
        Round known = queries.round(round);
        Acting by = by();
        Offer offer = offer(round, id, by);
        String base = base(offer);
        return Pages.show(new Show(
                known.title(),
                OfferReleasePages.trail(known),
                offer.offerRound(),
                words.one(offer, by, base),
                Stream.concat(
                                desk.buttons(offer, by, base).stream(),
                                served.buttons(offer, by, RoundServedPages.base(round)).stream())
                        .toList(),
                words.record(Pages.of(offers.events(id, by)), by)));
    }

    @GET
    @Path("{step}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response step(
            RoundId round,
            @PathParam("offer") @Min(1) @Max(999_999_999_999L) long id,
            @PathParam("step") @Pattern(regexp = OfferTask.SLUG) @Size(max = 30) String slug) {
        Offer offer = offer(round, id, by());
        return desk.step(slug, offer, by(), base(offer), (step, form) -> page(offer, step, form));
    }

    @POST
    @Path("{step}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response taken(
            RoundId round,
            @PathParam("offer") @Min(1) @Max(999_999_999_999L) long id,
            @PathParam("step") @Pattern(regexp = OfferTask.SLUG) @Size(max = 30) String slug) {
        Offer offer = offer(round, id, by());
        return desk.taken(slug, offer, by(), base(offer), (step, form) -> page(offer, step, form));
    }

    private Take page(Offer offer, OfferDesk.StepPage step, Form form) {
        Round known = queries.round(offer.round());
        List<Link> trail = new ArrayList<>(OfferReleasePages.trail(known));
        trail.add(Link.to(step.offer().name(), base(offer)));
        return new Take(known.title(), trail, step, form);
    }

    private Offer offer(RoundId round, long id, Acting by) {
        return ofRound(round, desk.offer(id, by));
    }

    /** The offer where it is of that round; the page that says 404 where it is of another. */
    static Offer ofRound(RoundId round, Offer found) {
        return found.round().equals(round)
                ? found
                : Pages.of(Result.notFound(Finding.of("offer", found.id(), "offer.offer-unknown")));
    }

    private static String base(Offer offer) {
        return OfferBoardPages.base(offer.round()) + "/" + offer.id();
    }

    private Acting by() {
        return Acting.as(Actor.COORDINATOR, caller);
    }
}
