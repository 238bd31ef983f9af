package no.alisplass.web.municipality.register;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.message.Place;
import no.alisplass.offer.Offers;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.ClosingReason;
import no.alisplass.register.DoctorPage;
import no.alisplass.register.DoctorRecord;
import no.alisplass.register.Register;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.Severity;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** All that is known of one doctor, and what is done with the record. */
@Path(OwnRegister.BASE)
@Blocking
public class RegisteredDoctorPages {
    /** What the room refuses of the record as it stands. */
    private static final Set<String> OF_NO_FIELD = Set.of("If-Match", "closedOn");

    private static final int CHANGES = 10;

    private final OwnRegister own;
    private final Register register;
    private final Offers offers;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    RegisteredDoctorPages(OwnRegister own, Register register, Offers offers, FormRequest posted, Flash flash) {
        this.own = own;
        this.register = register;
        this.offers = offers;
        this.posted = posted;
        this.flash = flash;
    }

    /** What is to be looked at. @param kind of the notice */
    @TemplateData
    public record Told(String kind, String text) {}

    /**
     * @param closed when and why the doctor waits no longer; null for one who waits
     * @param confirmed when, and by whom; or that it never was
     * @param accepted where the doctor has said yes to come, or serves
     * @param line null when there is nothing with a day
     * @param form what was typed to close the record
     * @param asked the dialog that is open at once; empty for none
     */
    record Doctor(
            String name,
            List<Link> trail,
            String address,
            long version,
            String closed,
            String confirmed,
            List<String> accepted,
            List<Told> remarks,
            List<DoctorInWords.Group> groups,
            TimeLine line,
            Cut<ChangeInWords> history,
            String href,
            List<Choice> reasons,
            Form form,
            String asked)
            implements TemplateInstance {}

    /** In one transaction: the record is read once. */
    @GET
    @Path("{hprNumber : " + OwnRegister.HPR + "}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.REGISTERED_DOCTOR)
    @Operation(hidden = true)
    @Transactional
    public Response show(
            @PathParam("hprNumber") @Pattern(regexp = OwnRegister.HPR) @Size(max = 9) String hprNumber,
            @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int side,
            @QueryParam("avslutt") @Pattern(regexp = "ja") @Size(max = 2) String close) {
        return Pages.show(page(OwnRegister.number(hprNumber), Form.empty(), close == null ? "" : "avslutt", side));
    }

    @POST
    @Path("{hprNumber : " + OwnRegister.HPR + "}/bekreft")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.REGISTERED_DOCTOR)
    @Operation(hidden = true)
    public Response confirm(
            @PathParam("hprNumber") @Pattern(regexp = OwnRegister.HPR) @Size(max = 9) String hprNumber) {
        HprNumber hpr = OwnRegister.number(hprNumber);
        Form form = posted.form();
        return answer(hpr, form, register.confirm(own.area(), hpr, version(form)), "", "register-confirmed");
    }

    @POST
    @Path("{hprNumber : " + OwnRegister.HPR + "}/avslutt")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.REGISTERED_DOCTOR)
    @Operation(hidden = true)
    public Response close(@PathParam("hprNumber") @Pattern(regexp = OwnRegister.HPR) @Size(max = 9) String hprNumber) {
        HprNumber hpr = OwnRegister.number(hprNumber);
        Form form = posted.form();
        ClosingReason reason = form.chosen("reason", ClosingReason::valueOf).orElse(null);
        LocalDate on = form.requiredDate("on");
        if (form.faulty()) {
            return Pages.faulty(page(hpr, form, "avslutt", 1));
        }
        return answer(
                hpr, form, register.close(own.area(), hpr, reason, on, version(form)), "avslutt", "register-closed");
    }

    @POST
    @Path("{hprNumber : " + OwnRegister.HPR + "}/apne")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.REGISTERED_DOCTOR)
    @Operation(hidden = true)
    public Response reopen(@PathParam("hprNumber") @Pattern(regexp = OwnRegister.HPR) @Size(max = 9) String hprNumber) {
        HprNumber hpr = OwnRegister.number(hprNumber);
        Form form = posted.form();
        return answer(hpr, form, register.reopen(own.area(), hpr, version(form)), "", "register-reopened");
    }

    private static Long version(Form form) {
        String version = form.value("version");
        return version.matches("[0-9]{1,18}") ? Long.valueOf(version) : null;
    }

    /** What was done, or the record as it is now with why it was not. @param asked the dialog it was asked in */
    private Response answer(HprNumber hpr, Form form, Result<DoctorRecord> outcome, String asked, String told) {
        if (outcome instanceof Result.Done<DoctorRecord> done) {
            flash.tell(told, done.value().doctor().facts().entry().name());
            return Pages.seeOther(OwnRegister.address(hpr));
        }
        Result.Refused<DoctorRecord> refused = (Result.Refused<DoctorRecord>) outcome;
        if (refused.kind() == Result.Kind.NOT_FOUND) {
            Pages.of(outcome);
        }
        boolean ofForm = refused.findings().stream().anyMatch(each -> !isOfRecord(each));
        refused.findings().forEach(each -> form.refuse(placed(each)));
        Doctor page = page(hpr, form, ofForm ? asked : "", 1);
        return refused.kind() == Result.Kind.CONFLICT
                ? Pages.show(page, Response.Status.CONFLICT.getStatusCode())
                : Pages.faulty(page);
    }

    private static boolean isOfRecord(Finding finding) {
        return OF_NO_FIELD.contains(finding.field());
    }

    /** At the field it is about, or at no field when it is about the record as it stands. */
    static Finding placed(Finding finding) {
        return isOfRecord(finding) ? finding.at(new Place.Field(Form.WHOLE)) : finding;
    }

    private Doctor page(HprNumber hpr, Form form, String asked, int side) {
        DoctorRecord known = own.doctor(hpr);
        RegisteredDoctor doctor = known.doctor();
        DoctorInWords words = new DoctorInWords(own.words(), own.today());
        DoctorPage.History history = Pages.of(register.history(own.area(), hpr, side - 1, CHANGES));
        RegisteredDoctor.Confirmed confirmed = doctor.confirmed();
        return new Doctor(
                doctor.facts().entry().name(),
                OwnRegister.trail(),
                OwnRegister.address(hpr),
                doctor.version(),
                DoctorInWords.closed(doctor),
                confirmed == null
                        ? Texts.of("register-never-confirmed")
                        : Texts.of("register-last-confirmed", confirmed.on(), confirmed.by()),
                offers.accepted(own.area(), hpr).stream()
                        .map(leg -> Texts.of(
                                "register-accepted", words.departments().of(leg.department()), leg.from(), leg.to()))
                        .toList(),
                known.remarks().stream().map(RegisteredDoctorPages::told).toList(),
                words.groups(doctor),
                TimeLine.of(doctor.facts(), doctor.ownAffiliations(), words, own.today()),
                Cut.at(
                        history.changes().stream()
                                .map(each -> ChangeInWords.of(each, words))
                                .toList(),
                        side,
                        CHANGES,
                        history.total()),
                OwnRegister.address(hpr) + "?side=",
                ClosingReason.GIVEN.stream()
                        .map(each -> new Choice(each.name(), Texts.of("choice-closing-" + each)))
                        .toList(),
                form,
                asked);
    }

    private static Told told(Remark remark) {
        return new Told(kind(remark.severity()), Texts.of(remark.finding()));
    }

    /** The kind of notice it is told in. */
    static String kind(Severity severity) {
        return severity == Severity.ERROR ? "danger" : severity == Severity.WARNING ? "warning" : "info";
    }
}
