package no.alisplass.api.user;

import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Optional;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Whole;
import no.alisplass.api.json.AsTyped;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.Users;
import no.alisplass.platform.login.Addresses;
import no.alisplass.platform.login.Logins;
import no.alisplass.platform.login.NotNow;
import no.alisplass.platform.login.Proof;
import no.alisplass.platform.seen.ShowsNobody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/me")
@Tag(name = "Brukere")
public class MeResource {
    private final Caller caller;
    private final Users users;
    private final Logins logins;

    @Inject
    MeResource(Caller caller, Users users, Logins logins) {
        this.caller = caller;
        this.users = users;
        this.logins = logins;
    }

    /** @param old the one that is to be replaced, and that the request itself shows */
    public record OwnPassword(
            @NotNull @AsTyped @Size(min = 1, max = 200) @Schema(description = "Passordet du har nå")
            String old,

            @NotNull @AsTyped @Size(min = 1, max = 200) @Schema(examples = "fire-tilfeldige-lange-ord")
            String password) {}

    @PUT
    @Path("password")
    @PermitAll
    @ShowsNobody
    @Operation(
            summary = "Velg et nytt passord for deg selv",
            description =
                    "Send brukernavn og passordet du har nå, som ved alle kall. Alle økter og token du har, er over.")
    public void password(@Valid @NotNull OwnPassword chosen, @Context RoutingContext request) {
        if (!caller.isKeptHere()) {
            throw new UnauthorizedException();
        }
        // A token alone, which someone may have come by, changes no password.
        Proof proof = logins.prove(caller.name(), chosen.old(), Addresses.of(request));
        NotNow.throwIfAny(proof);
        if (!(proof instanceof Proof.Right)) {
            Answers.of(Result.invalid(Finding.of("old", null, "platform.password-old-wrong")));
        }
        Answers.of(users.changeOwnPassword(caller.name(), chosen.old(), chosen.password()));
    }

    public record Me(
            String name,
            List<String> roles,
            Optional<AreaCode> area,
            Optional<HospitalId> hospital,
            Optional<DepartmentId> department) {}

    @GET
    @Whole("There are five roles.")
    @RolesAllowed({Roles.COORDINATOR, Roles.MUNICIPALITY, Roles.DEPARTMENT, Roles.PLANNER, Roles.ADMIN})
    @ShowsNobody
    @Operation(summary = "Hvem du er innlogget som, med roller og hva du er bundet til")
    public Me me() {
        List<String> roles = Roles.ALL.stream().filter(caller::isIn).toList();
        return new Me(caller.name(), roles, caller.area(), caller.hospital(), caller.department());
    }
}
