package no.alisplass.api.register;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.TreeSet;
import no.alisplass.access.RegisterAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Asker;
import no.alisplass.api.http.Patterns;
import no.alisplass.api.http.Whole;
import no.alisplass.api.waitlist.SentFile;
import no.alisplass.domain.AreaCode;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.file.FileFormat;
import no.alisplass.register.intake.FiledDoctors;
import no.alisplass.register.intake.RegisterExport;
import no.alisplass.register.intake.RegisterFiles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The register as files: in after a look, and out. Shares its path with {@link RegisterResource}, as JAX-RS picks one path first. */
@Path("/api/v1/areas/{area}/doctors")
@Tag(name = "Register")
public class RegisterFileResource {
    private final RegisterFiles files;
    private final RegisterExport export;
    private final RegisterAccess access;
    private final Asker asker;

    @Inject
    RegisterFileResource(RegisterFiles files, RegisterExport export, RegisterAccess access, Asker asker) {
        this.files = files;
        this.export = export;
        this.access = access;
        this.asker = asker;
    }

    @POST
    @Path("import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.REGISTER_PREVIEW)
    @Operation(
            summary = "Leser en fil med leger (xlsx, ods eller csv) ved siden av registeret",
            description =
                    "Registeret endres ikke. Det som ble lest, oppbevares i to timer. Svaret sier for hver rad hva som er"
                            + " nytt og endret, og hvilke leger som ikke står i filen. Nøkkelen brukes til å ta inn det som ble vist. Om kolonner vi ikke kjenner: columns og"
                            + " ignore som for ventelister.")
    public FiledResponse look(
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @RestForm("columns") @Size(max = 200) List<@Size(max = 500) String> columns,
            @RestForm("ignore") @Size(max = 200) List<@Size(max = 500) String> ignore,
            @RestForm("file") FileUpload file) {
        AreaCode own = Answers.of(access.toWrite(new AreaCode(area)));
        byte[] content = SentFile.bytes(file);
        FiledDoctors looked = Answers.of(files.look(own, file.fileName(), content, SentFile.answers(columns, ignore)));
        return FiledResponse.of(looked, asker.language());
    }

    /** Which rows of what was shown are taken in. */
    @Schema(name = "TakeInBody")
    record Chosen(
            @Schema(
                    description = "Numrene på radene. Utelatt: alle nye og endrede, også de som åpnes igjen",
                    examples = "[2, 3]")
            @Size(max = 5000) List<@NotNull @Min(1) @Max(1_000_000) Integer> rows,

            @Schema(
                    description =
                            "Alt i filen er sett over og stemmer: det som tas inn, og det som er uendret. Utelatt: nei")
            Boolean confirm) {}

    @POST
    @Path("import/{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(
            summary = "Tar inn rader slik de ble vist",
            description =
                    "Det samme én gang til svarer som første gang. Er registeret endret for en av legene siden filen ble"
                            + " vist, avvises alt, og legene nevnes.")
    public FiledResponse.Taken take(
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @PathParam("key") @Size(max = 64) String key,
            @Valid @NotNull Chosen body) {
        AreaCode own = Answers.of(access.toWrite(new AreaCode(area)));
        return FiledResponse.Taken.of(Answers.of(files.take(
                own,
                key,
                RegisterFiles.Rows.of(body.rows() == null ? null : new TreeSet<>(body.rows())),
                Boolean.TRUE.equals(body.confirm()))));
    }

    @GET
    @Path("export")
    @Whole("A file, to be read in again as a whole.")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.COORDINATOR})
    @ShowsPersons(Seen.REGISTER_FILE)
    @Operation(
            summary = "Alle som venter i området, som fil",
            description = "Lest inn igjen uendret er alle radene uendret.")
    public Response export(
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @QueryParam("format") @DefaultValue("xlsx") @Pattern(regexp = "xlsx|csv") @Size(max = 4) String format) {
        AreaCode read = Answers.of(access.toRead(new AreaCode(area)));
        FileFormat form = SentFile.format(format);
        return SentFile.answer(Answers.of(export.file(read, form)), form, "leger-" + read + "." + form.extension());
    }

    @GET
    @Path("template")
    @Whole("A file without doctors.")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(summary = "Tom fil å fylle ut", description = "Med avdelingene ved sykehusene som betjener området.")
    public Response template(
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @QueryParam("format") @DefaultValue("xlsx") @Pattern(regexp = "xlsx|csv") @Size(max = 4) String format) {
        AreaCode read = Answers.of(access.toRead(new AreaCode(area)));
        FileFormat form = SentFile.format(format);
        return SentFile.answer(Answers.of(export.template(read, form)), form, "leger-mal." + form.extension());
    }
}
