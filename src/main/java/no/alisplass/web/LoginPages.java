package no.alisplass.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** In and out, and in which language. The login form itself posts to Quarkus ({@code /j_security_check}). */
@Path("/")
@Blocking
public class LoginPages {
    private static final String RETURN = "alis-til";
    private static final int RETURN_SECONDS = 1800;
    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    private final Page page;

    @Inject
    LoginPages(Page page) {
        this.page = page;
    }

    /**
     * @param failed whether name and password did not fit
     * @param expired whether a session has run out, so that what was typed is restored after login
     */
    record Login(boolean failed, boolean expired, boolean out) implements TemplateInstance {}

    /** Everyone's start: each role's own, or the page someone was at before having to log in. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response start(@Context RoutingContext request) {
        if (!page.isKnown()) {
            return Pages.seeOther("/logg-inn");
        }
        Cookie wanted = request.request().getCookie(RETURN);
        if (wanted != null && Returns.isOurs(wanted.getValue())) {
            request.response().addCookie(Cookies.gone(RETURN, request));
            return Pages.seeOther(wanted.getValue());
        }
        return Pages.seeOther(page.sections().stream()
                .findFirst()
                .map(Section::start)
                .orElseThrow(() -> new jakarta.ws.rs.ForbiddenException()));
    }

    @GET
    @Path("logg-inn")
    @PermitAll
    @Operation(hidden = true)
    public Response login(
            @QueryParam("til") @Size(max = 1000) String to,
            @QueryParam("utlopt") @Size(max = 5) String expired,
            @QueryParam("ute") @Size(max = 5) String out,
            @Context RoutingContext request) {
        if (Returns.isOurs(to)) {
            request.response().addCookie(Cookies.of(RETURN, to, request).setMaxAge(RETURN_SECONDS));
        } else {
            request.response().addCookie(Cookies.gone(RETURN, request));
        }
        return Pages.show(new Login(false, expired != null, out != null));
    }

    /** Where Quarkus sends whoever gave a wrong name or password; where they wanted to go is still kept. */
    @GET
    @Path("logg-inn/feil")
    @PermitAll
    @Operation(hidden = true)
    public Response loginFailed() {
        return Pages.show(new Login(true, false, false));
    }

    @POST
    @Path("logg-ut")
    @PermitAll
    @Operation(hidden = true)
    public Response logout(@Context RoutingContext request) {
        request.response().addCookie(Cookies.gone(Cookies.SESSION, request));
        return Pages.seeOther("/logg-inn?ute=ja");
    }

    @GET
    @Path("sprak/{tag}")
    @PermitAll
    @Operation(hidden = true)
    public Response language(
            @PathParam("tag") @Size(max = 5) String tag,
            @QueryParam("til") @Size(max = 1000) String to,
            @Context RoutingContext request) {
        request.response()
                .addCookie(Cookies.of(Language.COOKIE, Language.of(tag).tag(), request)
                        .setMaxAge(YEAR_SECONDS));
        return Pages.seeOther(Returns.of(to));
    }
}
