package no.alisplass.web.coordinator.offer;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Decisions;
import no.alisplass.offer.Offer;
import no.alisplass.offer.OfferFilter;
import no.alisplass.offer.Offers;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.RecallReason;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.round.Round;
import no.alisplass.web.coordinator.CoordinatorQueries;
import no.alisplass.web.coordinator.RoundHeader;
import no.alisplass.web.offer.OfferDesk;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** After a fault in the run: all of a round that is not answered is taken back, asked for by one and confirmed by another. */
@Path("/koordinator/runder/{round}/tilbakekall")
@Blocking
public class OfferRecallPages {
    /** More than a round has doctors. */
    private static final int MOST = 20_000;

    private final Offers offers;
    private final Decisions decisions;
    private final CoordinatorQueries desk;
    private final Caller caller;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    OfferRecallPages(
            Offers offers,
            Decisions decisions,
            CoordinatorQueries desk,
            Caller caller,
            FormRequest posted,
            Flash flash) {
        this.offers = offers;
        this.decisions = decisions;
        this.desk = desk;
        this.caller = caller;
        this.posted = posted;
        this.flash = flash;
    }

    /**
     * @param unanswered how many offers
     * @param own of those, how many this one has asked to recall
     * @param byOther and how many another has, which this one can confirm
     * @param more whether there are others
     */
    record Recall(
            RoundHeader frame,
            List<Link> trail,
            int unanswered,
            long own,
            long byOther,
            boolean more,
            List<Choice> reasons,
            String action,
            Form form)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response look(RoundId round) {
        return Pages.show(page(desk.round(round), Form.empty()));
    }

    private Recall page(Round round, Form form) {
        List<Offer> open = offers.page(OfferFilter.of(by()).in(round.id()).in(EnumSet.of(OfferState.SENT)), 0, MOST)
                .offers();
        List<String> asked = open.stream()
                .map(each -> each.facts().recallAskedBy())
                .filter(each -> each != null)
                .toList();
        long own = asked.stream().filter(caller.name()::equals).count();
        return new Recall(
                RoundHeader.of(round, OfferBoardPages.HERE),
                OfferReleasePages.trail(round),
                open.size(),
                own,
                asked.size() - own,
                asked.size() < open.size(),
                OfferDesk.choices(RecallReason.values()),
                address(round.id()),
                form);
    }

    /** All steps at one address, so that what was refused can be read in another language. */
    @POST
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response ask(RoundId round) {
        Form form = posted.form();
        boolean confirms = form.value("steg").equals("bekreft");
        boolean undoes = form.value("steg").equals("angre");
        String text = form.lines("text", Decisions.MAX_TEXT);
        String reason = form.value("reason").isBlank() ? null : form.value("reason");
        Result<Integer> outcome = form.faulty()
                ? Result.invalid(form.findings())
                : confirms
                        ? decisions.recallAll(round, by())
                        : undoes
                                ? decisions.unaskRecallOfAll(round, by())
                                : decisions.askRecallOfAll(round, reason, text, by());
        if (outcome instanceof Result.Done<Integer> done) {
            flash.tell(confirms ? "recall-done" : undoes ? "recall-unasked" : "recall-asked", done.value());
            return Pages.seeOther(OfferBoardPages.base(round));
        }
        OfferDesk.refuse(form, outcome);
        return Pages.faulty(page(desk.round(round), form));
    }

    private static String address(RoundId round) {
        return RoundHeader.base(round.value()) + "/tilbakekall";
    }

    private Acting by() {
        return Acting.as(Actor.COORDINATOR, caller);
    }
}
