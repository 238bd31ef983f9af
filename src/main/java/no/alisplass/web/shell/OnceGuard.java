package no.alisplass.web.shell;

import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;

/**
 * Makes a second click the same as one. Every page gives its forms a key of their own; the same key with the same content is
 * done once, and whoever sent it again is sent where the first was. Changed content, or a page loaded anew, is a new form.
 */
class OnceGuard {
    static final String FIELD = "_en";

    private static final String PRINT = OnceGuard.class.getName();
    private static final int WAITS = 100;
    private static final int WAIT_MILLIS = 100;

    private final FormsSent sent;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    OnceGuard(FormsSent sent, FormRequest posted, Flash flash) {
        this.sent = sent;
        this.posted = posted;
        this.flash = flash;
    }

    @WithFormRead
    @ServerRequestFilter(priority = Priorities.USER + 100)
    public Optional<Response> before(ContainerRequestContext request) throws InterruptedException {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        boolean part = request.getHeaderString("HX-Request") != null;
        if (!request.getMethod().equals("POST") || SecurityFilter.isApi(path) || part || !FormsSent.mayWait()) {
            return Optional.empty();
        }
        Optional<String> content = posted.once();
        if (content.isEmpty()) {
            return Optional.empty();
        }
        String print = sent.print(path + "\n" + content.get());
        for (int waited = 0; waited < WAITS; waited++) {
            if (sent.begin(print)) {
                request.setProperty(PRINT, print);
                return Optional.empty();
            }
            Optional<FormsSent.Sent> first = sent.find(print);
            if (first.isPresent() && first.get().location() != null) {
                flash.repeat(first.get().message());
                return Optional.of(Pages.seeOther(first.get().location()));
            }
            Thread.sleep(WAIT_MILLIS);
        }
        return Optional.empty();
    }

    @ServerResponseFilter
    public void after(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(PRINT) instanceof String print) || !FormsSent.mayWait()) {
            return;
        }
        String location = String.valueOf(response.getHeaders().getFirst(HttpHeaders.LOCATION));
        if (response.getStatus() == Response.Status.SEE_OTHER.getStatusCode() && !location.contains("/logg-inn")) {
            sent.done(print, new FormsSent.Sent(location, flash.written()));
        } else {
            sent.giveUp(print);
        }
    }
}
