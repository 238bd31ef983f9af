package no.alisplass.web.shell;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** What only our own pages know: a form without it was not made by us. */
@RequestScoped
public class CsrfToken {
    static final String FIELD = "_csrf";
    static final String HEADER = "X-Csrf-Token";

    private static final String COOKIE = "alis-csrf";
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CurrentVertxRequest current;
    private String made;

    @Inject
    CsrfToken(CurrentVertxRequest current) {
        this.current = current;
    }

    /** The browser's token; made, and given to it, at the first page it gets. */
    String value() {
        RoutingContext request = current.getCurrent();
        Cookie cookie = request.request().getCookie(COOKIE);
        if (made == null && cookie != null && cookie.getValue().length() >= BYTES) {
            made = cookie.getValue();
        }
        if (made == null) {
            renew();
        }
        return made;
    }

    /** Gives the browser another one, where what it had may be known to someone else. */
    public void renew() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        made = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        RoutingContext request = current.getCurrent();
        request.response().addCookie(Cookies.of(COOKIE, made, request).setSameSite(CookieSameSite.STRICT));
    }

    /** Whether that is the browser's token. */
    boolean is(String sent) {
        Cookie cookie = current.getCurrent().request().getCookie(COOKIE);
        return sent != null
                && cookie != null
                && cookie.getValue().length() >= BYTES
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), cookie.getValue().getBytes(StandardCharsets.UTF_8));
    }
}
