package no.alisplass.web.gate;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.time.Duration;
import java.util.function.ObjIntConsumer;

/** One body as it comes in; all of it happens on the connection's event loop. */
final class Body {
    private final RoutingContext exchange;
    private final HeldBytes held;
    private final long most;
    private final ObjIntConsumer<RoutingContext> refuse;
    private final String address;
    private final Buffer body = Buffer.buffer();
    private long timer;
    private boolean over;
    private long taken;

    /** @param refuse told the exchange and the status when the body is too large (413), late (408), or there is no room (503) */
    Body(RoutingContext exchange, HeldBytes held, long most, ObjIntConsumer<RoutingContext> refuse) {
        this.exchange = exchange;
        this.held = held;
        this.most = most;
        this.refuse = refuse;
        this.address = exchange.request().remoteAddress() == null
                ? ""
                : exchange.request().remoteAddress().hostAddress();
    }

    void take(Duration longest) {
        HttpServerRequest request = exchange.request();
        if (request.getHeader(HttpHeaders.EXPECT) != null) {
            request.response().writeContinue();
            // It has been answered; nobody later need answer it again.
            request.headers().remove(HttpHeaders.EXPECT);
        }
        timer = exchange.vertx().setTimer(longest.toMillis(), late -> refuse(408));
        exchange.addEndHandler(done -> release());
        request.exceptionHandler(gone -> {
            end();
            release();
        });
        request.handler(this::part);
        request.endHandler(all -> whole());
        request.resume();
    }

    private void part(Buffer part) {
        if (over) {
            return;
        }
        if (taken + part.length() > most) {
            refuse(413);
        } else if (!held.take(address, part.length())) {
            refuse(503);
        } else {
            taken += part.length();
            body.appendBuffer(part);
        }
    }

    private void whole() {
        if (!over) {
            end();
            ((RoutingContextInternal) exchange).setBody(body);
            exchange.next();
        }
    }

    private void refuse(int status) {
        if (!over) {
            end();
            release();
            ((RoutingContextInternal) exchange).setBody(Buffer.buffer());
            refuse.accept(exchange, status);
        }
    }

    private void end() {
        over = true;
        exchange.vertx().cancelTimer(timer);
    }

    private void release() {
        held.release(address, taken);
        taken = 0;
    }
}
