package no.alisplass.web.coordinator.offer;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.Acting;
import no.alisplass.offer.OfferFilter;
import no.alisplass.offer.Offers;
import no.alisplass.offer.Recovering;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.stop.RoundStop;
import no.alisplass.offer.stop.Stops;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.round.Round;
import no.alisplass.web.coordinator.CoordinatorQueries;
import no.alisplass.web.coordinator.RoundHeader;
import no.alisplass.web.offer.OfferDesk;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Before anything is known for sure: the offers of a round are stopped, and what that does is said before it is done. */
@Path("/koordinator/runder/{round}/stopp")
@Blocking
public class OfferStopPages {
    private final Offers offers;
    private final Recovering recovering;
    private final Stops stops;
    private final CoordinatorQueries desk;
    private final Caller caller;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    OfferStopPages(
            Offers offers,
            Recovering recovering,
            Stops stops,
            CoordinatorQueries desk,
            Caller caller,
            FormRequest posted,
            Flash flash) {
        this.offers = offers;
        this.recovering = recovering;
        this.stops = stops;
        this.desk = desk;
        this.caller = caller;
        this.posted = posted;
        this.flash = flash;
    }

    /** @param sent how many wait for an answer, and are told */
    record Stop(RoundHeader frame, List<Link> trail, long sent, String action, Form form) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response look(RoundId round) {
        return stops.now(round).isPresent()
                ? Pages.seeOther(RecoveryPages.address(round))
                : Pages.show(page(desk.round(round), Form.empty()));
    }

    private Stop page(Round round, Form form) {
        return new Stop(
                RoundHeader.of(round, OfferBoardPages.HERE),
                OfferReleasePages.trail(round),
                offers.counts(OfferFilter.of(by()).in(round.id())).getOrDefault(OfferState.SENT, 0L),
                address(round.id()),
                form);
    }

    @POST
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response stop(RoundId round) {
        Form form = posted.form();
        String text = form.lines("text", Recovering.MAX_TEXT);
        Result<RoundStop> outcome =
                form.faulty() ? Result.invalid(form.findings()) : recovering.stop(round, text, by());
        if (outcome instanceof Result.Done || stops.now(round).isPresent()) {
            flash.tell("stop-done");
            return Pages.seeOther(RecoveryPages.address(round));
        }
        OfferDesk.refuse(form, outcome);
        return Pages.faulty(page(desk.round(round), form));
    }

    private static String address(RoundId round) {
        return RoundHeader.base(round.value()) + "/stopp";
    }

    private Acting by() {
        return Acting.as(Actor.COORDINATOR, caller);
    }
}
