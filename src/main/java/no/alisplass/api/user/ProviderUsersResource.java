package no.alisplass.api.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Paging;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.platform.ProviderUser;
import no.alisplass.platform.ProviderUsers;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.seen.ShowsNobody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/provider-users")
@Tag(name = "Brukere")
public class ProviderUsersResource {
    private final ProviderUsers users;

    @Inject
    ProviderUsersResource(ProviderUsers users) {
        this.users = users;
    }

    /** @param lastAt when they last logged in to the pages; the rest is as it was then */
    @Schema(name = "ProviderUserAnswer")
    public record ProviderUserAnswer(
            long id,
            String username,
            String displayName,
            SortedSet<String> roles,
            Optional<AreaCode> area,
            Optional<HospitalId> hospital,
            Optional<DepartmentId> department,
            boolean disabled,
            Instant lastAt) {

        static ProviderUserAnswer of(ProviderUser found) {
            User user = found.user();
            return new ProviderUserAnswer(
                    found.id(),
                    user.username(),
                    user.displayName(),
                    user.roles(),
                    user.area(),
                    user.hospital(),
                    user.department(),
                    user.disabled(),
                    found.lastAt());
        }
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @ShowsNobody
    @Operation(
            summary = "Alle som har logget inn på sidene med identitetstilbyderen",
            description = "Navn, roller og tilhørighet er slik tilbyderen beskrev dem sist de logget inn.")
    public RestResponse<List<ProviderUserAnswer>> all(@BeanParam @Valid Paging paging) {
        return paging.of(users.all().stream().map(ProviderUserAnswer::of).toList());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/disabled")
    @RolesAllowed(Roles.ADMIN)
    @ShowsNobody
    @Operation(
            summary = "Steng brukeren ute, eller la tilbyderens ord gjelde igjen",
            description =
                    "Den som er stengt ute, kommer verken inn på sidene eller i API-et. Øktene er over med det samme.")
    public ProviderUserAnswer setDisabled(
            @Parameter(example = "17") @PathParam("id") @Min(1) @Max(999_999_999_999L) long id,
            @Valid @NotNull UsersResource.Disabled disabled) {
        Answers.of(users.setDisabled(id, disabled.disabled()));
        return ProviderUserAnswer.of(users.find(id).orElseThrow());
    }
}
