package no.alisplass.web.shell;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;

/** Cookies of our own: for the whole site, out of reach of scripts, and over TLS only where there is TLS. */
public final class Cookies {
    private Cookies() {}

    public static Cookie of(String name, String value, RoutingContext request) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(request.request().isSSL())
                .setSameSite(CookieSameSite.LAX);
    }

    public static Cookie gone(String name, RoutingContext request) {
        return of(name, "", request).setMaxAge(0);
    }
}
