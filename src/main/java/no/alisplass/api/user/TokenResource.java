package no.alisplass.api.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import no.alisplass.api.http.Answers;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.login.Tokens;
import no.alisplass.platform.seen.ShowsNobody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/tokens")
@Tag(name = "Brukere")
public class TokenResource {
    private final Caller caller;
    private final Tokens tokens;

    @Inject
    TokenResource(Caller caller, Tokens tokens) {
        this.caller = caller;
        this.tokens = tokens;
    }

    /** @param expiresAt from when it opens nothing */
    @Schema(name = "TokenAnswer")
    public record TokenAnswer(
            @Schema(description = "Sendes som Authorization: Bearer <token>")
            String token,

            Instant expiresAt) {}

    @POST
    @RolesAllowed({Roles.COORDINATOR, Roles.MUNICIPALITY, Roles.DEPARTMENT, Roles.PLANNER, Roles.ADMIN})
    @ShowsNobody
    @Operation(
            summary = "Få et token som gjelder en kort stund i stedet for passordet",
            description = "Send brukernavn og passord. Tokenet er over når tiden er ute, når du logger ut på sidene,"
                    + " og når passordet endres.")
    public Response make() {
        if (!caller.showedPassword()) {
            return Answers.of(Result.conflict(Finding.of("Authorization", null, "api.token-needs-password")));
        }
        Tokens.Token made = tokens.make(caller.name())
                .orElseThrow(() -> new IllegalStateException("Someone with a password here is not kept here."));
        return Response.status(Response.Status.CREATED)
                .entity(new TokenAnswer(made.token(), made.expiresAt()))
                .build();
    }
}
