package no.alisplass.web.shell;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import no.alisplass.domain.Finding;
import no.alisplass.platform.Caller;
import no.alisplass.platform.login.Sessions;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Turns what went wrong on the way to a page into a page; someone who is not logged in is asked to. */
class ErrorPages {
    private static final Set<Integer> TOLD = Set.of(403, 404, 408, 409, 413, 422, 503);
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    private final CurrentIdentityAssociation identity;

    @Inject
    ErrorPages(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    /**
     * @param key of the title
     * @param help key of what to do now
     */
    record Error(String key, String help, String number, List<Finding> findings) implements TemplateInstance {
        static Error of(int status, List<Finding> findings) {
            int code = TOLD.contains(status) ? status : status < 500 ? 400 : 500;
            String key = "error-" + code;
            return new Error(key, key + "-help", Integer.toString(status), findings);
        }
    }

    @ServerExceptionMapper
    public Response refused(PageRefused refused) {
        int status =
                switch (refused.kind()) {
                    case NOT_FOUND -> 404;
                    case CONFLICT -> 409;
                    case INVALID -> Pages.UNPROCESSABLE;
                    case BUSY -> Pages.UNAVAILABLE;
                };
        return Pages.show(Error.of(status, refused.findings()), status);
    }

    /** What the API tells as problem+json is told as a page everywhere else. */
    @ServerResponseFilter
    public Uni<Void> tell(
            ContainerRequestContext request, ContainerResponseContext response, HttpServerRequest browser) {
        int status = response.getStatus();
        boolean page = !SecurityFilter.isApi(browser.path()) && !browser.path().startsWith("/q/");
        if (page && status == 200 && HTML.isCompatible(response.getMediaType())) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        boolean told = status < 400 || HTML.isCompatible(response.getMediaType());
        if (!page || told) {
            return Uni.createFrom().voidItem();
        }
        if (status == 401) {
            askToLogIn(request, response, browser);
            return Uni.createFrom().voidItem();
        }
        if (status == Pages.UNAVAILABLE) {
            // Who is logged in stands in the database, which may be what is away.
            identity.setIdentity(
                    QuarkusSecurityIdentity.builder().setAnonymous(true).build());
            response.setEntity(Error.of(status, List.of()).render(), null, HTML);
            return Uni.createFrom().voidItem();
        }
        // The page says who is logged in, which nobody may have asked so far.
        return identity.getDeferredIdentity()
                .onFailure()
                .recoverWithItem(() ->
                        QuarkusSecurityIdentity.builder().setAnonymous(true).build())
                .invoke(found -> {
                    identity.setIdentity(found);
                    if (status == 403 && Boolean.TRUE.equals(found.<Object>getAttribute(Caller.MUST_CHANGE))) {
                        // Nothing opens before; where to do it is the only thing to tell.
                        response.setEntity(null);
                        response.setStatus(303);
                        response.getHeaders().putSingle(HttpHeaders.LOCATION, URI.create("/passord"));
                        return;
                    }
                    String html = Error.of(status, List.of()).render();
                    response.setEntity(html, null, HTML);
                })
                .replaceWithVoid();
    }

    private static void askToLogIn(
            ContainerRequestContext request, ContainerResponseContext response, HttpServerRequest browser) {
        boolean reads = request.getMethod().equals("GET") && !Page.partOnly(browser);
        String page = reads ? browser.uri() : pathOf(browser);
        boolean hadSession = browser.getCookie(Sessions.COOKIE) != null;
        String login = browser.path().startsWith(Section.LOOK + "/") && !hadSession
                // Who came by a link has no log-in; what is over is told there, with what to do.
                ? Section.LOOK + "?over=ja"
                : "/logg-inn?til=" + URLEncoder.encode(page, StandardCharsets.UTF_8)
                        + (hadSession || !reads ? "&utlopt=ja" : "");
        response.getHeaders().clear();
        response.setEntity(null);
        if (Page.partOnly(browser)) {
            response.getHeaders().putSingle("HX-Redirect", login);
        } else {
            response.setStatus(303);
            response.getHeaders().putSingle(HttpHeaders.LOCATION, URI.create(login));
        }
    }

    /** The page the form or the part is on. */
    private static String pathOf(HttpServerRequest browser) {
        String address = browser.getHeader("HX-Current-URL");
        if (address == null) {
            address = browser.getHeader("Referer");
        }
        try {
            URI page = URI.create(address == null ? "/" : address);
            return page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
        } catch (IllegalArgumentException unreadable) {
            return "/";
        }
    }
}
