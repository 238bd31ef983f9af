package no.alisplass.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where an administrator begins: who may log in. */
@Path("/admin")
@Blocking
public class AdminPages {
    private final Users users;

    @Inject
    AdminPages(Users users) {
        this.users = users;
    }

    record UserRow(User user, List<String> roleKeys, String bond) {}

    record Start(List<UserRow> users) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public Response start() {
        return Pages.show(new Start(users.all().stream().map(AdminPages::row).toList()));
    }

    private static UserRow row(User user) {
        String bond = user.area()
                .map(Object::toString)
                .orElse(user.department()
                        .map(Object::toString)
                        .orElse(user.hospital().map(Object::toString).orElse("–")));
        return new UserRow(
                user, user.roles().stream().map(role -> "role-" + role).toList(), bond);
    }
}
