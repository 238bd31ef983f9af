package no.alisplass.web.municipality.register;

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
import java.util.List;
import java.util.Map;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.message.Place;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.DoctorFacts;
import no.alisplass.register.DoctorRecord;
import no.alisplass.register.begun.BegunDoctor;
import no.alisplass.register.begun.BegunDoctors;
import no.alisplass.register.entry.Remark;
import no.alisplass.web.municipality.DoctorChoices;
import no.alisplass.web.municipality.DoctorPages;
import no.alisplass.web.municipality.DoctorVersions;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Page;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * A new doctor, step by step: what is typed is kept as it is typed, can be left and taken up again by anyone of the area, and becomes a
 * record once nothing that is required is missing.
 */
@Path(OwnBegun.BASE)
@Blocking
public class BegunPages {
    private static final int CONFLICT = Response.Status.CONFLICT.getStatusCode();

    private final OwnRegister own;
    private final OwnBegun kept;
    private final BegunDoctors begun;
    private final StepParts parts;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    BegunPages(OwnRegister own, OwnBegun kept, BegunDoctors begun, StepParts parts, FormRequest posted, Flash flash) {
        this.own = own;
        this.kept = kept;
        this.begun = begun;
        this.parts = parts;
        this.posted = posted;
        this.flash = flash;
    }

    @GET
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(hidden = true)
    public Response add() {
        Form form = DoctorChoices.blank();
        return Pages.show(parts.step(kept.edited(form), DoctorStep.WHO, form, "", null, List.of()));
    }

    /** The first step: who it is. Once something is kept, the form that saves itself says of whom. */
    @POST
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.BEGUN_DOCTOR)
    @Operation(hidden = true)
    public Response begin(@Context HttpServerRequest request) {
        Form typed = posted.form();
        boolean part = Page.partOnly(request);
        if (typed.value("key").matches(OwnBegun.KEY)) {
            return keep(kept.find(typed.value("key")), DoctorStep.WHO, typed, part);
        }
        Map<String, List<String>> mine = StepFields.of(DoctorStep.WHO, StepFields.of(typed));
        Form form = Form.of(StepFields.with(StepFields.of(DoctorChoices.blank()), DoctorStep.WHO, mine));
        if (StepFields.blank(mine)) {
            kept.edited(form).found().of(DoctorStep.WHO).forEach(each -> form.refuse(each.finding()));
        } else {
            kept.registered(mine).forEach(form::refuse);
        }
        BegunDoctor after =
                form.faulty() ? null : form.take(begun.begin(own.area(), mine)).orElse(null);
        if (after == null) {
            return part
                    ? StepParts.unsaved(StepParts.first(form))
                    : Pages.faulty(
                            parts.step(kept.edited(form), DoctorStep.WHO, form, "", kept.known(form), List.of()));
        }
        Response answer = done(after, DoctorStep.WHO, part);
        return part
                ? Response.fromResponse(answer)
                        .header("HX-Replace-Url", OwnBegun.address(after.key()) + "/" + DoctorStep.WHO.getAddress())
                        .build()
                : answer;
    }

    @GET
    @Path("{key : " + OwnBegun.KEY + "}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.BEGUN_DOCTOR)
    @Operation(hidden = true)
    public Response steps(@PathParam("key") @Pattern(regexp = OwnBegun.KEY) @Size(max = 22) String key) {
        return Pages.show(overview(kept.find(key), Form.empty()));
    }

    @GET
    @Path("{key : " + OwnBegun.KEY + "}/{step : " + DoctorStep.ADDRESSES + "}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.BEGUN_DOCTOR)
    @Operation(hidden = true)
    public Response step(
            @PathParam("key") @Pattern(regexp = OwnBegun.KEY) @Size(max = 22) String key,
            @PathParam("step") @Pattern(regexp = DoctorStep.ADDRESSES) @Size(max = 20) String address) {
        return Pages.show(page(kept.find(key), DoctorStep.at(address)));
    }

    @POST
    @Path("{key : " + OwnBegun.KEY + "}/{step : " + DoctorStep.ADDRESSES + "}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.BEGUN_DOCTOR)
    @Operation(hidden = true)
    public Response saved(
            @PathParam("key") @Pattern(regexp = OwnBegun.KEY) @Size(max = 22) String key,
            @PathParam("step") @Pattern(regexp = DoctorStep.ADDRESSES) @Size(max = 20) String address,
            @Context HttpServerRequest request) {
        return keep(kept.find(key), DoctorStep.at(address), posted.form(), Page.partOnly(request));
    }

    private Response keep(BegunDoctor before, DoctorStep step, Form typed, boolean part) {
        Map<String, List<String>> mine = StepFields.of(step, StepFields.of(typed));
        String now = base(before, step);
        if (!typed.value("base").equals(now) && !StepFields.print(mine).equals(now)) {
            return part ? StepParts.unsaved(Texts.of("step-clash")) : Pages.show(clash(before, step, mine), CONFLICT);
        }
        Form form = Form.of(StepFields.with(StepFields.of(OwnBegun.form(before)), step, mine));
        kept.registered(mine).forEach(form::refuse);
        BegunDoctor after = form.faulty()
                ? null
                : form.take(begun.keep(own.area(), before.key(), step::holds, mine, before.version()))
                        .orElse(null);
        if (after != null) {
            return done(after, step, part);
        }
        return part
                ? StepParts.unsaved(StepParts.first(form))
                : Pages.faulty(
                        parts.step(kept.edited(before), step, form, typed.value("base"), kept.known(form), List.of()));
    }

    /** It is kept: on to the next step, unless something that is typed here cannot be right. */
    private Response done(BegunDoctor after, DoctorStep step, boolean part) {
        if (part) {
            return Pages.show(parts.saved(kept.edited(after), step, base(after, step)));
        }
        StepParts.Step page = page(after, step);
        if (page.form().faulty()) {
            return Pages.faulty(page);
        }
        String address = OwnBegun.address(after.key());
        return Pages.seeOther(
                step.after().map(next -> address + "/" + next.getAddress()).orElse(address));
    }

    /** The step with what is wrong of what is typed in it; what is missing is told in the list of steps. */
    private StepParts.Step page(BegunDoctor doctor, DoctorStep step) {
        EditedDoctor edited = kept.edited(doctor);
        Form form = edited.whole().copy();
        edited.found().of(step).stream()
                .filter(each -> !StepFindings.isMissing(each, form))
                .map(Remark::finding)
                .forEach(form::refuse);
        return parts.step(edited, step, form, base(doctor, step), kept.known(form), List.of());
    }

    private static String base(BegunDoctor doctor, DoctorStep step) {
        return StepFields.print(StepFields.of(step, StepFields.of(OwnBegun.form(doctor))));
    }

    private DoctorPages.Clash clash(BegunDoctor now, DoctorStep step, Map<String, List<String>> mine) {
        EditedDoctor doctor = kept.edited(now);
        return DoctorVersions.clash(
                OwnRegister.trail(),
                doctor.address(step),
                doctor.called(),
                StepFields.of(step, StepFields.of(doctor.whole())),
                Form.of(mine),
                own.choices(RegisterForm.departments(Form.of(mine))),
                base(now, step));
    }

    /** Nothing is missing: the doctor is registered, as it was shown. */
    @POST
    @Path("{key : " + OwnBegun.KEY + "}/registrer")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.BEGUN_DOCTOR)
    @Operation(hidden = true)
    public Response register(@PathParam("key") @Pattern(regexp = OwnBegun.KEY) @Size(max = 22) String key) {
        BegunDoctor doctor = kept.find(key);
        Form answer = posted.form();
        if (!answer.value("version").equals(Long.toString(doctor.version()))) {
            return lookAgain(doctor, answer);
        }
        Form form = OwnBegun.form(doctor);
        DoctorFacts facts = kept.facts(form);
        if (form.faulty()) {
            answer.refuse(Finding.of(Form.WHOLE, null, "web-municipality.begun-not-yet"));
            return Pages.faulty(overview(doctor, answer));
        }
        List<Finding> registered = kept.registered(doctor.fields());
        if (!registered.isEmpty()) {
            registered.forEach(each -> answer.refuse(each.at(new Place.Field(Form.WHOLE))));
            return Pages.show(overview(doctor, answer), CONFLICT);
        }
        Result<DoctorRecord> outcome = begun.register(own.area(), key, facts, doctor.version());
        if (outcome instanceof Result.Refused<DoctorRecord> refused) {
            if (refused.findings().stream().anyMatch(each -> each.code().equals(BegunDoctors.CHANGED))) {
                return lookAgain(kept.find(key), answer);
            }
            refused.findings().forEach(each -> answer.refuse(each.at(new Place.Field(Form.WHOLE))));
            return Pages.faulty(overview(doctor, answer));
        }
        flash.tell("register-added", facts.entry().name());
        return Pages.seeOther(OwnRegister.address(facts.entry().hpr()));
    }

    private Response lookAgain(BegunDoctor now, Form answer) {
        answer.refuse(Finding.of(Form.WHOLE, null, "web-municipality.begun-look-again"));
        return Pages.show(overview(now, answer), CONFLICT);
    }

    @POST
    @Path("{key : " + OwnBegun.KEY + "}/slett")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(hidden = true)
    public Response discard(@PathParam("key") @Pattern(regexp = OwnBegun.KEY) @Size(max = 22) String key) {
        Pages.of(begun.discard(own.area(), key));
        flash.tell("begun-discarded");
        return Pages.seeOther(OwnRegister.START);
    }

    private StepParts.Overview overview(BegunDoctor doctor, Form answer) {
        EditedDoctor edited = kept.edited(doctor);
        String address = OwnBegun.address(doctor.key());
        Link known = kept.known(answer);
        return new StepParts.Overview(
                Texts.of("begun-title", edited.called()),
                Texts.of("step-missing", edited.missing()) + " "
                        + Texts.of("begun-left", Formats.timestamp(doctor.changedAt()), doctor.changedBy()),
                edited.called(),
                edited.trail(),
                answer,
                known,
                edited.lines(null),
                edited.missing(),
                doctor.version(),
                address + "/registrer",
                address + "/slett",
                Formats.longDate(own.day(doctor.expiresAt())),
                null);
    }
}
