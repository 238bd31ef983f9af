package no.alisplass.api.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import no.alisplass.api.http.Paging;
import no.alisplass.platform.Audit;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ReadRecord;
import no.alisplass.platform.seen.ShowsNobody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Who did what, when, to what, and who was shown what of doctors' data. What it was changed from and to may name people, and
 * is in no answer.
 */
@Path("/api/v1/audit")
@Tag(name = "Logg")
class AuditResource {
    private static final String SUBJECT = "[a-z]+(/[A-Za-z0-9._@-]+)*";

    private final Audit audit;
    private final ReadRecord reads;

    AuditResource(Audit audit, ReadRecord reads) {
        this.audit = audit;
        this.reads = reads;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @ShowsNobody
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

    @GET
    @Path("reads")
    @RolesAllowed(Roles.ADMIN)
    @ShowsNobody
    @Operation(
            summary = "Hvem som har fått se eller hente ut opplysninger om leger, side for side",
            description =
                    "Det siste først. Det samme, sett av den samme innenfor et kvarter, er én linje med et antall."
                            + " Ingen lege står her.")
    public RestResponse<ReadRecord.Reads> reads(
            @Parameter(description = "Brukernavn", example = "kari.nordmann") @QueryParam("who") @Size(max = 200) String who,
            @Parameter(example = "round/ahus-2027-v") @QueryParam("subject") @Pattern(regexp = SUBJECT) @Size(max = 200) String subject,
            @BeanParam @Valid Paging paging) {
        ReadRecord.Reads found =
                reads.page(who == null ? "" : who, subject == null ? "" : subject, paging.page(), paging.size());
        return paging.answer(found, found.total());
    }
}
