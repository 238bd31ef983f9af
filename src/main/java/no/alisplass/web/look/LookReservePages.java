package no.alisplass.web.look;

import io.quarkus.qute.TemplateInstance;
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
import no.alisplass.offer.refill.RoundWishes;
import no.alisplass.offer.refill.WishChanges;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.round.Round;
import no.alisplass.round.Rounds;
import no.alisplass.web.offer.ReserveWords;
import no.alisplass.web.offer.WishDesk;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where the doctor who looks stands while waiting, and the own wishes by now. */
@Path(LookReservePages.BASE + "/{round}")
@Blocking
public class LookReservePages {
    static final String BASE = OwnLookPages.BASE + "/venter";

    private final Rounds rounds;
    private final LookOffers own;
    private final ReserveWords words;
    private final WishChanges wishes;
    private final WishDesk desk;

    @Inject
    LookReservePages(Rounds rounds, LookOffers own, ReserveWords words, WishChanges wishes, WishDesk desk) {
        this.rounds = rounds;
        this.own = own;
        this.words = words;
        this.wishes = wishes;
        this.desk = desk;
    }

    record Wait(String title, ReserveWords.Waiting waiting) implements TemplateInstance {}

    record Wishes(WishDesk.WishPage page, Form form) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.DOCTOR)
    @ShowsPersons(Seen.OWN_RECORD)
    @Operation(hidden = true)
    public Response waiting(
            @PathParam("round") RoundId id,
            @QueryParam("utfylling") @DefaultValue("0") @Min(0) @Max(1_000_000) int refill) {
        Acting by = own.by();
        Round round = Pages.of(rounds.read(id));
        return Pages.show(new Wait(
                round.title(),
                words.of(
                        round,
                        by,
                        new ReserveWords.Asked(true, refill, 1),
                        address(id),
                        doctor -> address(id) + "/onsker")));
    }

    @GET
    @Path("onsker")
    @RolesAllowed(Roles.DOCTOR)
    @ShowsPersons(Seen.OWN_RECORD)
    @Operation(hidden = true)
    public Response wishes(@PathParam("round") RoundId id) {
        Acting by = own.by();
        Round round = Pages.of(rounds.read(id));
        RoundWishes found = Pages.of(wishes.of(id, by.doctor(), by));
        return Pages.show(desk.page(round, found, by, address(id) + "/onsker", address(id), Wishes::new));
    }

    @POST
    @Path("onsker")
    @RolesAllowed(Roles.DOCTOR)
    @ShowsPersons(Seen.OWN_RECORD)
    @Operation(hidden = true)
    public Response change(@PathParam("round") RoundId id) {
        Acting by = own.by();
        Round round = Pages.of(rounds.read(id));
        RoundWishes found = Pages.of(wishes.of(id, by.doctor(), by));
        return desk.posted(round, found, by, address(id) + "/onsker", address(id), Wishes::new);
    }

    static String address(RoundId round) {
        return BASE + "/" + round;
    }
}
