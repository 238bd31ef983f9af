package no.alisplass.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;

/** What holds for every request before anyone looks at it. */
@ApplicationScoped
class Doors {
    /** Nothing from elsewhere, nothing inline. Bootstrap draws its tick marks as data images. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Where the login form is posted to; Quarkus looks at it. */
    static final String LOGIN = "/j_security_check";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Before Quarkus looks who is asking. */
    private static final int FIRST = 1000;

    void open(@Observes Filters filters) {
        filters.register(Doors::pass, FIRST);
    }

    static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    private static void pass(RoutingContext request) {
        String path = request.normalizedPath();
        HttpServerResponse response = request.response();
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("Referrer-Policy", "same-origin");
        if (isApi(path)) {
            // Programs show who they are each time; a browser's session is no key here.
            request.request().headers().remove(HttpHeaders.COOKIE);
            request.next();
            return;
        }
        // The development pages under /q bring scripts of their own.
        if (!path.startsWith("/q/")) {
            response.putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
            response.putHeader("X-Frame-Options", "DENY");
            response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
            response.putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        }
        if (fromElsewhere(request.request())) {
            response.setStatusCode(403).end();
            return;
        }
        request.next();
    }

    /** Whether another site's page makes the browser change something here; the login form too is kept from that. */
    private static boolean fromElsewhere(HttpServerRequest request) {
        if (READING.contains(request.method().name())) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !sameHost(origin, request.getHeader(HttpHeaders.HOST));
    }

    private static boolean sameHost(String origin, String host) {
        try {
            return host != null && host.equals(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
