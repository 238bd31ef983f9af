package no.alisplass.web.department;

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
import java.util.Set;
import java.util.stream.Stream;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Offer;
import no.alisplass.offer.OfferFilter;
import no.alisplass.offer.OfferPage;
import no.alisplass.offer.Offers;
import no.alisplass.offer.life.OfferState;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.web.offer.OfferDesk;
import no.alisplass.web.offer.OfferTask;
import no.alisplass.web.offer.OfferWords;
import no.alisplass.web.offer.ServedDesk;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who comes to a department when, and of whom it has to decide before an offer is sent. */
@Path(DepartmentOfferPages.BASE)
@Blocking
public class DepartmentOfferPages {
    static final String BASE = "/avdeling/tilbud";

    private static final Set<OfferState> UNDECIDED = EnumSet.of(OfferState.DRAFT);
    private static final Set<OfferState> COMING =
            EnumSet.of(OfferState.ACCEPTED, OfferState.ACCEPTED_UPGRADABLE, OfferState.CONFIRMED, OfferState.STARTED);
    /** What a department is told of that came to nothing. */
    private static final Set<OfferState> GONE = EnumSet.of(
            OfferState.TURNED_DOWN,
            OfferState.DROPPED,
            OfferState.RECALLED,
            OfferState.WITHDRAWN,
            OfferState.DEFERRED,
            OfferState.VOID,
            OfferState.UPGRADED);

    private final Offers offers;
    private final OfferDesk desk;
    private final ServedDesk served;
    private final OfferWords words;
    private final OwnDepartment own;

    @Inject
    DepartmentOfferPages(Offers offers, OfferDesk desk, ServedDesk served, OfferWords words, OwnDepartment own) {
        this.offers = offers;
        this.desk = desk;
        this.served = served;
        this.words = words;
        this.own = own;
    }

    /** @param undecided a page of those that wait for a decision, as {@code coming} of those who come, and {@code gone} of those who do not after all */
    record Coming(Cut<OfferWords.Told> undecided, Cut<OfferWords.Told> coming, Cut<OfferWords.Told> gone)
            implements TemplateInstance {}

    record Show(List<Link> trail, OfferWords.Told offer, List<OfferDesk.Button> buttons, List<OfferWords.Line> lines)
            implements TemplateInstance {}

    record Take(List<Link> trail, OfferDesk.StepPage step, Form form) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.DEPARTMENT)
    @ShowsPersons(Seen.OFFERS)
    @Operation(hidden = true)
    public Response coming(
            @QueryParam("vurder") @DefaultValue("1") @Min(1) @Max(10_000) int undecided,
            @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int side,
            @QueryParam("borte") @DefaultValue("1") @Min(1) @Max(10_000) int gone) {
        return Pages.show(new Coming(cut(UNDECIDED, undecided), cut(COMING, side), cut(GONE, gone)));
    }

    private Cut<OfferWords.Told> cut(Set<OfferState> states, int side) {
        Acting by = own.by();
        OfferFilter filter = OfferFilter.of(by).in(states);
        OfferPage found = offers.byDay(filter, side - 1, Cut.PAGE);
        int at = Math.min(side, Cut.last(Cut.PAGE, found.total()));
        if (at < side) {
            found = offers.byDay(filter, at - 1, Cut.PAGE);
        }
        return Cut.at(words.all(found.offers(), by, DepartmentOfferPages::base), at, found.total());
    }

    @GET
    @Path("{offer}")
    @RolesAllowed(Roles.DEPARTMENT)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response show(@PathParam("offer") @Min(1) @Max(999_999_999_999L) long id) {
        Acting by = own.by();
        Offer offer = desk.offer(id, by);
        return Pages.show(new Show(
                List.of(Link.to(Texts.of("department-offers"), BASE)),
                words.one(offer, by, base(offer)),
                Stream.concat(
                                desk.buttons(offer, by, base(offer)).stream(),
                                served.buttons(offer, by, ServedPages.BASE).stream())
                        .toList(),
                words.record(Pages.of(offers.events(id, by)), by)));
    }

    @GET
    @Path("{offer}/{step}")
    @RolesAllowed(Roles.DEPARTMENT)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response step(
            @PathParam("offer") @Min(1) @Max(999_999_999_999L) long id,
            @PathParam("step") @Pattern(regexp = OfferTask.SLUG) @Size(max = 30) String slug) {
        Offer offer = desk.offer(id, own.by());
        return desk.step(slug, offer, own.by(), base(offer), (step, form) -> new Take(trail(step), step, form));
    }

    @POST
    @Path("{offer}/{step}")
    @RolesAllowed(Roles.DEPARTMENT)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response taken(
            @PathParam("offer") @Min(1) @Max(999_999_999_999L) long id,
            @PathParam("step") @Pattern(regexp = OfferTask.SLUG) @Size(max = 30) String slug) {
        Offer offer = desk.offer(id, own.by());
        return desk.taken(slug, offer, own.by(), base(offer), (step, form) -> new Take(trail(step), step, form));
    }

    private static List<Link> trail(OfferDesk.StepPage step) {
        return List.of(
                Link.to(Texts.of("department-offers"), BASE),
                Link.to(step.offer().name(), step.back()));
    }

    private static String base(Offer offer) {
        return BASE + "/" + offer.id();
    }
}
