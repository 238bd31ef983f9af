package no.alisplass.web.department;

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
import java.util.List;
import no.alisplass.offer.Offer;
import no.alisplass.offer.OfferFilter;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.web.offer.OfferDesk;
import no.alisplass.web.offer.ServedDesk;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a department tells of those who have served with it: months that count, and that a service is broken off. */
@Path(ServedPages.BASE)
@Blocking
public class ServedPages {
    static final String BASE = "/avdeling/tjeneste";

    private final ServedDesk served;
    private final OfferDesk offers;
    private final OwnDepartment own;

    @Inject
    ServedPages(ServedDesk served, OfferDesk offers, OwnDepartment own) {
        this.served = served;
        this.offers = offers;
        this.own = own;
    }

    @GET
    @RolesAllowed(Roles.DEPARTMENT)
    @ShowsPersons(Seen.OFFERS)
    @Operation(hidden = true)
    public Response serving(
            @QueryParam("venter") @DefaultValue("1") @Min(1) @Max(10_000) int waiting,
            @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int side) {
        return served.serving(place(), OfferFilter.of(own.by()), waiting, side);
    }

    @GET
    @Path("{offer}/maneder")
    @RolesAllowed(Roles.DEPARTMENT)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response months(@PathParam("offer") @Min(1) @Max(999_999_999_999L) long id) {
        return served.months(place(), offer(id));
    }

    @POST
    @Path("{offer}/maneder")
    @RolesAllowed(Roles.DEPARTMENT)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response confirm(@PathParam("offer") @Min(1) @Max(999_999_999_999L) long id) {
        return served.confirm(place(), offer(id));
    }

    @GET
    @Path("{offer}/avbrudd")
    @RolesAllowed(Roles.DEPARTMENT)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response interruption(@PathParam("offer") @Min(1) @Max(999_999_999_999L) long id) {
        return served.interruption(place(), offer(id));
    }

    @POST
    @Path("{offer}/avbrudd")
    @RolesAllowed(Roles.DEPARTMENT)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response interrupt(@PathParam("offer") @Min(1) @Max(999_999_999_999L) long id) {
        return served.interrupt(place(), offer(id));
    }

    private Offer offer(long id) {
        return offers.offer(id, own.by());
    }

    private ServedDesk.Place place() {
        return new ServedDesk.Place(own.by(), BASE, Texts.of("served-title"), Texts.of("served-lead"), List.of());
    }
}
