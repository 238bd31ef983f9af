package no.alisplass.web.municipality.register;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The municipality's doctors sought by name; all of them are where it begins ({@link StartPages}). */
@Path(OwnRegister.BASE)
@Blocking
public class RegisterPages {
    private final RegisterList list;
    private final FormRequest posted;

    @Inject
    RegisterPages(RegisterList list, FormRequest posted) {
        this.list = list;
        this.posted = posted;
    }

    /** The doctors are where a municipality begins. */
    @GET
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(hidden = true)
    public Response all(
            @QueryParam("vis") @DefaultValue(RegisterList.ALL) @Pattern(regexp = RegisterList.WHICH) @Size(max = 20) String which) {
        return Pages.seeOther(OwnRegister.START + (which.equals(RegisterList.ALL) ? "" : "?vis=" + which));
    }

    /** Where one lands who logs in again after searching. */
    @GET
    @Path("finn")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(hidden = true)
    public Response again() {
        return Pages.seeOther(OwnRegister.START);
    }

    /** Posted, so that no name comes to stand in an address. */
    @POST
    @Path("finn")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.REGISTER)
    @Operation(hidden = true)
    public Response find() {
        Form form = posted.form();
        String sought = form.text("lege", 100);
        if (form.faulty()) {
            return Pages.faulty(list.page(RegisterList.ALL, null, form, 1, null));
        }
        return Pages.show(list.page(RegisterList.ALL, sought.isEmpty() ? null : sought, form, 1, null));
    }
}
