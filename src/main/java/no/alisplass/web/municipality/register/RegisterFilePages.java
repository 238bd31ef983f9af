package no.alisplass.web.municipality.register;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.message.Place;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.file.ColumnAnswers;
import no.alisplass.register.file.FileFormat;
import no.alisplass.register.intake.FiledDoctors;
import no.alisplass.register.intake.RegisterExport;
import no.alisplass.register.intake.RegisterFiles;
import no.alisplass.web.municipality.SentFile;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The register as a file: in after a look at it, and out. */
@Path(OwnRegister.BASE)
@Blocking
public class RegisterFilePages {
    private static final String FILE = OwnRegister.BASE + "/fil";

    private final OwnRegister own;
    private final RegisterFiles files;
    private final RegisterExport export;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    RegisterFilePages(OwnRegister own, RegisterFiles files, RegisterExport export, FormRequest posted, Flash flash) {
        this.own = own;
        this.files = files;
        this.export = export;
        this.posted = posted;
        this.flash = flash;
    }

    /** @param again the key of a file that can be looked at once more; empty for none */
    record Upload(List<Link> trail, Form form, String again) implements TemplateInstance {}

    record Preview(List<Link> trail, Form form, FiledInWords file) implements TemplateInstance {}

    @GET
    @Path("fil")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(hidden = true)
    public Response choose() {
        return Pages.show(upload(Form.empty()));
    }

    @POST
    @Path("fil")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.REGISTER_PREVIEW)
    @Operation(hidden = true)
    public Response look() {
        Form form = posted.form();
        Optional<FormRequest.Upload> file = posted.file("file");
        if (file.isEmpty()) {
            form.refuse(Finding.of("file", null, "web-municipality.file-none"));
            return Pages.faulty(upload(form));
        }
        return preview(form, files.look(own.area(), file.get().name(), SentFile.bytes(file.get()), ColumnAnswers.NONE));
    }

    /** The same file once more, with what was answered about its columns and beside the register as it is now. */
    @POST
    @Path("fil/kolonner")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.REGISTER_PREVIEW)
    @Operation(hidden = true)
    public Response columns() {
        Form form = posted.form();
        return preview(form, files.answer(own.area(), form.value("key"), SentFile.answers(form)));
    }

    private Response preview(Form form, Result<FiledDoctors> outcome) {
        Optional<FiledDoctors> looked = form.take(outcome);
        if (looked.isEmpty()) {
            return Pages.refused(outcome, upload(form.atField("file")));
        }
        Preview page = new Preview(
                OwnRegister.trail(), form, FiledInWords.of(looked.get(), new DoctorInWords(own.words(), own.today())));
        return form.faulty() ? Pages.faulty(page) : Pages.show(page);
    }

    @POST
    @Path("fil/bruk")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.REGISTER_PREVIEW)
    @Operation(hidden = true)
    public Response use() {
        Form form = posted.form();
        String key = form.value("key");
        RegisterFiles.Rows rows = form.has("which", "all")
                ? new RegisterFiles.Rows(null, form.has("reopen", "ja"))
                : RegisterFiles.Rows.of(rows(form));
        Result<RegisterFiles.Taken> outcome = files.take(own.area(), key, rows, form.has("confirm", "ja"));
        if (outcome instanceof Result.Done<RegisterFiles.Taken> done) {
            flash.tell("register-file-taken", told(done.value()));
            return Pages.seeOther(OwnRegister.BASE);
        }
        Result.Refused<RegisterFiles.Taken> refused = (Result.Refused<RegisterFiles.Taken>) outcome;
        refused.findings()
                .forEach(finding -> form.refuse(isOfFile(finding) ? finding : finding.at(new Place.Field(Form.WHOLE))));
        // One that was taken in already, or is gone, is no longer at hand.
        boolean gone = refused.findings().stream().anyMatch(RegisterFilePages::isOfFile);
        if (refused.kind() == Result.Kind.CONFLICT) {
            return Pages.show(
                    new Upload(OwnRegister.trail(), form, gone ? "" : key), Response.Status.CONFLICT.getStatusCode());
        }
        return gone ? Pages.faulty(upload(form)) : preview(form, files.answer(own.area(), key, ColumnAnswers.NONE));
    }

    private static boolean isOfFile(Finding finding) {
        return finding.field().equals("file");
    }

    /** What is no number is no row. */
    private static Set<Integer> rows(Form form) {
        Set<Integer> rows = new TreeSet<>();
        form.all("row").stream()
                .filter(each -> each.matches("[0-9]{1,7}"))
                .map(Integer::valueOf)
                .forEach(rows::add);
        return rows;
    }

    private static String told(RegisterFiles.Taken taken) {
        List<String> done = new ArrayList<>();
        told(done, "registered", taken.registered());
        told(done, "changed", taken.changed());
        told(done, "reopened", taken.reopened());
        told(done, "confirmed", taken.confirmed());
        return done.isEmpty() ? Texts.of("register-file-taken-nothing") : String.join(", ", done);
    }

    private static void told(List<String> done, String what, int count) {
        if (count > 0) {
            done.add(Texts.of("register-file-taken-" + what, count));
        }
    }

    @GET
    @Path("mal")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(hidden = true)
    public Response template(@QueryParam("type") FileFormat type) {
        FileFormat format = type == null ? FileFormat.XLSX : type;
        return SentFile.answer(Pages.of(export.template(own.area(), format)), format, "leger-mal");
    }

    /** Everyone who waits, as a file in which nothing is other than in the register. */
    @GET
    @Path("last-ned")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.REGISTER_FILE)
    @Operation(hidden = true)
    public Response export(@QueryParam("type") FileFormat type) {
        FileFormat format = type == null ? FileFormat.XLSX : type;
        return SentFile.answer(Pages.of(export.file(own.area(), format)), format, "leger-" + own.area());
    }

    private static Upload upload(Form form) {
        return new Upload(OwnRegister.trail(), form, "");
    }
}
