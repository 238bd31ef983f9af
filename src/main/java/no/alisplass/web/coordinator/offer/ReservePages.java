package no.alisplass.web.coordinator.offer;

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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.Acting;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.refill.RoundWishes;
import no.alisplass.offer.refill.WishChanges;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.round.Round;
import no.alisplass.web.coordinator.CoordinatorQueries;
import no.alisplass.web.coordinator.RoundHeader;
import no.alisplass.web.offer.ReserveWords;
import no.alisplass.web.offer.WishDesk;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who of a round waits, where each stands, and what each asks for by now: to look at, for nobody of the hospital changes a wish. */
@Path("/koordinator/runder/{round}/venter")
@Blocking
public class ReservePages {
    private final ReserveWords words;
    private final WishChanges wishes;
    private final WishDesk wishDesk;
    private final CoordinatorQueries desk;
    private final Caller caller;

    @Inject
    ReservePages(ReserveWords words, WishChanges wishes, WishDesk wishDesk, CoordinatorQueries desk, Caller caller) {
        this.words = words;
        this.wishes = wishes;
        this.wishDesk = wishDesk;
        this.desk = desk;
        this.caller = caller;
    }

    record Wait(RoundHeader frame, List<Link> trail, ReserveWords.Waiting waiting) implements TemplateInstance {}

    record Wishes(List<Link> trail, WishDesk.WishPage page, Form form) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.RESERVE)
    @Operation(hidden = true)
    public Response waiting(
            RoundId round,
            @QueryParam("vis") @Pattern(regexp = "venter|alle") @Size(max = 10) String which,
            @QueryParam("utfylling") @DefaultValue("0") @Min(0) @Max(1_000_000) int refill,
            @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int side) {
        Round found = desk.round(round);
        return Pages.show(new Wait(
                RoundHeader.of(found, OfferBoardPages.HERE),
                OfferReleasePages.trail(found),
                words.of(
                        found,
                        by(),
                        new ReserveWords.Asked("alle".equals(which), refill, side),
                        address(round),
                        doctor -> address(round) + "/" + doctor)));
    }

    @GET
    @Path("{doctor}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.RESERVE)
    @Operation(hidden = true)
    public Response wishes(RoundId round, DoctorId doctor) {
        Round found = desk.round(round);
        RoundWishes asked = Pages.of(wishes.of(round, doctor, by()));
        List<Link> trail = new ArrayList<>(OfferReleasePages.trail(found));
        trail.add(Link.to(Texts.of("reserve-title"), address(round)));
        return Pages.show(wishDesk.page(
                found,
                asked,
                by(),
                address(round) + "/" + doctor,
                address(round),
                (page, form) -> new Wishes(trail, page, form)));
    }

    static String address(RoundId round) {
        return RoundHeader.base(round.value()) + "/venter";
    }

    private Acting by() {
        return Acting.as(Actor.COORDINATOR, caller);
    }
}
