package no.alisplass.web.municipality;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.Users;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.entry.Remark;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.waitlist.Submission;
import no.alisplass.waitlist.Waitlists;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Sending the list, the receipt for it, and what was sent before. */
@Path("/kommune/runder/{round}")
@Blocking
public class SubmissionPages {
    private final OwnMunicipality own;
    private final Waitlists waitlists;
    private final Users users;
    private final FormRequest posted;
    private final Clock clock;

    @Inject
    SubmissionPages(OwnMunicipality own, Waitlists waitlists, Users users, FormRequest posted, Clock clock) {
        this.own = own;
        this.waitlists = waitlists;
        this.users = users;
        this.posted = posted;
        this.clock = clock;
    }

    /** @param key makes sending twice by a double click one sending */
    record Send(
            Round round,
            List<Link> trail,
            String address,
            String area,
            Submission draft,
            List<DoctorRow> doctors,
            LocalDate countedTo,
            int faulty,
            int toLookAt,
            List<String> missing,
            boolean before,
            boolean late,
            String key,
            Form form)
            implements TemplateInstance {}

    /** @param late whether it was sent after the deadline, while the round was still open */
    record Receipt(
            Round round,
            List<Link> trail,
            String area,
            Submission sent,
            List<DoctorRow> doctors,
            LocalDate countedTo,
            boolean latest,
            boolean late,
            String by)
            implements TemplateInstance {}

    record Submissions(Round round, List<Link> trail, List<Submission> sent, boolean approved)
            implements TemplateInstance {}

    @GET
    @Path("send")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.WAITLIST)
    @Operation(hidden = true)
    public Response review(@PathParam("round") RoundId id) {
        return Pages.show(page(own.round(id), Form.empty()));
    }

    @POST
    @Path("send")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.WAITLIST)
    @Operation(hidden = true)
    public Response send(@PathParam("round") RoundId id) {
        Round round = own.round(id);
        Form form = posted.form();
        Long seen = form.number("version", 0, Integer.MAX_VALUE)
                .map(Integer::longValue)
                .orElse(null);
        String key = form.value("key").matches("[0-9a-f-]{36}") ? form.value("key") : null;
        Result<Submission> outcome = waitlists.submit(id, own.area(), seen, key);
        if (outcome instanceof Result.Done<Submission> done) {
            return Pages.seeOther(OwnMunicipality.address(round) + "/innsendinger/"
                    + done.value().version());
        }
        Result.Refused<Submission> refused = (Result.Refused<Submission>) outcome;
        boolean stale = refused.kind() == Result.Kind.CONFLICT
                && refused.findings().stream().anyMatch(each -> each.code().endsWith(".changed-meanwhile"));
        if (stale) {
            form.refuse(Finding.of(Form.WHOLE, null, "web-municipality.send-list-changed"));
            return Pages.show(page(round, form), Response.Status.CONFLICT.getStatusCode());
        }
        DoctorVersions.findings(outcome, 0).forEach(form::refuse);
        return Pages.faulty(page(round, form));
    }

    @GET
    @Path("innsendinger")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(hidden = true)
    public Response all(@PathParam("round") RoundId id) {
        Round round = own.round(id);
        return Pages.show(
                new Submissions(round, own.trail(round), own.sent(round), round.state() == RoundState.APPROVED));
    }

    @GET
    @Path("innsendinger/{number : [0-9]+}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.SUBMISSION)
    @Operation(hidden = true)
    public Response receipt(@PathParam("round") RoundId id, @PathParam("number") @Min(1) @Max(100_000) int number) {
        Round round = own.round(id);
        Submission sent = Pages.of(waitlists.submission(id, own.area(), number));
        return Pages.show(new Receipt(
                round,
                own.trail(round),
                own.areaName(),
                sent,
                DoctorRow.all(sent, own.hospital(round), own.counting(round), LocalDate.now(clock), List.of()),
                own.counting(round).on(),
                own.sent(round).get(0).version() == number,
                round.isOverdue(LocalDate.ofInstant(sent.receipt().at(), clock.getZone())),
                users.nameOf(sent.receipt().by())));
    }

    private Send page(Round round, Form form) {
        Submission draft = own.draft(round);
        List<Remark> remarks = Pages.of(waitlists.remarks(round.id(), own.area()));
        List<DoctorRow> doctors =
                DoctorRow.all(draft, own.hospital(round), own.counting(round), LocalDate.now(clock), remarks);
        return new Send(
                round,
                own.trail(round),
                OwnMunicipality.address(round) + "/send",
                own.areaName(),
                draft,
                doctors,
                own.counting(round).on(),
                (int) doctors.stream().filter(row -> !row.errors().isEmpty()).count(),
                (int) doctors.stream().filter(row -> !row.warnings().isEmpty()).count(),
                Pages.of(waitlists.missing(round.id(), own.area())).stream()
                        .map(Texts::of)
                        .toList(),
                !own.sent(round).isEmpty(),
                round.isOverdue(LocalDate.now(clock)),
                UUID.randomUUID().toString(),
                form);
    }
}
