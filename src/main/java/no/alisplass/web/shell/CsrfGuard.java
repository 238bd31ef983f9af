package no.alisplass.web.shell;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** Turns away forms that our own pages did not make. The API, which takes no cookie, needs no such guard. */
class CsrfGuard {
    private final CsrfToken token;

    @Inject
    CsrfGuard(CsrfToken token) {
        this.token = token;
    }

    @WithFormRead
    @ServerRequestFilter
    public void check(ContainerRequestContext request, UriInfo address) {
        boolean reads = java.util.Set.of("GET", "HEAD", "OPTIONS").contains(request.getMethod());
        String path = address.getRequestUri().getRawPath();
        // Who logs in has no session yet that another site could use; that the form is ours, Doors has asked.
        if (reads || SecurityFilter.isApi(path) || path.equals(SecurityFilter.LOGIN)) {
            return;
        }
        String sent = request.getHeaderString(CsrfToken.HEADER);
        if (sent == null) {
            Object field = CurrentRequestManager.get().getFormParameter(CsrfToken.FIELD, true, false);
            sent = field == null ? null : field.toString();
        }
        if (!token.is(sent)) {
            throw new PageRefused(
                    Result.Kind.CONFLICT, java.util.List.of(Finding.of(CsrfToken.FIELD, null, "web.form-not-ours")));
        }
    }
}
