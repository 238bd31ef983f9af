package no.alisplass.web.look;

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
import java.util.UUID;
import no.alisplass.domain.Result;
import no.alisplass.offer.Offer;
import no.alisplass.offer.Receipt;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.web.offer.OfferAnswers;
import no.alisplass.web.offer.OfferDesk;
import no.alisplass.web.offer.OfferTask;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** An offer to the doctor who looks, and the doctor's own answer where the hospital's settings let the doctor give it. */
@Path(LookOfferPages.BASE)
@Blocking
public class LookOfferPages {
    static final String BASE = OwnLookPages.BASE + "/tilbud";

    private final LookOffers own;
    private final OfferAnswers answers;
    private final OfferDesk desk;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    LookOfferPages(LookOffers own, OfferAnswers answers, OfferDesk desk, FormRequest posted, Flash flash) {
        this.own = own;
        this.answers = answers;
        this.desk = desk;
        this.posted = posted;
        this.flash = flash;
    }

    record Answer(OfferAnswers.OfferPage page, Form form) implements TemplateInstance {}

    record Confirm(OfferAnswers.Confirm confirm, Form form) implements TemplateInstance {}

    record Take(OfferDesk.StepPage step, Form form) implements TemplateInstance {}

    @GET
    @Path("{offer}")
    @RolesAllowed(Roles.DOCTOR)
    @ShowsPersons(Seen.OWN_RECORD)
    @Operation(hidden = true)
    public Response show(@PathParam("offer") @Min(1) @Max(999_999_999_999L) long id) {
        return Pages.show(page(own.offer(id), Form.empty()));
    }

    /** The first of the two steps of an answer, at the address of the offer, so that what was refused can be read in another language. */
    @POST
    @Path("{offer}")
    @RolesAllowed(Roles.DOCTOR)
    @ShowsPersons(Seen.OWN_RECORD)
    @Operation(hidden = true)
    public Response begin(@PathParam("offer") @Min(1) @Max(999_999_999_999L) long id) {
        Offer offer = own.offer(id);
        Form form = posted.form();
        return answers.begin(offer, form, own.by())
                .map(key -> Pages.seeOther(OfferAnswers.confirmAt(LookOffers.base(offer), key)))
                .orElseGet(() -> Pages.faulty(page(own.offer(id), form)));
    }

    @GET
    @Path("{offer}/bekreft/{key}")
    @RolesAllowed(Roles.DOCTOR)
    @ShowsPersons(Seen.OWN_RECORD)
    @Operation(hidden = true)
    public Response confirm(
            @PathParam("offer") @Min(1) @Max(999_999_999_999L) long id,
            @PathParam("key") @Pattern(regexp = OfferAnswers.KEY) @Size(max = 36) String key) {
        Offer offer = own.offer(id);
        return answers.confirm(offer, UUID.fromString(key), own.by(), LookOffers.base(offer))
                .map(page -> Pages.show(new Confirm(page, Form.empty())))
                .orElseGet(() -> Pages.seeOther(LookOffers.base(offer)));
    }

    @POST
    @Path("{offer}/bekreft/{key}")
    @RolesAllowed(Roles.DOCTOR)
    @ShowsPersons(Seen.OWN_RECORD)
    @Operation(hidden = true)
    public Response give(
            @PathParam("offer") @Min(1) @Max(999_999_999_999L) long id,
            @PathParam("key") @Pattern(regexp = OfferAnswers.KEY) @Size(max = 36) String key) {
        Offer offer = own.offer(id);
        Result<Receipt> given = answers.give(offer, UUID.fromString(key), own.by());
        if (given instanceof Result.Done<Receipt> done) {
            flash.tell("offer-given", done.value().number());
            return Pages.seeOther(LookOffers.base(offer));
        }
        Form form = posted.form();
        OfferDesk.refuse(form, given);
        return Pages.faulty(page(own.offer(id), form));
    }

    @GET
    @Path("{offer}/{step}")
    @RolesAllowed(Roles.DOCTOR)
    @ShowsPersons(Seen.OWN_RECORD)
    @Operation(hidden = true)
    public Response step(
            @PathParam("offer") @Min(1) @Max(999_999_999_999L) long id,
            @PathParam("step") @Pattern(regexp = OfferTask.SLUG) @Size(max = 30) String slug) {
        Offer offer = own.offer(id);
        return desk.step(slug, offer, own.by(), LookOffers.base(offer), Take::new);
    }

    @POST
    @Path("{offer}/{step}")
    @RolesAllowed(Roles.DOCTOR)
    @ShowsPersons(Seen.OWN_RECORD)
    @Operation(hidden = true)
    public Response taken(
            @PathParam("offer") @Min(1) @Max(999_999_999_999L) long id,
            @PathParam("step") @Pattern(regexp = OfferTask.SLUG) @Size(max = 30) String slug) {
        Offer offer = own.offer(id);
        return desk.taken(slug, offer, own.by(), LookOffers.base(offer), Take::new);
    }

    private Answer page(Offer offer, Form form) {
        OfferAnswers.OfferPage page = answers.page(offer, own.by(), LookOffers.base(offer));
        return new Answer(page, form);
    }
}
