package no.alisplass.web.shell;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import no.alisplass.platform.login.ProviderLogin;

/** What holds for every request before anyone looks at it. */
@ApplicationScoped
public class SecurityFilter {
    /** Nothing from elsewhere, nothing inline. Bootstrap draws its tick marks as data images. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Where the login form is posted to. */
    public static final String LOGIN = "/j_security_check";

    private static final Pattern TWO_READINGS = Pattern.compile(
            "(?i)[;\\\\\\x00-\\x20\\x7f]|//|/\\.\\.?(?:/|$)|%(?:[01][0-9a-f]|7f|2e|2f|3b|5c|25)|%(?![0-9a-f]{2})");

    /** What never changes while a version runs: the browser may keep it. */
    private static final List<String> STATIC = List.of("/webjars/", "/_static/", "/web/");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Before Quarkus looks who is asking. */
    private static final int FIRST = 1000;

    void open(@Observes Filters filters) {
        filters.register(SecurityFilter::pass, FIRST);
    }

    static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    private static void pass(RoutingContext request) {
        HttpServerResponse response = request.response();
        if (!readsOneWay(request.request().path())) {
            response.setStatusCode(400).end();
            return;
        }
        String path = request.normalizedPath();
        if (STATIC.stream().noneMatch(path::startsWith)) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (request.request().isSSL()) {
            response.putHeader("Strict-Transport-Security", "max-age=31536000");
        }
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("Referrer-Policy", "same-origin");
        response.putHeader("X-Frame-Options", "DENY");
        if (fromElsewhere(request.request())) {
            response.setStatusCode(403).end();
            return;
        }
        if (isApi(path)) {
            // Programs show a password or a token each time; a browser's session is no key here.
            request.request().headers().remove(HttpHeaders.COOKIE);
            request.next();
            return;
        }
        if (path.startsWith(ProviderLogin.PLACE)) {
            // Whoever comes from the provider shows what it gave them in the address, and nothing else counts there.
            request.request().headers().remove(HttpHeaders.AUTHORIZATION);
        }
        // The development pages under /q bring scripts of their own.
        if (!path.startsWith("/q/")) {
            response.putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
            response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
            response.putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        }
        request.next();
    }

    /**
     * Whether everyone who looks at the path sees the same: parameters behind a semicolon, encoded dots, slashes and
     * invisible signs are dropped by some and kept by others, and nothing of ours has any.
     */
    static boolean readsOneWay(String path) {
        return path != null
                && path.startsWith("/")
                && !TWO_READINGS.matcher(path).find();
    }

    /** Whether another site's page makes the browser change something here, at either door; the login form too is kept from that. */
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
