package no.alisplass.web.municipality;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.register.file.FileFormat;
import no.alisplass.round.Round;
import no.alisplass.waitlist.LookedAt;
import no.alisplass.waitlist.Submission;
import no.alisplass.waitlist.WaitlistFiles;
import no.alisplass.waitlist.Waitlists;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The list as a file: in after a look at it, and out. */
@Path("/kommune/runder/{round}")
@Blocking
public class WaitlistFilePages {
    private final OwnMunicipality own;
    private final Waitlists waitlists;
    private final FormRequest posted;
    private final Flash flash;
    private final WaitlistFiles files;
    private final Clock clock;

    @Inject
    WaitlistFilePages(
            OwnMunicipality own,
            Waitlists waitlists,
            FormRequest posted,
            Flash flash,
            WaitlistFiles files,
            Clock clock) {
        this.own = own;
        this.waitlists = waitlists;
        this.posted = posted;
        this.flash = flash;
        this.files = files;
        this.clock = clock;
    }

    /** @param doctors on the list as it is, which a file replaces */
    record Upload(Round round, List<Link> trail, String address, Form form, int doctors) implements TemplateInstance {}

    /**
     * @param doctors on the list as it is
     * @param gone the names of those who are not in the file
     */
    record Preview(
            Round round, List<Link> trail, String use, String answer, FilePreview file, int doctors, List<String> gone)
            implements TemplateInstance {}

    @GET
    @Path("fil")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(hidden = true)
    public Response choose(@PathParam("round") RoundId id) {
        Round round = own.round(id);
        return Pages.show(upload(round, Form.empty()));
    }

    @POST
    @Path("fil")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.FILE_PREVIEW)
    @Operation(hidden = true)
    public Response look(@PathParam("round") RoundId id) {
        Round round = own.round(id);
        Form form = posted.form();
        Optional<FormRequest.Upload> file = posted.file("file");
        if (file.isEmpty()) {
            form.refuse(Finding.of("file", null, "web-municipality.file-none"));
            return Pages.faulty(upload(round, form));
        }
        return preview(round, form, files.look(id, own.area(), file.get().name(), SentFile.bytes(file.get())));
    }

    @POST
    @Path("fil/kolonner")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.FILE_PREVIEW)
    @Operation(hidden = true)
    public Response columns(@PathParam("round") RoundId id) {
        Round round = own.round(id);
        Form form = posted.form();
        return preview(round, form, files.answer(id, own.area(), form.value("key"), SentFile.answers(form)));
    }

    private Response preview(Round round, Form form, Result<LookedAt> outcome) {
        Optional<LookedAt> looked = form.take(outcome);
        if (looked.isEmpty()) {
            return Pages.refused(outcome, upload(round, form.atField("file")));
        }
        LookedAt file = looked.get();
        return Pages.show(new Preview(
                round,
                own.trail(round),
                OwnMunicipality.address(round) + "/fil/bruk",
                OwnMunicipality.address(round) + "/fil/kolonner",
                FilePreview.of(file, own.counting(round), LocalDate.now(clock)),
                file.list().entries().size(),
                file.gone().stream().map(WaitlistEntry::name).toList()));
    }

    @POST
    @Path("fil/bruk")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(hidden = true)
    public Response use(@PathParam("round") RoundId id) {
        Round round = own.round(id);
        Form form = posted.form();
        String key = form.value("key");
        Result<WaitlistFiles.Done> taken =
                files.take(id, own.area(), key, form.value("rows").equals("good"));
        Optional<WaitlistFiles.Done> done = form.take(taken);
        if (done.isEmpty()) {
            return refused(round, form, taken);
        }
        flash.tellWithUndo(
                OwnMunicipality.address(round) + "/fil/angre/" + key,
                "file-taken-in",
                done.get().doctors());
        return Pages.seeOther(OwnMunicipality.address(round));
    }

    @POST
    @Path("fil/angre/{key}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(hidden = true)
    public Response undo(@PathParam("round") RoundId id, @PathParam("key") @Size(max = 64) String key) {
        Round round = own.round(id);
        Form form = posted.form();
        Result<WaitlistFiles.Done> undone = files.undo(id, own.area(), key);
        Optional<WaitlistFiles.Done> done = form.take(undone);
        if (done.isEmpty()) {
            return refused(round, form, undone);
        }
        flash.tell("file-undone", done.get().doctors());
        return Pages.seeOther(OwnMunicipality.address(round));
    }

    private Response refused(Round round, Form form, Result<?> outcome) {
        boolean conflict = outcome instanceof Result.Refused<?> refused && refused.kind() == Result.Kind.CONFLICT;
        Upload page = upload(round, form.atField("file"));
        return conflict ? Pages.show(page, Response.Status.CONFLICT.getStatusCode()) : Pages.faulty(page);
    }

    @GET
    @Path("mal")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(hidden = true)
    public Response template(@PathParam("round") RoundId id, @QueryParam("type") FileFormat type) {
        Round round = own.round(id);
        FileFormat format = type == null ? FileFormat.XLSX : type;
        return SentFile.answer(Pages.of(waitlists.template(round.id(), format)), format, "venteliste-mal");
    }

    /** The draft, or a submission, as a file that reads back the same. */
    @GET
    @Path("last-ned")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.WAITLIST_FILE)
    @Operation(hidden = true)
    public Response export(
            @PathParam("round") RoundId id,
            @QueryParam("type") FileFormat type,
            @QueryParam("nummer") @Min(1) @Max(100_000) Integer number) {
        Round round = own.round(id);
        FileFormat format = type == null ? FileFormat.XLSX : type;
        Submission list =
                number == null ? own.draft(round) : Pages.of(waitlists.submission(round.id(), own.area(), number));
        return SentFile.answer(
                Pages.of(waitlists.export(list, format)),
                format,
                "venteliste-" + round.id() + (number == null ? "" : "-" + number));
    }

    private Upload upload(Round round, Form form) {
        return new Upload(
                round,
                own.trail(round),
                OwnMunicipality.address(round) + "/fil",
                form,
                own.draft(round).entries().size());
    }
}
