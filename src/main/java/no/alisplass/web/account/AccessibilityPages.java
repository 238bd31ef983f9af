package no.alisplass.web.account;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.web.shell.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The accessibility statement. */
@Path("/tilgjengelighet")
@Blocking
public class AccessibilityPages {
    record Statement() implements TemplateInstance {}

    @GET
    @PermitAll
    @ShowsNobody
    @Operation(hidden = true)
    public Response statement() {
        return Pages.show(new Statement());
    }
}
