package no.alisplass.api.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says of each answer which language it is in, and that another caller may get another one. */
class Spoken {
    private final Asker asker;

    Spoken(Asker asker) {
        this.asker = asker;
    }

    @ServerResponseFilter
    public void tell(ContainerResponseContext response, HttpServerRequest request) {
        if (!request.path().startsWith("/api/")) {
            return;
        }
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (response.hasEntity()) {
            response.getHeaders()
                    .putSingle(HttpHeaders.CONTENT_LANGUAGE, asker.language().getLanguage());
        }
    }
}
