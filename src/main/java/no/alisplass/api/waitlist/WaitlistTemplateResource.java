package no.alisplass.api.waitlist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Patterns;
import no.alisplass.api.http.Whole;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.register.file.FileFormat;
import no.alisplass.waitlist.Waitlists;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The empty waitlist to fill in. */
@Path("/api/v1/waitlist-template")
@Tag(name = "Ventelister")
public class WaitlistTemplateResource {
    private final Waitlists waitlists;

    @Inject
    WaitlistTemplateResource(Waitlists waitlists) {
        this.waitlists = waitlists;
    }

    @GET
    @Whole("A file with one row.")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(summary = "Mal å fylle ut", description = "Med en runde får malen sykehusets avdelinger å velge mellom.")
    public Response template(
            @QueryParam("format") @DefaultValue("xlsx") @Pattern(regexp = "xlsx|csv") @Size(max = 4) String format,
            @QueryParam("round") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String round) {
        FileFormat form = SentFile.format(format);
        byte[] content = Answers.of(waitlists.template(round == null ? null : new RoundId(round), form));
        return SentFile.answer(content, form, "venteliste-mal." + form.extension());
    }
}
