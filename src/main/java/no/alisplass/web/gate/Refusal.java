package no.alisplass.web.gate;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** What was refused before it came to anyone is told in the same words, and forms, as what was refused later. */
class Refusal {
    private static final String KEY = Refusal.class.getName();

    static void put(RoutingContext exchange, int status) {
        exchange.put(KEY, status);
    }

    static boolean isIn(RoutingContext exchange) {
        return exchange.get(KEY) != null;
    }

    @ServerRequestFilter(preMatching = true)
    public void tell(RoutingContext exchange) {
        Integer status = exchange.get(KEY);
        if (status != null) {
            throw new WebApplicationException(status);
        }
    }
}
