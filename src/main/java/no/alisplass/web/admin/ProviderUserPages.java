package no.alisplass.web.admin;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.platform.ProviderUser;
import no.alisplass.platform.ProviderUsers;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.web.admin.UserRows.UserRow;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Moments;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Those who log in by the identity provider: shut out, and let in again; everything else is the provider's. */
@Path("/admin/hos-tilbyder/{id}")
@Blocking
public class ProviderUserPages {
    /** Of each user's page, before the number. */
    static final String ADDRESS = "/admin/hos-tilbyder/";

    private final ProviderUsers users;
    private final UserRows rows;
    private final Flash flash;

    @Inject
    ProviderUserPages(ProviderUsers users, UserRows rows, Flash flash) {
        this.users = users;
        this.rows = rows;
        this.flash = flash;
    }

    record Account(UserRow row, String last, String shut, String open) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.ADMIN)
    @ShowsNobody
    @Operation(hidden = true)
    public Response one(@PathParam("id") @Min(1) @Max(999_999_999_999L) long id) {
        String shown = Long.toString(id);
        ProviderUser user = users.find(id)
                .orElseGet(() ->
                        Pages.of(Result.notFound(Finding.of("id", shown, "platform.provider-user-unknown", shown))));
        String address = ADDRESS + id;
        return Pages.show(new Account(
                rows.names().row(user.user(), address),
                Moments.text(user.lastAt()),
                address + "/steng",
                address + "/apne"));
    }

    @POST
    @Path("steng")
    @RolesAllowed(Roles.ADMIN)
    @ShowsNobody
    @Operation(hidden = true)
    public Response shut(@PathParam("id") @Min(1) @Max(999_999_999_999L) long id) {
        User shut = Pages.of(users.setDisabled(id, true));
        flash.tellWithUndo(ADDRESS + id + "/apne", "user-shut-done", shut.displayName());
        return Pages.seeOther("/admin");
    }

    @POST
    @Path("apne")
    @RolesAllowed(Roles.ADMIN)
    @ShowsNobody
    @Operation(hidden = true)
    public Response open(@PathParam("id") @Min(1) @Max(999_999_999_999L) long id) {
        User open = Pages.of(users.setDisabled(id, false));
        flash.tell("user-open-done", open.displayName());
        return Pages.seeOther("/admin");
    }
}
