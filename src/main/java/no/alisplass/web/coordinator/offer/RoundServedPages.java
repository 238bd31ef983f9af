package no.alisplass.web.coordinator.offer;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Offer;
import no.alisplass.offer.OfferFilter;
import no.alisplass.offer.life.Actor;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.web.coordinator.CoordinatorQueries;
import no.alisplass.web.coordinator.RoundHeader;
import no.alisplass.web.offer.OfferDesk;
import no.alisplass.web.offer.ServedDesk;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a coordinator tells, for any department, of those whom a round brought: months that count, and that a service is broken off. */
@Path("/koordinator/runder/{round}/tjeneste")
@Blocking
public class RoundServedPages {
    private final ServedDesk served;
    private final OfferDesk offers;
    private final CoordinatorQueries desk;
    private final Caller caller;

    @Inject
    RoundServedPages(ServedDesk served, OfferDesk offers, CoordinatorQueries desk, Caller caller) {
        this.served = served;
        this.offers = offers;
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.ROUND_OFFERS)
    @Operation(hidden = true)
    public Response serving(
            RoundId round,
            @QueryParam("venter") @DefaultValue("1") @Min(1) @Max(10_000) int waiting,
            @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int side) {
        ServedDesk.Place place = place(round);
        return served.serving(place, OfferFilter.of(place.by()).in(round), waiting, side);
    }

    @GET
    @Path("{offer}/maneder")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response months(RoundId round, @PathParam("offer") @Min(1) @Max(999_999_999_999L) long id) {
        return served.months(place(round), offer(round, id));
    }

    @POST
    @Path("{offer}/maneder")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response confirm(RoundId round, @PathParam("offer") @Min(1) @Max(999_999_999_999L) long id) {
        return served.confirm(place(round), offer(round, id));
    }

    @GET
    @Path("{offer}/avbrudd")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response interruption(RoundId round, @PathParam("offer") @Min(1) @Max(999_999_999_999L) long id) {
        return served.interruption(place(round), offer(round, id));
    }

    @POST
    @Path("{offer}/avbrudd")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response interrupt(RoundId round, @PathParam("offer") @Min(1) @Max(999_999_999_999L) long id) {
        return served.interrupt(place(round), offer(round, id));
    }

    static String base(RoundId round) {
        return RoundHeader.base(round.value()) + "/tjeneste";
    }

    private Offer offer(RoundId round, long id) {
        return OfferPages.ofRound(round, offers.offer(id, by()));
    }

    private ServedDesk.Place place(RoundId round) {
        return new ServedDesk.Place(
                by(),
                base(round),
                Texts.of("served-round-title"),
                Texts.of("served-round-lead"),
                OfferReleasePages.trail(desk.round(round)));
    }

    private Acting by() {
        return Acting.as(Actor.COORDINATOR, caller);
    }
}
