package no.alisplass.web;

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
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who did what, when, to what. */
@Path("/admin/logg")
@Blocking
public class AuditPages {
    private static final int SHOWN = 50;

    private final Audit audit;

    @Inject
    AuditPages(Audit audit) {
        this.audit = audit;
    }

    record Row(String at, String who, String what, String subject, String reason) {}

    record All(List<Row> rows, String about, int page, int pages, String href) implements TemplateInstance {}

    /** @param about what it is to be about, such as {@code user/kari}; blank for everything */
    @GET
    @RolesAllowed(Roles.ADMIN)
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
                (int) ((found.total() + SHOWN - 1) / SHOWN),
                "/admin/logg?om=" + URLEncoder.encode(subject, StandardCharsets.UTF_8) + "&side="));
    }
}
