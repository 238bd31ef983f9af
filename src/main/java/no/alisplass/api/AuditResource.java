package no.alisplass.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import no.alisplass.platform.Audit;
import no.alisplass.platform.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Who did what, when, to what. What it was changed from and to may name people, and is in no answer. */
@Path("/api/v1/audit")
@Tag(name = "Logg")
class AuditResource {
    private static final String SUBJECT = "[a-z]+(/[A-Za-z0-9._@-]+)*";

    private final Audit audit;

    AuditResource(Audit audit) {
        this.audit = audit;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Alt som er gjort, side for side",
            description = "Det siste først. Med subject: bare det som gjelder det.")
    public RestResponse<Audit.Page> all(
            @Parameter(example = "user/kari.nordmann")
                    @QueryParam("subject")
                    @Pattern(regexp = SUBJECT) @Size(max = 200) String subject,
            @BeanParam @Valid Paging paging) {
        Audit.Page acts = audit.page(subject == null ? List.of() : List.of(subject), paging.page(), paging.size());
        return paging.answer(acts, acts.total());
    }
}
