package no.alisplass.web.gate;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Locale;

/** How much may be sent where, and for how long. What is uploaded is many times larger than what is typed. */
final class BodyLimits {
    private static final long KB = 1024;

    /** Where the login form is posted to; where Quarkus reads it, that holds no worker. */
    static final String LOGIN = "/j_security_check";

    private static final String LOG_OUT = "/logg-ut";

    /** A name and a password, or nothing but the form's own token; and all that someone without a session can send. */
    static final long LITTLE = 8 * KB;

    static final long FORM = 256 * KB;
    static final long JSON = 5 * KB * KB;
    static final long FILE = 12 * KB * KB;

    /** Slower than this is no line anybody works on. */
    private static final long BYTES_A_SECOND = 128 * KB;

    private BodyLimits() {}

    /** The most bytes that request may bring. */
    static long most(HttpServerRequest request, String path, boolean session) {
        if (isApi(path)) {
            return isFile(request) ? FILE : JSON;
        }
        if (path.equals(LOGIN) || path.equals(LOG_OUT) || !session) {
            return LITTLE;
        }
        return isFile(request) ? FILE : FORM;
    }

    /** How long all of a body may take: the patience for a small one, and what so many bytes take on a slow line. */
    static Duration longest(Duration patience, long bytes) {
        return patience.plusSeconds(bytes / BYTES_A_SECOND);
    }

    static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    private static boolean isFile(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }
}
