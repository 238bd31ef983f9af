package no.alisplass.web.municipality.register;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.message.Place;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.DoctorRecord;
import no.alisplass.register.look.DoctorAnswer;
import no.alisplass.register.look.DoctorAnswers;
import no.alisplass.register.look.LookLink;
import no.alisplass.register.look.Looks;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.shell.Section;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Letting one doctor look at what is registered, and what the doctor says of it. */
@Path(OwnRegister.BASE + "/{hprNumber : " + OwnRegister.HPR + "}" + RegisterLookPages.PLACE)
@Blocking
public class RegisterLookPages {
    static final String PLACE = "/innsyn";

    private static final int LINKS = 10;
    private static final int ANSWERS = 20;

    private final OwnRegister own;
    private final Looks looks;
    private final DoctorAnswers answers;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    RegisterLookPages(OwnRegister own, Looks looks, DoctorAnswers answers, FormRequest posted, Flash flash) {
        this.own = own;
        this.looks = looks;
        this.answers = answers;
        this.posted = posted;
        this.flash = flash;
    }

    /**
     * A link that was made.
     *
     * @param state in words, with until when
     * @param holds whether it can be withdrawn
     */
    @TemplateData
    public record Row(long id, Instant madeAt, String madeBy, String state, boolean holds) {}

    /** What the doctor said, and what was done. @param wrong null when all was right */
    @TemplateData
    public record Said(long id, Instant at, String wrong, boolean open, String came) {}

    /** @param seen the latest link there is, 0 for none */
    record Look(
            String name,
            List<Link> trail,
            String address,
            boolean closed,
            long seen,
            boolean holds,
            List<Row> links,
            List<Said> said,
            Form form)
            implements TemplateInstance {}

    /** @param href the link; it is shown here and never again */
    record Made(String name, List<Link> trail, String address, String href, Instant until)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.DOCTOR_ANSWERS)
    @Operation(hidden = true)
    public Response look(@PathParam("hprNumber") @Pattern(regexp = OwnRegister.HPR) @Size(max = 9) String hprNumber) {
        return Pages.show(page(OwnRegister.number(hprNumber), Form.empty()));
    }

    /** Shows the link at once: nothing that could be read again keeps it. Loading that page again makes no other. */
    @POST
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.DOCTOR_ANSWERS)
    @Operation(hidden = true)
    public Response make(
            @PathParam("hprNumber") @Pattern(regexp = OwnRegister.HPR) @Size(max = 9) String hprNumber,
            @Context HttpServerRequest request) {
        HprNumber hpr = OwnRegister.number(hprNumber);
        Form form = posted.form();
        Result<Looks.Made> outcome = looks.make(own.area(), hpr, number(form, "seen"));
        if (!(outcome instanceof Result.Done<Looks.Made> done)) {
            return refused(hpr, form, outcome);
        }
        DoctorRecord known = own.doctor(hpr);
        String href = request.scheme() + "://" + request.authority() + Section.LOOK + "#"
                + done.value().key();
        return Pages.show(new Made(
                known.doctor().facts().entry().name(),
                trail(known),
                OwnRegister.address(hpr),
                href,
                done.value().link().opensUntil()));
    }

    @POST
    @Path("trekk")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.DOCTOR_ANSWERS)
    @Operation(hidden = true)
    public Response withdraw(
            @PathParam("hprNumber") @Pattern(regexp = OwnRegister.HPR) @Size(max = 9) String hprNumber) {
        HprNumber hpr = OwnRegister.number(hprNumber);
        Form form = posted.form();
        Result<LookLink> outcome = looks.withdraw(own.area(), hpr, number(form, "id"));
        if (outcome instanceof Result.Done) {
            flash.tell("look-withdrawn");
            return Pages.seeOther(OwnRegister.address(hpr) + PLACE);
        }
        return refused(hpr, form, outcome);
    }

    @POST
    @Path("ferdig")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.DOCTOR_ANSWERS)
    @Operation(hidden = true)
    public Response done(@PathParam("hprNumber") @Pattern(regexp = OwnRegister.HPR) @Size(max = 9) String hprNumber) {
        HprNumber hpr = OwnRegister.number(hprNumber);
        Form form = posted.form();
        DoctorAnswer.Outcome how =
                form.chosen("outcome", DoctorAnswer.Outcome::valueOf).orElse(null);
        if (form.faulty()) {
            return Pages.faulty(page(hpr, form));
        }
        Result<DoctorAnswer> outcome = answers.done(own.area(), hpr, number(form, "id"), how);
        if (outcome instanceof Result.Done) {
            flash.tell("look-task-done-" + how);
            return Pages.seeOther(OwnRegister.address(hpr) + PLACE);
        }
        return refused(hpr, form, outcome);
    }

    private static long number(Form form, String name) {
        String value = form.value(name);
        return value.matches("[0-9]{1,18}") ? Long.parseLong(value) : 0;
    }

    /** The page as it is now, with why nothing was done. */
    private Response refused(HprNumber hpr, Form form, Result<?> outcome) {
        Result.Refused<?> refused = (Result.Refused<?>) outcome;
        if (refused.kind() == Result.Kind.NOT_FOUND) {
            Pages.of(outcome);
        }
        refused.findings().forEach(each -> form.refuse(each.at(new Place.Field(Form.WHOLE))));
        return Pages.show(page(hpr, form), Response.Status.CONFLICT.getStatusCode());
    }

    private static List<Link> trail(DoctorRecord known) {
        return OwnRegister.trail(known);
    }

    private Look page(HprNumber hpr, Form form) {
        DoctorRecord known = own.doctor(hpr);
        List<LookLink> links = Pages.of(looks.links(own.area(), hpr, 0, LINKS)).links();
        List<Row> rows = links.stream().map(this::row).toList();
        return new Look(
                known.doctor().facts().entry().name(),
                trail(known),
                OwnRegister.address(hpr),
                !known.doctor().isOpen(),
                links.isEmpty() ? 0 : links.get(0).id(),
                rows.stream().anyMatch(Row::holds),
                rows,
                Pages.of(answers.of(own.area(), hpr, ANSWERS)).stream()
                        .map(RegisterLookPages::said)
                        .toList(),
                form);
    }

    private Row row(LookLink link) {
        LookLink.State state = looks.state(link);
        Instant when =
                switch (state) {
                    case WAITS, EXPIRED -> link.opensUntil();
                    case OPEN, OVER -> link.openedAt();
                    case WITHDRAWN, REPLACED -> link.endedAt();
                    case PARTED -> link.madeAt();
                };
        return new Row(
                link.id(),
                link.madeAt(),
                link.madeBy(),
                Texts.of("look-state-" + state, Formats.timestamp(when)),
                state == LookLink.State.WAITS || state == LookLink.State.OPEN);
    }

    private static Said said(DoctorAnswer answer) {
        String came = answer.isRight()
                ? LookingDoctors.right(answer)
                : answer.isOpen()
                        ? Texts.of("look-task-waits")
                        : Texts.of(
                                "look-task-was-" + answer.outcome(),
                                Formats.timestamp(answer.doneAt()),
                                answer.doneBy());
        return new Said(answer.id(), answer.at(), answer.wrong(), answer.isOpen(), came);
    }
}
