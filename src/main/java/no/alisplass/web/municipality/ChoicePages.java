package no.alisplass.web.municipality;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.DoctorFilter;
import no.alisplass.register.DoctorPage;
import no.alisplass.register.DoctorRecord;
import no.alisplass.register.RegisterLists;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.round.Round;
import no.alisplass.waitlist.DraftChange;
import no.alisplass.waitlist.Submission;
import no.alisplass.waitlist.WaitlistChoices;
import no.alisplass.waitlist.Waitlists;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whom of the register the municipality's list for a round has. */
@Path("/kommune/runder/{round}/velg")
@Blocking
public class ChoicePages {
    private final OwnMunicipality own;
    private final Waitlists waitlists;
    private final WaitlistChoices choices;
    private final RegisterLists register;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    ChoicePages(
            OwnMunicipality own,
            Waitlists waitlists,
            WaitlistChoices choices,
            RegisterLists register,
            FormRequest posted,
            Flash flash) {
        this.own = own;
        this.waitlists = waitlists;
        this.choices = choices;
        this.register = register;
        this.posted = posted;
        this.flash = flash;
    }

    /**
     * A doctor who waits.
     *
     * @param chosen whether on the list
     * @param confirmed null when never
     * @param notes what there is to say of the doctor on a list of the round
     */
    @TemplateData
    public record Row(
            String hpr,
            String name,
            boolean chosen,
            Months left,
            String earliest,
            LocalDate confirmed,
            boolean old,
            List<String> notes) {}

    record Choose(
            Round round,
            List<Link> trail,
            String address,
            long version,
            int listed,
            int waiting,
            Cut<Row> doctors,
            Form form)
            implements TemplateInstance {}

    /** In one transaction: what several questions of the page stand on is then read once. */
    @GET
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.REGISTER)
    @Operation(hidden = true)
    @Transactional
    public Response all(
            @PathParam("round") RoundId id, @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int side) {
        return Pages.show(page(own.round(id), side, Form.empty()));
    }

    @POST
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.REGISTER)
    @Operation(hidden = true)
    public Response choose(
            @PathParam("round") RoundId id, @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int side) {
        Round round = own.round(id);
        Form form = posted.form();
        Submission draft = own.draft(round);
        if (!form.value("version").equals(Long.toString(draft.version()))) {
            form.refuse(Finding.of(Form.WHOLE, null, "web-municipality.choice-stale"));
            return Pages.show(page(round, side, form), Response.Status.CONFLICT.getStatusCode());
        }
        Result<DraftChange> outcome = form.has("alle", "ja")
                ? choices.chooseAll(id, own.area(), draft.version())
                : choices.choose(id, own.area(), chosen(form, draft), draft.version());
        Optional<DraftChange> change = form.take(outcome);
        if (change.isEmpty()) {
            return Pages.faulty(page(round, side, form));
        }
        flash.tell("choice-saved", change.get().draft().entries().size());
        return Pages.seeOther(OwnMunicipality.address(round));
    }

    /** Those of the list in their order, less who was shown and not marked; then who was marked beside them. */
    private static List<HprNumber> chosen(Form form, Submission draft) {
        Set<HprNumber> shown = numbers(form, "vist");
        Set<HprNumber> marked = numbers(form, "lege");
        Set<HprNumber> chosen = new LinkedHashSet<>();
        draft.entries().stream()
                .map(WaitlistEntry::hpr)
                .filter(hpr -> marked.contains(hpr) || !shown.contains(hpr))
                .forEach(chosen::add);
        chosen.addAll(marked);
        return List.copyOf(chosen);
    }

    private static Set<HprNumber> numbers(Form form, String name) {
        Set<HprNumber> numbers = new LinkedHashSet<>();
        form.all(name).forEach(text -> HprNumber.read(text).ifPresent(numbers::add));
        return numbers;
    }

    private Choose page(Round round, int side, Form form) {
        Submission draft = own.draft(round);
        DoctorPage found = Pages.of(register.doctors(own.area(), DoctorFilter.WAITING, side - 1, Cut.PAGE));
        int last = Math.min(side, Cut.last(Cut.PAGE, found.total()));
        if (last < side) {
            found = Pages.of(register.doctors(own.area(), DoctorFilter.WAITING, last - 1, Cut.PAGE));
        }
        List<DoctorRecord> doctors = found.doctors();
        List<WaitlistEntry> entries = IntStream.range(0, doctors.size())
                .mapToObj(at -> doctors.get(at).doctor().facts().entry().withPriority(at + 1))
                .toList();
        List<Remark> remarks = Pages.of(waitlists.checkRegistered(round.id(), own.area(), entries));
        Set<HprNumber> listed = new HashSet<>();
        draft.entries().forEach(entry -> listed.add(entry.hpr()));
        long gone = Pages.of(waitlists.remarks(round.id(), own.area())).stream()
                .filter(each -> each.finding().code().equals(Waitlists.NOT_WAITING))
                .count();
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < doctors.size(); at++) {
            rows.add(row(doctors.get(at), listed, remarks, at + 1));
        }
        return new Choose(
                round,
                own.trail(round),
                OwnMunicipality.address(round) + "/velg",
                draft.version(),
                listed.size() - Math.toIntExact(gone),
                Math.toIntExact(found.total()),
                Cut.at(rows, last, found.total()),
                form);
    }

    private static Row row(DoctorRecord known, Set<HprNumber> listed, List<Remark> remarks, int row) {
        WaitlistEntry entry = known.doctor().facts().entry();
        return new Row(
                entry.hpr().digits(),
                entry.name(),
                listed.contains(entry.hpr()),
                entry.institution().monthsLeft(),
                entry.wishes().earliestStart() == null
                        ? Texts.of("choice-as-soon")
                        : Texts.of("choice-from", entry.wishes().earliestStart()),
                known.doctor().confirmed() == null
                        ? null
                        : known.doctor().confirmed().on(),
                known.isOld(),
                remarks.stream()
                        .filter(each -> each.row() != null && each.row() == row)
                        .map(each -> Texts.of(each.finding()))
                        .toList());
    }
}
