package no.alisplass.api.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Patterns;
import no.alisplass.api.json.AsTyped;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import no.alisplass.platform.seen.ShowsNobody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/users")
@Tag(name = "Brukere")
public class UsersResource {
    private final Users users;

    @Inject
    UsersResource(Users users) {
        this.users = users;
    }

    public record NewUser(
            @NotNull @Size(min = 1, max = 100) @Schema(examples = "kari.nordmann")
            String username,

            @NotNull @AsTyped @Size(min = 1, max = 200) @Schema(examples = "fire-tilfeldige-lange-ord")
            String password,

            @NotNull @Size(min = 1, max = Users.NAME_LENGTH) @Schema(examples = "Kari Nordmann")
            String displayName,

            @NotNull @Size(min = 1, max = 5) @Schema(examples = "[\"municipality\"]")
            List<@NotNull @Size(min = 1, max = 20) String> roles,

            @Schema(examples = "3205") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,

            @Schema(examples = "ahus") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String hospital,

            @Schema(examples = "ahus-geriatri") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String department,

            @Schema(
                    description = "true for en koordinator eller planlegger som skal nå alle sykehus; ellers hospital",
                    examples = "false")
            Boolean allHospitals) {

        User user() {
            return new User(
                    username,
                    displayName,
                    new TreeSet<>(roles),
                    Optional.ofNullable(area).map(AreaCode::new),
                    Optional.ofNullable(hospital).map(HospitalId::new),
                    Optional.ofNullable(department).map(DepartmentId::new),
                    false,
                    false);
        }
    }

    public record Password(
            @NotNull @AsTyped @Size(min = 1, max = 200) String password) {}

    public record Disabled(@NotNull Boolean disabled) {}

    @GET
    @RolesAllowed(Roles.ADMIN)
    @ShowsNobody
    @Operation(summary = "Alle brukere med passord her, side for side")
    public RestResponse<List<User>> all(@BeanParam @Valid Paging paging) {
        return paging.of(users.all());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @ShowsNobody
    @Operation(
            summary = "Lag en bruker",
            description =
                    "En koordinator eller planlegger hører til ett sykehus (hospital), eller når alle (allHospitals)."
                            + " Brukeren må velge et eget passord før noe annet åpnes: på siden /passord, eller med"
                            + " PUT /api/v1/me/password.")
    public Response create(@Valid @NotNull NewUser user) {
        List<Finding> findings = users.unbound(user.user(), Boolean.TRUE.equals(user.allHospitals()));
        if (!findings.isEmpty()) {
            return Answers.of(
                    Result.invalid(Stream.concat(findings.stream(), users.check(user.user(), user.password()).stream())
                            .toList()));
        }
        User made = Answers.of(users.createForOther(user.user(), user.password()));
        return Response.created(URI.create("/api/v1/users/" + made.username()))
                .entity(made)
                .build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{username}/password")
    @RolesAllowed(Roles.ADMIN)
    @ShowsNobody
    @Operation(
            summary = "Gi brukeren nytt passord",
            description =
                    "Alle øktene brukeren har, er over, og brukeren må velge et eget passord før noe annet åpnes.")
    public void setPassword(
            @PathParam("username") @Size(max = 100) String username, @Valid @NotNull Password password) {
        Answers.of(users.setPasswordOfOther(username, password.password()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{username}/disabled")
    @RolesAllowed(Roles.ADMIN)
    @ShowsNobody
    @Operation(summary = "Steng eller åpne brukeren")
    public User setDisabled(
            @PathParam("username") @Size(max = 100) String username, @Valid @NotNull Disabled disabled) {
        return Answers.of(users.setDisabled(username, disabled.disabled()));
    }
}
