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
import no.alisplass.round.Rounds;
import no.alisplass.web.offer.ReserveWords;
import no.alisplass.web.offer.WishDesk;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where a municipality's own doctors stand while they wait, and what they ask for by now. */
@Path("/kommune/runder/{round}/venter")
@Blocking
public class OwnReservePages {
    private final Rounds rounds;
    private final ReserveWords words;
    private final WishChanges wishes;
    private final WishDesk desk;
    private final Caller caller;

    @Inject
    OwnReservePages(Rounds rounds, ReserveWords words, WishChanges wishes, WishDesk desk, Caller caller) {
        this.rounds = rounds;
        this.words = words;
        this.wishes = wishes;
        this.desk = desk;
        this.caller = caller;
    }

    record Wait(List<Link> trail, ReserveWords.Waiting waiting) implements TemplateInstance {}

    record Wishes(List<Link> trail, WishDesk.WishPage page, Form form) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.RESERVE)
    @Operation(hidden = true)
    public Response waiting(
            @PathParam("round") RoundId id,
            @QueryParam("vis") @Pattern(regexp = "venter|alle") @Size(max = 10) String which,
            @QueryParam("utfylling") @DefaultValue("0") @Min(0) @Max(1_000_000) int refill,
            @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int side) {
        Round round = Pages.of(rounds.read(id));
        return Pages.show(new Wait(
                trail(round),
                words.of(
                        round,
                        by(),
                        new ReserveWords.Asked("alle".equals(which), refill, side),
                        address(id),
                        doctor -> address(id) + "/" + doctor)));
    }

    @GET
    @Path("{doctor}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.RESERVE)
    @Operation(hidden = true)
    public Response wishes(@PathParam("round") RoundId id, @PathParam("doctor") DoctorId doctor) {
        Round round = Pages.of(rounds.read(id));
        RoundWishes found = Pages.of(wishes.of(id, doctor, by()));
        return Pages.show(desk.page(round, found, by(), address(id) + "/" + doctor, address(id), shown(round)));
    }

    @POST
    @Path("{doctor}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.RESERVE)
    @Operation(hidden = true)
    public Response change(@PathParam("round") RoundId id, @PathParam("doctor") DoctorId doctor) {
        Round round = Pages.of(rounds.read(id));
        RoundWishes found = Pages.of(wishes.of(id, doctor, by()));
        return desk.posted(round, found, by(), address(id) + "/" + doctor, address(id), shown(round));
    }

    private WishDesk.Shown shown(Round round) {
        List<Link> trail = new ArrayList<>(trail(round));
        trail.add(Link.to(Texts.of("reserve-title"), address(round.id())));
        return (page, form) -> new Wishes(trail, page, form);
    }

    private static List<Link> trail(Round round) {
        return List.of(Link.to(round.title(), "/kommune/runder/" + round.id() + "/utfall"));
    }

    static String address(RoundId round) {
        return "/kommune/runder/" + round + "/venter";
    }

    private Acting by() {
        return Acting.as(Actor.AREA, caller);
    }
}
