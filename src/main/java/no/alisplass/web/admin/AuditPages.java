package no.alisplass.web.admin;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.alisplass.platform.Audit;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ReadRecord;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Moments;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who did what, when, to what; and who was shown what of doctors' data. */
@Path("/admin/logg")
@Blocking
public class AuditPages {
    private static final int SHOWN = 50;

    /** What a user is called in the record of acts; here the name alone will do too. */
    private static final String USER = "user/";

    private final Audit audit;
    private final ReadRecord reads;

    @Inject
    AuditPages(Audit audit, ReadRecord reads) {
        this.audit = audit;
        this.reads = reads;
    }

    record Row(String at, String who, String what, String subject, String reason) {}

    record All(List<Row> rows, String about, int page, int pages, String href) implements TemplateInstance {}

    record ReadRow(String at, String who, String what, String subject, int times) {}

    record Seen(List<ReadRow> rows, String about, int page, int pages, String href) implements TemplateInstance {}

    /** @param about what it is to be about, such as {@code user/kari}; blank for everything */
    @GET
    @RolesAllowed(Roles.ADMIN)
    @ShowsNobody
    @Operation(hidden = true)
    public Response all(
            @QueryParam("om") @Size(max = 200) String about,
            @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int page) {
        String subject = about == null ? "" : about.strip();
        Audit.Page found = audit.page(subject.isEmpty() ? List.of() : List.of(subject), page - 1, SHOWN);
        return Pages.show(new All(
                found.acts().stream()
                        .map(each -> new Row(
                                Moments.text(each.at()), each.who(), each.what(), each.subject(), each.reason()))
                        .toList(),
                subject,
                page,
                pages(found.total()),
                href("/admin/logg", subject)));
    }

    /** @param about a user name, or of what it was, such as {@code round/ahus-2027-v}; blank for everything */
    @GET
    @Path("sett")
    @RolesAllowed(Roles.ADMIN)
    @ShowsNobody
    @Operation(hidden = true)
    public Response seen(
            @QueryParam("om") @Size(max = 200) String about,
            @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int page) {
        String sought = about == null ? "" : about.strip();
        String user = sought.startsWith(USER) ? sought.substring(USER.length()) : sought;
        boolean ofUser = !user.contains("/");
        ReadRecord.Reads found = reads.page(ofUser ? user : "", ofUser ? "" : sought, page - 1, SHOWN);
        return Pages.show(new Seen(
                found.reads().stream()
                        .map(each -> new ReadRow(
                                Moments.text(each.lastAt()),
                                each.who(),
                                Texts.of("seen-" + each.kind()),
                                each.subject(),
                                each.times()))
                        .toList(),
                sought,
                page,
                pages(found.total()),
                href("/admin/logg/sett", sought)));
    }

    private static int pages(long rows) {
        return (int) ((rows + SHOWN - 1) / SHOWN);
    }

    private static String href(String path, String about) {
        return path + "?om=" + URLEncoder.encode(about, StandardCharsets.UTF_8) + "&side=";
    }
}
