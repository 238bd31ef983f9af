package no.alisplass.web.coordinator.offer;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.message.Message;
import no.alisplass.domain.message.Place;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Releases;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.refill.RefillPreview;
import no.alisplass.offer.refill.Refills;
import no.alisplass.offer.refill.StoredRefill;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.problem.Resource;
import no.alisplass.refill.RefillMode;
import no.alisplass.round.Round;
import no.alisplass.web.coordinator.CoordinatorQueries;
import no.alisplass.web.coordinator.RoundHeader;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who would get what has fallen free, and why, before it is given. */
@Path("/koordinator/runder/{round}/utfylling")
@Blocking
public class OfferRefillPages {
    private final Refills refills;
    private final Releases releases;
    private final CoordinatorQueries desk;
    private final Caller caller;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    OfferRefillPages(
            Refills refills,
            Releases releases,
            CoordinatorQueries desk,
            Caller caller,
            FormRequest posted,
            Flash flash) {
        this.refills = refills;
        this.releases = releases;
        this.desk = desk;
        this.caller = caller;
        this.posted = posted;
        this.flash = flash;
    }

    /** What one doctor would get. @param from empty where nothing is held */
    @TemplateData
    public record Change(String name, String area, String from, String to) {}

    /**
     * @param now whether it can be done now
     * @param inTheWay why not
     * @param onlyWaiting whether nobody who has said yes is moved any longer
     * @param chains of each seat that changes hands, what happens, in order
     * @param hash of what is shown, so that nothing else is done
     */
    record Preview(
            RoundHeader frame,
            List<Link> trail,
            boolean now,
            List<String> inTheWay,
            boolean onlyWaiting,
            List<Change> placed,
            List<Change> upgraded,
            List<List<String>> chains,
            List<List<String>> conflicts,
            List<String> free,
            int waiting,
            String hash,
            String action,
            Form form)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.ROUND_OFFERS)
    @Operation(hidden = true)
    public Response preview(RoundId round) {
        return releases.of(round).isEmpty()
                ? Pages.seeOther(OfferBoardPages.base(round))
                : Pages.show(page(round, Form.empty()));
    }

    private Preview page(RoundId id, Form form) {
        Round round = desk.round(id);
        RefillPreview shown = Pages.of(refills.preview(id, by()));
        Names names = desk.names(round.hospital());
        return new Preview(
                RoundHeader.of(round, OfferBoardPages.HERE),
                OfferReleasePages.trail(round),
                shown.inTheWay().isEmpty() && shown.givesSomething(),
                shown.inTheWay().stream().map(Texts::of).toList(),
                shown.mode() == RefillMode.WAITING_ONLY,
                changes(shown.placed(), names),
                changes(shown.upgraded(), names),
                sentences(shown.chains()),
                sentences(shown.conflicts()),
                shown.free().stream().flatMap(OfferRefillPages::free).toList(),
                shown.waiting(),
                shown.hash(),
                address(id),
                form);
    }

    private static List<Change> changes(List<RefillPreview.Change> all, Names names) {
        return all.stream()
                .map(each -> new Change(
                        each.name(), names.area(each.area()), names.stays(each.from()), names.stays(each.to())))
                .toList();
    }

    private static List<List<String>> sentences(List<List<Message>> all) {
        return all.stream().map(each -> each.stream().map(Texts::of).toList()).toList();
    }

    private static Stream<String> free(Resource some) {
        return some
                .id()
                .seat()
                .map(seat -> Texts.of(
                        Message.of("web-offer.refill-free-some", seat.position(), seat.halfYear(), some.capacity())))
                .stream();
    }

    @POST
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.ROUND_OFFERS)
    @Operation(hidden = true)
    public Response refill(RoundId round) {
        Form form = posted.form();
        Result<StoredRefill> outcome = refills.refill(round, form.value("hash"), by());
        if (outcome instanceof Result.Done<StoredRefill> done) {
            StoredRefill refill = done.value();
            flash.tell("refill-done", refill.placed(), refill.upgraded());
            return Pages.seeOther(
                    refill.offerRound() == null
                            ? OfferBoardPages.base(round)
                            : RoundHeader.base(round.value()) + "/tilbudsrunder/" + refill.offerRound());
        }
        ((Result.Refused<StoredRefill>) outcome)
                .findings()
                .forEach(each -> form.refuse(each.at(new Place.Field(Form.WHOLE))));
        return Pages.faulty(page(round, form));
    }

    static String address(RoundId round) {
        return RoundHeader.base(round.value()) + "/utfylling";
    }

    private Acting by() {
        return Acting.as(Actor.COORDINATOR, caller);
    }
}
