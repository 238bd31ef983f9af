package no.alisplass.api.waitlist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.access.WaitlistAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Asker;
import no.alisplass.api.http.ETags;
import no.alisplass.api.http.Patterns;
import no.alisplass.api.http.Whole;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.file.ColumnAnswers;
import no.alisplass.register.file.FileFormat;
import no.alisplass.waitlist.DraftChange;
import no.alisplass.waitlist.FileReading;
import no.alisplass.waitlist.Submission;
import no.alisplass.waitlist.Waitlists;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Waitlists as files: in after a look, and out. Shares its path with {@link WaitlistResource}, as JAX-RS picks one path first. */
@Path("/api/v1/rounds/{round}/waitlists")
@Tag(name = "Ventelister")
public class WaitlistFileResource {
    private final Waitlists waitlists;
    private final FileReading files;
    private final WaitlistAccess access;
    private final Clock clock;
    private final Asker asker;

    @Inject
    WaitlistFileResource(Waitlists waitlists, FileReading files, WaitlistAccess access, Clock clock, Asker asker) {
        this.waitlists = waitlists;
        this.files = files;
        this.access = access;
        this.clock = clock;
        this.asker = asker;
    }

    @POST
    @Path("{area}/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.FILE_PREVIEW)
    @Operation(
            summary = "Leser en venteliste fra Excel (xlsx) eller CSV",
            description =
                    "mode=preview viser hva som ville blitt lagret, og alt som er galt. mode=commit erstatter utkastets"
                            + " rader (krever If-Match): rows=all alt eller ingenting, rows=good bare de gode radene. En kolonne vi ikke kjenner, og som det står"
                            + " noe i, må besvares før noe kan tas inn: columns=«navn i filen»=«kolonne i malen» sier hva"
                            + " den er, ignore=«navn i filen» at den skal utelates. Begge kan gjentas.")
    public Response read(
            @PathParam("round") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String round,
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @HeaderParam("If-Match") @Size(max = 40) String ifMatch,
            @RestForm("mode") @DefaultValue("preview") @Pattern(regexp = "preview|commit") @Size(max = 10) String mode,
            @RestForm("rows") @DefaultValue("all") @Pattern(regexp = "all|good") @Size(max = 10) String rows,
            @RestForm("columns") @Size(max = 200) List<@Size(max = 500) String> columns,
            @RestForm("ignore") @Size(max = 200) List<@Size(max = 500) String> ignore,
            @RestForm("file") FileUpload file) {
        RoundId id = new RoundId(round);
        AreaCode own = Answers.of(access.toWrite(new AreaCode(area)));
        byte[] content = SentFile.bytes(file);
        ColumnAnswers answers = SentFile.answers(columns, ignore);
        if (mode.equals("preview")) {
            return Response.ok(WaitlistResponse.Preview.of(
                            Answers.of(files.preview(id, own, content, answers)), asker.language()))
                    .build();
        }
        DraftChange change =
                Answers.of(files.take(id, own, content, answers, rows.equals("good"), ETags.seen(ifMatch)));
        return Response.ok(WaitlistResponse.of(
                        change, Answers.of(waitlists.counting(id)), LocalDate.now(clock), asker.language()))
                .tag(Long.toString(change.draft().version()))
                .build();
    }

    @GET
    @Whole("A file, to be read in again as a whole.")
    @Path("{area}/export")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.COORDINATOR})
    @ShowsPersons(Seen.WAITLIST_FILE)
    @Operation(summary = "Utkastet eller en innsending som fil", description = "Filen kan leses inn igjen uendret.")
    public Response export(
            @PathParam("round") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String round,
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @QueryParam("format") @DefaultValue("xlsx") @Pattern(regexp = "xlsx|csv") @Size(max = 4) String format,
            @QueryParam("submission") @Min(1) @Max(100_000) Integer number) {
        RoundId id = new RoundId(round);
        AreaCode code = Answers.of(access.toRead(new AreaCode(area)));
        Submission list =
                Answers.of(number == null ? waitlists.draft(id, code) : waitlists.submission(id, code, number));
        FileFormat form = SentFile.format(format);
        return SentFile.answer(
                Answers.of(waitlists.export(list, form)), form, WaitlistResponse.fileName(list, form.extension()));
    }
}
