package no.alisplass.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import no.alisplass.platform.Audit;
import no.alisplass.platform.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
    public Audit.Page all(
            @Parameter(example = "user/kari.nordmann")
                    @QueryParam("subject")
                    @Pattern(regexp = SUBJECT) @Size(max = 200) String subject,
            @Parameter(description = "Side, fra 0") @QueryParam("page") @DefaultValue("0") @Min(0) @Max(10_000) int page,
            @Parameter(description = "Linjer per side") @QueryParam("size") @DefaultValue("50") @Min(1) @Max(100) int size) {
        return audit.page(subject == null ? List.of() : List.of(subject), page, size);
    }
}
