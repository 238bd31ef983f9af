package no.alisplass.web.gate;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import no.alisplass.platform.DatabaseLost;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes in what is sent before anyone works on it: on the event loop, in bounded memory and time. So a slow sender holds
 * a connection, and never one of the workers that everybody's pages need. Slow readers are let go too.
 */
@ApplicationScoped
class Bodies {
    private static final int AFTER_THE_DOORS = 900;
    private static final int BEFORE_ALL = -10_000;
    private static final Duration ANSWER = Duration.ofSeconds(60);

    /** The address every refusal of the login form is shown as a page of. */
    private static final String LOGIN_PAGE = "/logg-inn";

    private final Duration patience;
    private final boolean loginByQuarkus;
    private final HeldBytes held = new HeldBytes(Runtime.getRuntime().maxMemory());

    @Inject
    Bodies(
            @ConfigProperty(name = "alisplass.patience", defaultValue = "PT15S") Duration patience,
            @ConfigProperty(name = "quarkus.http.auth.form.enabled", defaultValue = "false") boolean loginByQuarkus) {
        this.patience = patience;
        this.loginByQuarkus = loginByQuarkus;
    }

    void open(@Observes Filters filters) {
        HeadTime.watch(patience);
        filters.register(this::take, AFTER_THE_DOORS);
    }

    /** Quarkus answers the login form, and would say of a lost database that the fault is here. */
    void watchLogin(@Observes Router router) {
        router.route(BodyLimits.LOGIN).order(BEFORE_ALL).failureHandler(exchange -> {
            if (DatabaseLost.is(exchange.failure()) && !exchange.response().ended() && !Refusal.isIn(exchange)) {
                Refusal.put(exchange, 503);
                exchange.reroute(LOGIN_PAGE);
            } else {
                exchange.next();
            }
        });
    }

    private void take(RoutingContext exchange) {
        HeadTime.isOver(exchange);
        HttpServerRequest request = exchange.request();
        if (Refusal.isIn(exchange)) {
            exchange.next();
            return;
        }
        endSlowReading(exchange);
        String path = exchange.normalizedPath();
        if (!bringsBody(request)) {
            exchange.next();
            return;
        }
        boolean session = request.getHeader(HttpHeaders.COOKIE) != null;
        long most = BodyLimits.most(request, path, session);
        long declared = declared(request, most);
        if (declared > most) {
            refuse(exchange, 413);
        } else if (path.equals(BodyLimits.LOGIN) && loginByQuarkus || path.startsWith("/q/")) {
            closeWhenLate(exchange, declared);
            exchange.next();
        } else if (BodyLimits.isApi(path) && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            // Refused before anyone reads: not worth the memory.
            closeWhenLate(exchange, declared);
            exchange.next();
        } else {
            new Body(exchange, held, most, this::refuse).take(BodyLimits.longest(patience, declared));
        }
    }

    private static boolean bringsBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null || length != null && !length.equals("0");
    }

    /** What the sender says will come; all that may come, when nothing is said. */
    private static long declared(HttpServerRequest request, long most) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || !length.matches("[0-9]{1,18}")) {
            return most;
        }
        return Long.parseLong(length);
    }

    /** The refusal is told as every other one is; then the connection is closed, for more of the body may be on its way. */
    private void refuse(RoutingContext exchange, int status) {
        Refusal.put(exchange, status);
        exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        exchange.addEndHandler(told -> exchange.vertx().setTimer(2000, late -> close(exchange)));
        if (exchange.normalizedPath().startsWith("/q/")) {
            exchange.response().setStatusCode(status).end();
        } else if (exchange.normalizedPath().equals(BodyLimits.LOGIN)) {
            exchange.reroute(LOGIN_PAGE);
        } else {
            exchange.next();
        }
    }

    private void closeWhenLate(RoutingContext exchange, long declared) {
        HttpServerRequest request = exchange.request();
        exchange.vertx().setTimer(BodyLimits.longest(patience, declared).toMillis(), late -> {
            if (!request.isEnded()) {
                close(exchange);
            }
        });
    }

    /** An answer that is not read holds the worker that writes it. Streams of events last as long as they say. */
    private static void endSlowReading(RoutingContext exchange) {
        HttpServerResponse response = exchange.response();
        AtomicLong timer = new AtomicLong(-1);
        exchange.addHeadersEndHandler(started -> {
            String type = response.headers().get(HttpHeaders.CONTENT_TYPE);
            if (type == null || !type.startsWith("text/event-stream")) {
                timer.set(exchange.vertx().setTimer(ANSWER.toMillis(), late -> close(exchange)));
            }
        });
        exchange.addEndHandler(ended -> exchange.vertx().cancelTimer(timer.get()));
    }

    private static void close(RoutingContext exchange) {
        exchange.request().connection().close();
    }
}
