package no.alisplass.web;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Outcome;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.round.Round;
import no.alisplass.waitlist.DraftChange;
import no.alisplass.waitlist.FileFormat;
import no.alisplass.waitlist.FileReading;
import no.alisplass.waitlist.Reading;
import no.alisplass.waitlist.Submission;
import no.alisplass.waitlist.Waitlists;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The list as a file: in after a look at it, and out. */
@Path("/kommune/runder/{round}")
@Blocking
public class WaitlistFilePages {
    /** One byte more than is allowed is enough to know that there is too much. */
    private static final int MOST_BYTES = 5 * 1024 * 1024 + 1;

    private final Own own;
    private final Waitlists waitlists;
    private final FileReading files;
    private final Posted posted;
    private final Flash flash;
    private final PendingFiles pending;

    @Inject
    WaitlistFilePages(
            Own own, Waitlists waitlists, FileReading files, Posted posted, Flash flash, PendingFiles pending) {
        this.own = own;
        this.waitlists = waitlists;
        this.files = files;
        this.posted = posted;
        this.flash = flash;
        this.pending = pending;
    }

    /** @param doctors on the list as it is, which a file replaces */
    record Upload(Round round, List<Link> trail, String address, Form form, int doctors) implements TemplateInstance {}

    /** @param version of the list the reader saw; a file must not overwrite what others did meanwhile */
    record Preview(Round round, List<Link> trail, String use, FilePreview file, int doctors, long version)
            implements TemplateInstance {}

    @GET
    @Path("fil")
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(hidden = true)
    public Response choose(@PathParam("round") RoundId id) {
        Round round = own.round(id);
        return Pages.show(upload(round, Form.empty()));
    }

    @POST
    @Path("fil")
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(hidden = true)
    public Response look(@PathParam("round") RoundId id) {
        Round round = own.round(id);
        Form form = posted.form();
        Optional<Posted.Upload> file = posted.file("file");
        if (file.isEmpty()) {
            form.refuse(Finding.of("file", null, "web-kommune.file-none"));
            return Pages.faulty(upload(round, form));
        }
        byte[] content = bytes(file.get());
        Outcome<Reading> outcome = files.preview(id, own.area(), content);
        Optional<Reading> reading = form.take(outcome);
        if (reading.isEmpty()) {
            return Pages.refused(outcome, upload(round, form.atField("file")));
        }
        pending.keep(own.user(), id, content);
        Submission draft = own.draft(round);
        return Pages.show(new Preview(
                round,
                own.trail(round),
                Own.address(round) + "/fil/bruk",
                FilePreview.of(file.get().name(), reading.get()),
                draft.entries().size(),
                draft.version()));
    }

    @POST
    @Path("fil/bruk")
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(hidden = true)
    public Response use(@PathParam("round") RoundId id) {
        Round round = own.round(id);
        Form form = posted.form();
        boolean onlyGood = form.value("rows").equals("good");
        Optional<byte[]> content = pending.take(own.user(), id);
        if (content.isEmpty()) {
            form.refuse(Finding.of("file", null, "web-kommune.file-again"));
            return Pages.faulty(upload(round, form));
        }
        Submission draft = own.draft(round);
        if (!form.value("version").equals(Long.toString(draft.version()))) {
            pending.keep(own.user(), id, content.get());
            form.refuse(Finding.of("file", null, "web-kommune.file-list-changed"));
            return Pages.show(upload(round, form), Response.Status.CONFLICT.getStatusCode());
        }
        Outcome<DraftChange> outcome = files.take(id, own.area(), content.get(), onlyGood, draft.version());
        Optional<DraftChange> change = form.take(outcome);
        if (change.isEmpty()) {
            return Pages.refused(outcome, upload(round, form.atField("file")));
        }
        flash.tell("file-taken-in", change.get().draft().entries().size());
        return Pages.seeOther(Own.address(round));
    }

    @GET
    @Path("mal")
    @RolesAllowed(Roles.MUNICIPALITY)
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
                Own.address(round) + "/fil",
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

    private static byte[] bytes(Posted.Upload file) {
        try (InputStream in = Files.newInputStream(file.content())) {
            return in.readNBytes(MOST_BYTES);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
