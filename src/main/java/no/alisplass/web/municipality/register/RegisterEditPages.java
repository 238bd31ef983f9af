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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.DoctorFacts;
import no.alisplass.register.DoctorRecord;
import no.alisplass.register.Register;
import no.alisplass.register.entry.HealthWords;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.Severity;
import no.alisplass.web.municipality.DoctorChoices;
import no.alisplass.web.municipality.DoctorForm;
import no.alisplass.web.municipality.DoctorPages;
import no.alisplass.web.municipality.DoctorVersions;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Page;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * What is known of a doctor, changed step by step; each step is saved by itself. The form carries what the step was opened with, as
 * {@code base}: what others change in other steps is not in the way.
 */
@Path(OwnRegister.BASE + "/{hprNumber : " + OwnRegister.HPR + "}/endre")
@Blocking
public class RegisterEditPages {
    private final OwnRegister own;
    private final Register register;
    private final StepParts parts;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    RegisterEditPages(OwnRegister own, Register register, StepParts parts, FormRequest posted, Flash flash) {
        this.own = own;
        this.register = register;
        this.parts = parts;
        this.posted = posted;
        this.flash = flash;
    }

    /** The doctor as it stands, with the fields of the form. */
    private record Opened(DoctorRecord known, DoctorChoices choices, Map<String, List<String>> fields) {
        String base(DoctorStep step) {
            return StepFields.print(StepFields.of(step, fields));
        }
    }

    @GET
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.REGISTERED_DOCTOR)
    @Operation(hidden = true)
    public Response steps(@PathParam("hprNumber") @Pattern(regexp = OwnRegister.HPR) @Size(max = 9) String hprNumber) {
        HprNumber hpr = OwnRegister.number(hprNumber);
        EditedDoctor doctor = edited(opened(hpr, Form.empty()));
        return Pages.show(new StepParts.Overview(
                Texts.of("register-edit-of", doctor.called()),
                Texts.of("step-overview-lead"),
                Texts.of("register-edit-change"),
                doctor.trail(),
                Form.empty(),
                null,
                doctor.lines(null),
                0,
                0,
                null,
                null,
                null,
                OwnRegister.address(hpr)));
    }

    @GET
    @Path("{step : " + DoctorStep.ADDRESSES + "}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.REGISTERED_DOCTOR)
    @Operation(hidden = true)
    public Response step(
            @PathParam("hprNumber") @Pattern(regexp = OwnRegister.HPR) @Size(max = 9) String hprNumber,
            @PathParam("step") @Pattern(regexp = DoctorStep.ADDRESSES) @Size(max = 20) String address) {
        DoctorStep step = DoctorStep.at(address);
        Opened opened = opened(OwnRegister.number(hprNumber), Form.empty());
        return Pages.show(
                parts.step(edited(opened), step, Form.of(opened.fields()), opened.base(step), null, List.of()));
    }

    @POST
    @Path("{step : " + DoctorStep.ADDRESSES + "}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.REGISTERED_DOCTOR)
    @Operation(hidden = true)
    public Response saved(
            @PathParam("hprNumber") @Pattern(regexp = OwnRegister.HPR) @Size(max = 9) String hprNumber,
            @PathParam("step") @Pattern(regexp = DoctorStep.ADDRESSES) @Size(max = 20) String address,
            @Context HttpServerRequest request) {
        DoctorStep step = DoctorStep.at(address);
        HprNumber hpr = OwnRegister.number(hprNumber);
        Form typed = posted.form();
        if (step == DoctorStep.WHO) {
            // The record is of its number: one that is wrong is another doctor's.
            typed.having("hprNumber", hpr.digits());
        }
        boolean part = Page.partOnly(request);
        Opened opened = opened(hpr, typed);
        Map<String, List<String>> mine = StepFields.of(step, StepFields.of(typed));
        if (!typed.value("base").equals(opened.base(step))
                && !StepFields.print(mine).equals(opened.base(step))) {
            return part
                    ? StepParts.unsaved(Texts.of("step-clash"))
                    : Pages.show(clash(opened, step, mine), Response.Status.CONFLICT.getStatusCode());
        }
        Form form = Form.of(StepFields.with(opened.fields(), step, mine));
        Optional<Finding> unseen = part ? newWordsOfHealth(opened, form) : Optional.empty();
        if (unseen.isPresent()) {
            return StepParts.unsaved(Texts.of(unseen.get()));
        }
        List<Remark> refused = put(opened, form);
        List<StepParts.Told> elsewhere = told(edited(opened), step, form, refused);
        if (form.faulty() || !refused.isEmpty()) {
            return part
                    ? StepParts.unsaved(
                            form.faulty()
                                    ? StepParts.first(form)
                                    : elsewhere.get(0).text())
                    : Pages.faulty(parts.step(edited(opened), step, form, typed.value("base"), null, elsewhere));
        }
        if (part) {
            Opened now = opened(hpr, typed);
            return Pages.show(parts.saved(edited(now), step, now.base(step)));
        }
        flash.tell("step-saved-of", form.copy().text("name", 200), step.getTitle());
        return Pages.seeOther(
                step.after().map(next -> address(hpr) + "/" + next.getAddress()).orElse(OwnRegister.address(hpr)));
    }

    /** Something of health in a note that is another: what is written stays in the history, so nothing of it is saved by itself. */
    private static Optional<Finding> newWordsOfHealth(Opened opened, Form form) {
        String note = form.copy().lines("note", DoctorForm.LONGEST_NOTE);
        return note.equals(Form.of(opened.fields()).lines("note", DoctorForm.LONGEST_NOTE))
                ? Optional.empty()
                : HealthWords.in(note).map(word -> Finding.of("note", null, "waitlist.health-words", word));
    }

    /** Writes the record, or says what is wrong with it beside what cannot be read. */
    private List<Remark> put(Opened opened, Form form) {
        DoctorFacts facts = RegisterForm.facts(form, opened.choices().departments());
        List<Finding> found = form.faulty()
                ? register.faults(own.area(), facts)
                : register.put(own.area(), facts, opened.known().doctor().version())
                                instanceof Result.Refused<DoctorRecord> refused
                        ? refused.findings()
                        : List.of();
        return found.stream()
                .map(each -> new Remark(Severity.ERROR, null, each))
                .toList();
    }

    /** Puts what is wrong with the step into its form; what is of another step, or has a half there, is given back. */
    private static List<StepParts.Told> told(EditedDoctor doctor, DoctorStep step, Form form, List<Remark> refused) {
        List<StepParts.Told> told = new ArrayList<>();
        for (Remark each : refused) {
            Optional<DoctorStep> place = DoctorStep.of(each.finding().field());
            if (place.isEmpty() || place.get() == step) {
                StepParts.refuse(form, each.finding());
                StepFindings.otherHalf(each, step)
                        .ifPresent(other -> told.add(StepParts.told(doctor, each, other, "step-other-half")));
            } else {
                told.add(StepParts.told(doctor, each, place.get(), "step-mend-there"));
            }
        }
        return told;
    }

    private DoctorPages.Clash clash(Opened opened, DoctorStep step, Map<String, List<String>> mine) {
        DoctorRecord known = opened.known();
        return DoctorVersions.clash(
                OwnRegister.trail(),
                address(known.doctor().hpr()) + "/" + step.getAddress(),
                known.doctor().facts().entry().name(),
                StepFields.of(step, opened.fields()),
                Form.of(mine),
                opened.choices(),
                opened.base(step));
    }

    /** @param typed the fields that departments may stand in beside those of the record */
    private Opened opened(HprNumber hpr, Form typed) {
        DoctorRecord known = own.doctor(hpr);
        DoctorFacts facts = known.doctor().facts();
        Set<String> departments = RegisterForm.departments(typed);
        departments.addAll(RegisterForm.departments(facts));
        DoctorChoices choices = own.choices(departments);
        return new Opened(known, choices, RegisterForm.fields(facts, choices.departments()));
    }

    private static EditedDoctor edited(Opened opened) {
        DoctorRecord known = opened.known();
        HprNumber hpr = known.doctor().hpr();
        return new EditedDoctor(
                known.doctor().facts().entry().name(),
                hpr,
                null,
                address(hpr),
                OwnRegister.trail(known),
                Form.of(opened.fields()),
                new StepFindings(known.remarks()),
                Set.of());
    }

    private static String address(HprNumber hpr) {
        return OwnRegister.address(hpr) + "/endre";
    }
}
