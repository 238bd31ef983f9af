package no.alisplass.web.account;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Users;
import no.alisplass.platform.login.Addresses;
import no.alisplass.platform.login.LoginRecord;
import no.alisplass.platform.login.Logins;
import no.alisplass.platform.login.NotNow;
import no.alisplass.platform.login.Proof;
import no.alisplass.platform.login.Sessions;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.web.shell.Cookies;
import no.alisplass.web.shell.CsrfToken;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Page;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.shell.ReturnUrl;
import no.alisplass.web.shell.Section;
import no.alisplass.web.shell.SecurityFilter;
import no.alisplass.web.text.Language;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** In and out, and in which language. */
@Path("/")
@Blocking
public class LoginPages {
    /** The log-in page, as whoever has logged out sees it. */
    static final String OUT = "/logg-inn?ute=ja";

    private static final String RETURN = "alis-til";
    private static final int RETURN_SECONDS = 1800;
    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    private final Page page;
    private final Caller caller;
    private final FormRequest posted;
    private final CsrfToken csrf;
    private final Logins logins;
    private final Sessions sessions;
    private final LoginRecord record;
    private final Users users;

    @Inject
    LoginPages(
            Page page,
            Caller caller,
            FormRequest posted,
            CsrfToken csrf,
            Logins logins,
            Sessions sessions,
            LoginRecord record,
            Users users) {
        this.page = page;
        this.caller = caller;
        this.posted = posted;
        this.csrf = csrf;
        this.logins = logins;
        this.sessions = sessions;
        this.record = record;
        this.users = users;
    }

    /**
     * @param failed whether name and password did not fit
     * @param expired whether a session has run out, so that what was typed is restored after login
     * @param later what is said of how long to wait; null when there is nothing to wait for
     * @param refused what came of logging in by the identity provider; null when it is not that
     */
    record Login(boolean failed, boolean expired, boolean out, String later, Refused refused)
            implements TemplateInstance {}

    /** @param reasons each a sentence */
    @TemplateData
    record Refused(String title, List<String> reasons) {}

    /** Everyone's start: each role's own, or the page someone was at before having to log in. */
    @GET
    @PermitAll
    @ShowsNobody
    @Operation(hidden = true)
    public Response start(@Context RoutingContext request) {
        if (!page.isKnown()) {
            return Pages.seeOther("/logg-inn");
        }
        if (caller.mustChangePassword()) {
            return Pages.seeOther("/passord");
        }
        Cookie wanted = request.request().getCookie(RETURN);
        if (wanted != null && ReturnUrl.isOurs(wanted.getValue())) {
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
    @ShowsNobody
    @Operation(hidden = true)
    public Response login(
            @QueryParam("til") @Size(max = 1000) String to,
            @QueryParam("utlopt") @Size(max = 5) String expired,
            @QueryParam("ute") @Size(max = 5) String out,
            @Context RoutingContext request) {
        if (ReturnUrl.isOurs(to)) {
            request.response().addCookie(Cookies.of(RETURN, to, request).setMaxAge(RETURN_SECONDS));
        } else {
            request.response().addCookie(Cookies.gone(RETURN, request));
        }
        return Pages.show(new Login(false, expired != null, out != null, null, null));
    }

    /** Name and password from the form: a session that begins here, a wrong pair, or a wait before they are looked at. */
    @POST
    @Path(SecurityFilter.LOGIN)
    @PermitAll
    @ShowsNobody
    @Operation(hidden = true)
    public Uni<Response> logIn(@Context RoutingContext request) {
        Form form = posted.form();
        Proof proof = logins.prove(form.value("j_username"), form.value("j_password"), Addresses.of(request));
        Uni<Response> answer = Uni.createFrom().item(answer(proof, request));
        return proof instanceof Proof.HeldBack ? answer.onItem().delayIt().by(NotNow.LATE) : answer;
    }

    private Response answer(Proof proof, RoutingContext request) {
        if (proof instanceof Proof.Right right) {
            sessions.begin(right.account(), request);
            record.in(right.account().user().username(), "pages");
            // What stood on pages before the login is nothing after it.
            csrf.renew();
            return Pages.seeOther("/");
        }
        if (proof instanceof Proof.HeldBack held) {
            return later(Response.Status.TOO_MANY_REQUESTS.getStatusCode(), "login-held-back", held.delay());
        }
        if (proof instanceof Proof.Busy busy) {
            return later(Pages.UNAVAILABLE, "login-busy", busy.delay());
        }
        return Pages.seeOther("/logg-inn/feil");
    }

    private static Response later(int status, String text, Duration wait) {
        Login page = new Login(false, false, false, Texts.of(text, Waits.told(wait)), null);
        return Response.fromResponse(Pages.show(page, status))
                .header(HttpHeaders.RETRY_AFTER, wait.toSeconds())
                .build();
    }

    /** Whoever gave a wrong name or password; where they wanted to go is still kept. */
    @GET
    @Path("logg-inn/feil")
    @PermitAll
    @ShowsNobody
    @Operation(hidden = true)
    public Response loginFailed() {
        return Pages.show(new Login(true, false, false, null, null));
    }

    @POST
    @Path("logg-ut")
    @PermitAll
    @ShowsNobody
    @Operation(hidden = true)
    public Response logout(@Context RoutingContext request) {
        if (page.isKnown()) {
            // Whoever may have got hold of a session, of this browser or another, has nothing left of it.
            users.endSessions(page.getUserName());
            record.out(page.getUserName());
        }
        boolean byProvider = page.isKnown() && !caller.isKeptHere();
        sessions.forget(request);
        csrf.renew();
        return Pages.seeOther(byProvider ? ProviderPages.OUT : OUT);
    }

    @GET
    @Path("sprak/{tag}")
    @PermitAll
    @ShowsNobody
    @Operation(hidden = true)
    public Response language(
            @PathParam("tag") @Size(max = 5) String tag,
            @QueryParam("til") @Size(max = 1000) String to,
            @Context RoutingContext request) {
        request.response()
                .addCookie(Cookies.of(Language.COOKIE, Language.of(tag).tag(), request)
                        .setMaxAge(YEAR_SECONDS));
        return Pages.seeOther(ReturnUrl.of(to));
    }
}
