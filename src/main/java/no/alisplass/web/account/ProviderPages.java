package no.alisplass.web.account;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import no.alisplass.platform.login.Arrival;
import no.alisplass.platform.login.LoginRecord;
import no.alisplass.platform.login.ProviderLogin;
import no.alisplass.platform.login.Sessions;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.web.shell.CsrfToken;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** In and out by the organisation's identity provider; what comes of it is a session as any other. */
@Path(ProviderLogin.PLACE)
@Blocking
public class ProviderPages {
    /** Where whoever came by the provider is sent after the session here has ended. */
    static final String OUT = ProviderLogin.PLACE + "/ut";

    private static final String LOGIN_PAGE = "/logg-inn";
    private static final int SECONDS_SILENT = 30;

    private final Provider provider;
    private final ProviderLogin login;
    private final Sessions sessions;
    private final LoginRecord record;
    private final CsrfToken csrf;

    @Inject
    ProviderPages(Provider provider, ProviderLogin login, Sessions sessions, LoginRecord record, CsrfToken csrf) {
        this.provider = provider;
        this.login = login;
        this.sessions = sessions;
        this.record = record;
        this.csrf = csrf;
    }

    /** @param address where the provider's own session is ended */
    record Out(String address) implements TemplateInstance {}

    @GET
    @PermitAll
    @ShowsNobody
    @Operation(hidden = true)
    public Uni<Response> begin(@Context RoutingContext request) {
        return provider.isOffered()
                ? login.begin(request).map(to -> to.map(Pages::seeOther).orElseGet(this::silent))
                : Uni.createFrom().item(Pages.seeOther(LOGIN_PAGE));
    }

    /** Where the provider sends the browser back to. The address has what only this browser can use, and once. */
    @GET
    @Path("svar")
    @PermitAll
    @ShowsNobody
    @Operation(hidden = true)
    public Uni<Response> finish(@Context RoutingContext request) {
        return provider.isOffered()
                ? login.finish(request).map(arrival -> answer(arrival, request))
                : Uni.createFrom().item(Pages.seeOther(LOGIN_PAGE));
    }

    private Response answer(Arrival arrival, RoutingContext request) {
        if (arrival instanceof Arrival.In in) {
            sessions.begin(in.user(), request);
            record.in(in.user().user().username(), "provider");
            // What stood on pages before the login is nothing after it.
            csrf.renew();
            return Pages.seeOther("/");
        }
        if (arrival instanceof Arrival.Refused refused) {
            String reason = refused.why().map(Texts::of).orElseGet(() -> Texts.of("login-provider-unfinished"));
            return Pages.show(
                    refusal(Texts.of("login-provider-refused", provider.getName()), reason),
                    Response.Status.FORBIDDEN.getStatusCode());
        }
        return silent();
    }

    private Response silent() {
        LoginPages.Login page =
                refusal(Texts.of("login-provider-silent", provider.getName()), Texts.of("login-provider-silent-help"));
        return Response.fromResponse(Pages.show(page, Pages.UNAVAILABLE))
                .header(HttpHeaders.RETRY_AFTER, SECONDS_SILENT)
                .build();
    }

    private static LoginPages.Login refusal(String title, String reason) {
        return new LoginPages.Login(false, false, false, null, new LoginPages.Refused(title, List.of(reason)));
    }

    /**
     * Sends whoever has logged out on to the provider, to log out there too. From a page, not at once: browsers let no form's
     * answer lead to another site.
     */
    @GET
    @Path("ut")
    @PermitAll
    @ShowsNobody
    @Operation(hidden = true)
    public Uni<Response> out(@Context HttpServerRequest request) {
        if (!provider.isOffered()) {
            return Uni.createFrom().item(Pages.seeOther(LoginPages.OUT));
        }
        String back = request.scheme() + "://" + request.authority() + ProviderLogin.PLACE + "/ute";
        return login.end(back).map(address -> address.map(to -> Pages.show(new Out(to)))
                .orElseGet(() -> Pages.seeOther(LoginPages.OUT)));
    }

    /** Where the provider sends the browser back to after that. */
    @GET
    @Path("ute")
    @PermitAll
    @ShowsNobody
    @Operation(hidden = true)
    public Response outThere() {
        return Pages.seeOther(LoginPages.OUT);
    }
}
