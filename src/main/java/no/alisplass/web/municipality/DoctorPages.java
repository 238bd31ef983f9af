package no.alisplass.web.municipality;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.register.grid.Grid;
import no.alisplass.round.Round;
import no.alisplass.waitlist.DraftChange;
import no.alisplass.waitlist.Removals;
import no.alisplass.waitlist.Submission;
import no.alisplass.waitlist.WaitlistEdits;
import no.alisplass.waitlist.Waitlists;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One doctor on the municipality's list: added, changed, taken away. Number is the place on the list, from 1. */
@Path("/kommune/runder/{round}/leger")
@Blocking
public class DoctorPages {
    private final OwnMunicipality own;
    private final Waitlists waitlists;
    private final WaitlistEdits edits;
    private final FormRequest posted;
    private final Flash flash;
    private final Removals removals;
    private final Clock clock;

    @Inject
    DoctorPages(
            OwnMunicipality own,
            Waitlists waitlists,
            WaitlistEdits edits,
            FormRequest posted,
            Flash flash,
            Removals removals,
            Clock clock) {
        this.own = own;
        this.waitlists = waitlists;
        this.edits = edits;
        this.posted = posted;
        this.flash = flash;
        this.removals = removals;
        this.clock = clock;
    }

    /**
     * @param number place on the list; 0 for a doctor that is not on it yet
     * @param address where the form goes, and where it comes from
     */
    record Doctor(
            Round round,
            List<Link> trail,
            String address,
            String removal,
            int number,
            DoctorChoices choices,
            Form form,
            List<DoctorForm.PeriodRow> periods,
            List<DoctorForm.ApprovedRow> approved,
            List<Choice> earliest,
            List<Choice> blocked,
            DoctorParts.Service service)
            implements TemplateInstance {}

    /** Someone else changed the doctor meanwhile. */
    public record Clash(
            List<Link> trail,
            String address,
            String doctor,
            List<Difference> differences,
            Form form,
            List<String> names,
            String base)
            implements TemplateInstance {}

    @TemplateData
    public record Difference(String label, String theirs, String mine) {}

    @GET
    @Path("ny")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(hidden = true)
    public Response add(@PathParam("round") RoundId id) {
        Round round = own.round(id);
        Form form = DoctorChoices.blank();
        return Pages.show(page(round, 0, form));
    }

    @POST
    @Path("ny")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(hidden = true)
    public Response added(@PathParam("round") RoundId id) {
        Round round = own.round(id);
        Form form = posted.form();
        Submission draft = own.draft(round);
        int place = draft.entries().size() + 1;
        WaitlistEntry entry =
                new DoctorForm(form, own.hospital(round).departments().toList()).entry(place);
        if (form.faulty()) {
            List<WaitlistEntry> all = new ArrayList<>(draft.entries());
            all.add(entry);
            addFindings(form, waitlists.check(id, own.area(), all), place);
            return Pages.faulty(page(round, 0, form));
        }
        // A doctor at the end collides with no change of others, so the newest version will do.
        Result<DraftChange> outcome = edits.add(id, own.area(), entry, draft.version());
        if (!(outcome instanceof Result.Done)) {
            addFindings(form, outcome, place);
            return Pages.faulty(page(round, 0, form));
        }
        flash.tell("doctor-added", entry.name());
        return Pages.seeOther(OwnMunicipality.address(round));
    }

    @GET
    @Path("{number : [0-9]{1,4}}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.DOCTOR)
    @Operation(hidden = true)
    public Response edit(@PathParam("round") RoundId id, @PathParam("number") @Min(1) @Max(Grid.MAX_LINES) int number) {
        Round round = own.round(id);
        Submission draft = own.draft(round);
        WaitlistEntry entry = at(draft, number);
        Hospital hospital = own.hospital(round);
        return Pages.show(page(round, number, DoctorVersions.opened(entry, hospital)));
    }

    @POST
    @Path("{number : [0-9]{1,4}}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.DOCTOR)
    @Operation(hidden = true)
    public Response edited(
            @PathParam("round") RoundId id, @PathParam("number") @Min(1) @Max(Grid.MAX_LINES) int number) {
        Round round = own.round(id);
        Form form = posted.form();
        Hospital hospital = own.hospital(round);
        Submission draft = own.draft(round);
        Optional<Integer> place = DoctorVersions.place(draft, form);
        if (place.isEmpty()) {
            form.refuse(Finding.of(Form.WHOLE, null, "web-municipality.doctor-gone"));
            return Pages.show(page(round, 0, form), Response.Status.CONFLICT.getStatusCode());
        }
        WaitlistEntry now = draft.entries().get(place.get() - 1);
        WaitlistEntry entry = new DoctorForm(form, hospital.departments().toList()).entry(now.priority());
        if (!DoctorVersions.isOf(now, form)) {
            return Pages.show(
                    DoctorVersions.clash(round, own.trail(round), place.get(), now, form, own.choices(round)),
                    Response.Status.CONFLICT.getStatusCode());
        }
        if (form.faulty()) {
            List<WaitlistEntry> all = new ArrayList<>(draft.entries());
            all.set(place.get() - 1, entry);
            addFindings(form, waitlists.check(id, own.area(), all), place.get());
            return Pages.faulty(page(round, place.get(), form));
        }
        // The doctor is as it was when the form was opened; what else changed on the list does not matter here.
        Result<DraftChange> outcome = edits.put(id, own.area(), place.get(), entry, draft.version());
        if (!(outcome instanceof Result.Done)) {
            addFindings(form, outcome, place.get());
            return Pages.faulty(page(round, place.get(), form));
        }
        flash.tell("doctor-saved", entry.name());
        return Pages.seeOther(OwnMunicipality.address(round));
    }

    @POST
    @Path("{number : [0-9]{1,4}}/fjern")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(hidden = true)
    public Response remove(
            @PathParam("round") RoundId id, @PathParam("number") @Min(1) @Max(Grid.MAX_LINES) int number) {
        Round round = own.round(id);
        Form form = posted.form();
        Submission draft = own.draft(round);
        int place = DoctorVersions.place(draft, form).orElse(0);
        if (place == 0) {
            flash.tell("doctor-was-removed");
            return Pages.seeOther(OwnMunicipality.address(round));
        }
        Removals.Removed removed = Pages.of(removals.remove(id, own.area(), place, draft.version()));
        flash.tellWithUndo(
                OwnMunicipality.address(round) + "/leger/angre/" + removed.key(),
                "doctor-removed",
                removed.entry().name());
        return Pages.seeOther(OwnMunicipality.address(round));
    }

    @POST
    @Path("angre/{key : [A-Za-z0-9_-]{22}}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(hidden = true)
    public Response undo(@PathParam("round") RoundId id, @PathParam("key") @Size(max = 22) String key) {
        Round round = own.round(id);
        Result<Removals.Restored> outcome = removals.restore(id, own.area(), key);
        if (outcome instanceof Result.Refused<Removals.Restored> refused && refused.kind() == Result.Kind.NOT_FOUND) {
            flash.tell("doctor-undo-late");
            return Pages.seeOther(OwnMunicipality.address(round));
        }
        Removals.Restored restored = Pages.of(outcome);
        String told = restored.already() ? "doctor-restored-already" : "doctor-restored";
        flash.tell(told, restored.entry().name());
        return Pages.seeOther(OwnMunicipality.address(round));
    }

    private Doctor page(Round round, int number, Form form) {
        DoctorChoices choices = own.choices(round);
        String address = OwnMunicipality.address(round) + "/leger/" + (number == 0 ? "ny" : number);
        return new Doctor(
                round,
                own.trail(round),
                address,
                address + "/fjern",
                number,
                choices,
                form,
                DoctorForm.periodRows(form),
                DoctorForm.approvedRows(form),
                choices.halfYears(form, "wishes.earliestStart"),
                choices.halfYears(form, "wishes.blocked"),
                DoctorParts.service(form, own.counting(round), LocalDate.now(clock)));
    }

    private static WaitlistEntry at(Submission draft, int number) {
        return number <= draft.entries().size()
                ? draft.entries().get(number - 1)
                : Pages.of(Result.notFound(Finding.of(
                        "number",
                        number,
                        "waitlist.entry-unknown",
                        Integer.toString(number),
                        draft.entries().size())));
    }

    private static void addFindings(Form form, Result<?> outcome, int place) {
        DoctorVersions.findings(outcome, place).forEach(finding -> {
            if (form.findings().stream().noneMatch(known -> known.field().equals(finding.field()))) {
                form.refuse(finding);
            }
        });
    }
}
