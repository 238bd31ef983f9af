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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.register.file.ColumnAnswers;
import no.alisplass.register.file.FileFormat;
import no.alisplass.register.grid.GridReader;
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
    /** One byte more than is allowed is enough to know that there is too much. */
    private static final int MAX_BYTES = GridReader.MAX_BYTES + 1;

    private static final String LEAVE_OUT = "-";

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
        return preview(round, form, files.look(id, own.area(), file.get().name(), bytes(file.get())));
    }

    /** What columns are that have no name of ours; each answer is a column's name, "-" for none, or blank for not yet. */
    @POST
    @Path("fil/kolonner")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.FILE_PREVIEW)
    @Operation(hidden = true)
    public Response columns(@PathParam("round") RoundId id) {
        Round round = own.round(id);
        Form form = posted.form();
        List<String> names = form.all("column");
        List<String> given = form.all("meaning");
        Map<String, String> meanings = new LinkedHashMap<>();
        Set<String> leftOut = new LinkedHashSet<>();
        for (int i = 0; i < Math.min(names.size(), given.size()); i++) {
            if (given.get(i).equals(LEAVE_OUT)) {
                leftOut.add(names.get(i));
            } else if (!given.get(i).isBlank()) {
                meanings.put(names.get(i), given.get(i));
            }
        }
        return preview(
                round, form, files.answer(id, own.area(), form.value("key"), new ColumnAnswers(meanings, leftOut)));
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
        return file(Pages.of(waitlists.template(round.id(), format)), format, "venteliste-mal");
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
        return file(
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

    private static Response file(byte[] content, FileFormat format, String name) {
        return Response.ok(content)
                .type(format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + "." + format.extension() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static byte[] bytes(FormRequest.Upload file) {
        try (InputStream in = Files.newInputStream(file.content())) {
            return in.readNBytes(MAX_BYTES);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
