package no.alisplass.web.municipality.register;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.DoctorFacts;
import no.alisplass.register.DoctorRecord;
import no.alisplass.register.Register;
import no.alisplass.web.municipality.DoctorChoices;
import no.alisplass.web.municipality.DoctorForm;
import no.alisplass.web.municipality.DoctorParts;
import no.alisplass.web.municipality.DoctorVersions;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A doctor registered, and what is known of one changed. The form carries the version it was opened with, as {@code base}. */
@Path(OwnRegister.BASE)
@Blocking
public class RegisterEditPages {
    private final OwnRegister own;
    private final Register register;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    RegisterEditPages(OwnRegister own, Register register, FormRequest posted, Flash flash) {
        this.own = own;
        this.register = register;
        this.posted = posted;
        this.flash = flash;
    }

    /**
     * @param here what the page is called in the trail
     * @param name of the doctor; null for a new one
     * @param back where it goes without saving
     * @param known the address of the doctor who has the number typed for a new one; else null
     */
    record Edit(
            String title,
            String here,
            String name,
            List<Link> trail,
            String address,
            String back,
            String known,
            DoctorChoices choices,
            Form form,
            List<DoctorForm.PeriodRow> periods,
            List<RegisterForm.StayRow> stays,
            List<Choice> earliest,
            List<Choice> blocked,
            DoctorParts.Service service)
            implements TemplateInstance {}

    @GET
    @Path("ny")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(hidden = true)
    public Response add() {
        Form form = DoctorChoices.blank();
        return Pages.show(page(null, null, form, own.choices(RegisterForm.departments(form))));
    }

    @POST
    @Path("ny")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(hidden = true)
    public Response added() {
        Form form = posted.form();
        DoctorChoices choices = own.choices(RegisterForm.departments(form));
        DoctorFacts facts = RegisterForm.facts(form, choices.departments());
        HprNumber hpr = facts.entry().hpr();
        if (hpr != null && register.doctor(own.area(), hpr) instanceof Result.Done) {
            form.refuse(Finding.of("hprNumber", hpr.digits(), "web-municipality.register-already", hpr.digits()));
            return Pages.faulty(page(null, OwnRegister.address(hpr), form, choices));
        }
        if (!saved(form, facts, null)) {
            return Pages.faulty(page(null, null, form, choices));
        }
        flash.tell("register-added", facts.entry().name());
        return Pages.seeOther(OwnRegister.address(hpr));
    }

    @GET
    @Path("{hprNumber : " + OwnRegister.HPR + "}/endre")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.REGISTERED_DOCTOR)
    @Operation(hidden = true)
    public Response edit(@PathParam("hprNumber") @Pattern(regexp = OwnRegister.HPR) @Size(max = 9) String hprNumber) {
        DoctorRecord known = own.doctor(OwnRegister.number(hprNumber));
        DoctorFacts facts = known.doctor().facts();
        DoctorChoices choices = own.choices(RegisterForm.departments(facts));
        Form form = Form.of(RegisterForm.fields(facts, choices.departments()))
                .with("base", known.doctor().version());
        return Pages.show(page(known, null, form, choices));
    }

    @POST
    @Path("{hprNumber : " + OwnRegister.HPR + "}/endre")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.REGISTERED_DOCTOR)
    @Operation(hidden = true)
    public Response edited(@PathParam("hprNumber") @Pattern(regexp = OwnRegister.HPR) @Size(max = 9) String hprNumber) {
        HprNumber hpr = OwnRegister.number(hprNumber);
        DoctorRecord known = own.doctor(hpr);
        // The record is of its number: one that is wrong is another doctor's.
        Form form = posted.form().having("hprNumber", hpr.digits());
        DoctorChoices choices = own.choices(RegisterForm.departments(form));
        DoctorFacts facts = RegisterForm.facts(form, choices.departments());
        long version = known.doctor().version();
        if (!form.value("base").equals(Long.toString(version))) {
            return Pages.show(
                    DoctorVersions.clash(
                            OwnRegister.trail(),
                            address(hpr),
                            known.doctor().facts().entry().name(),
                            RegisterForm.fields(known.doctor().facts(), choices.departments()),
                            form,
                            choices,
                            Long.toString(version)),
                    Response.Status.CONFLICT.getStatusCode());
        }
        if (!saved(form, facts, version)) {
            return Pages.faulty(page(known, null, form, choices));
        }
        flash.tell("doctor-saved", facts.entry().name());
        return Pages.seeOther(OwnRegister.address(hpr));
    }

    /** Whether it is written; otherwise all that is wrong stands in the form, what cannot be read and what must not be. */
    private boolean saved(Form form, DoctorFacts facts, Long version) {
        List<Finding> found = form.faulty()
                ? register.faults(own.area(), facts)
                : register.put(own.area(), facts, version) instanceof Result.Refused<DoctorRecord> refused
                        ? refused.findings()
                        : List.of();
        for (Finding finding : found) {
            Finding here = DoctorVersions.atField(finding, finding.place());
            if (form.findings().stream().noneMatch(each -> each.field().equals(here.field()))) {
                form.refuse(RegisteredDoctorPages.placed(here));
            }
        }
        return !form.faulty();
    }

    private static String address(HprNumber hpr) {
        return OwnRegister.address(hpr) + "/endre";
    }

    private Edit page(DoctorRecord known, String taken, Form form, DoctorChoices choices) {
        HprNumber hpr = known == null ? null : known.doctor().hpr();
        String name = known == null ? null : known.doctor().facts().entry().name();
        String fresh = Texts.of("register-edit-new");
        return new Edit(
                known == null ? fresh : Texts.of("register-edit-of", name),
                known == null ? fresh : Texts.of("register-edit-change"),
                name,
                known == null ? OwnRegister.trail() : OwnRegister.trail(known),
                known == null ? OwnRegister.BASE + "/ny" : address(hpr),
                known == null ? OwnRegister.BASE : OwnRegister.address(hpr),
                taken,
                choices,
                form,
                DoctorForm.periodRows(form),
                RegisterForm.stayRows(form),
                choices.halfYears(form, "wishes.earliestStart"),
                choices.halfYears(form, "wishes.blocked"),
                DoctorParts.service(form, own.today()));
    }
}
