package no.alisplass.web.look;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.login.Addresses;
import no.alisplass.platform.login.NotNow;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.register.look.LookDoor;
import no.alisplass.web.shell.CsrfToken;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.shell.Section;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Where a doctor's link leads. Its key stands behind the sign {@code #}, which browsers send to nobody; the page takes it out of its
 * own address and posts it, and the device gets a cookie for it. So the key is in no log here and in no other site's hands. The
 * browser's own history may have it from the first visit; once it is posted, it opens nothing on another device.
 */
@Path(Section.LOOK)
@Blocking
public class LookPages {
    private static final String MINE = Section.LOOK + "/mine";

    private final LookDoor door;
    private final Caller caller;
    private final FormRequest posted;
    private final CsrfToken csrf;

    @Inject
    LookPages(LookDoor door, Caller caller, FormRequest posted, CsrfToken csrf) {
        this.door = door;
        this.caller = caller;
        this.posted = posted;
        this.csrf = csrf;
    }

    /**
     * @param open whether this device, or who is logged in, has something open
     * @param over whether what was open is not any more
     * @param shut whether the doctor has just closed it
     */
    record Key(boolean open, boolean over, boolean shut) implements TemplateInstance {}

    /** @param seconds to wait before the key is looked at; null for a link that opens nothing, whatever the reason */
    record Shut(Long seconds) implements TemplateInstance {}

    @GET
    @PermitAll
    @ShowsNobody
    @Operation(hidden = true)
    public Response key(
            @QueryParam("over") @Size(max = 2) String over, @QueryParam("lukket") @Size(max = 2) String shut) {
        return Pages.show(new Key(caller.doctor().isPresent(), over != null, shut != null));
    }

    @POST
    @PermitAll
    @ShowsNobody
    @Operation(hidden = true)
    public Uni<Response> open(@Context RoutingContext request) {
        LookDoor.Answer answer = door.open(
                posted.form().value("nokkel"), LookMechanism.shown(request).orElse(null), Addresses.of(request));
        if (answer instanceof LookDoor.Answer.Opened opened) {
            LookMechanism.give(opened.device(), opened.lasts(), request);
            // What stood on pages before is nothing after it.
            csrf.renew();
            return Uni.createFrom().item(Pages.seeOther(MINE));
        }
        if (answer instanceof LookDoor.Answer.HeldBack held) {
            Response later = Response.fromResponse(Pages.show(
                            new Shut(held.delay().toSeconds()), Response.Status.TOO_MANY_REQUESTS.getStatusCode()))
                    .header(HttpHeaders.RETRY_AFTER, held.delay().toSeconds())
                    .build();
            return Uni.createFrom().item(later).onItem().delayIt().by(NotNow.LATE);
        }
        return Uni.createFrom().item(Pages.show(new Shut(null), Response.Status.NOT_FOUND.getStatusCode()));
    }

    @POST
    @Path("lukk")
    @RolesAllowed(Roles.DOCTOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response shut(@Context RoutingContext request) {
        LookMechanism.shown(request).ifPresent(door::close);
        LookMechanism.take(request);
        csrf.renew();
        return Pages.seeOther(Section.LOOK + "?lukket=ja");
    }
}
