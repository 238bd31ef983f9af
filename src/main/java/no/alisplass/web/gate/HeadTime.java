package no.alisplass.web.gate;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection on which the head of a request has begun to come and is not whole in its time, however steadily it
 * dribbles. Netty finds this class as a service and lets it see each connection before anything is read: no setting of Vert.x
 * or Quarkus does. Those who only wait for their next request are left to the idle timeout.
 */
public final class HeadTime extends ChannelInitializerExtension {
    private static final int BEGUN = 0;
    private static final int ENDED = 1;

    /** How many requests have begun on the connection, and how many have been answered; on its event loop alone. */
    private static final AttributeKey<long[]> REQUESTS = AttributeKey.valueOf("alisplass.requests");

    /** Netty makes its own instance, and asks nobody how long. */
    private static volatile Duration longest = Duration.ofSeconds(15);

    /** To be asked before the first connection is taken. @param patience how long a head may take */
    static void watch(Duration patience) {
        longest = patience;
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    /** The head of a request is whole. */
    static void isOver(RoutingContext exchange) {
        if (exchange.request().connection() instanceof ConnectionBase connection) {
            isOver(connection.channel());
            exchange.addEndHandler(answered -> isAnswered(connection.channel()));
        }
    }

    static void isOver(Channel connection) {
        count(connection, BEGUN);
    }

    static void isAnswered(Channel connection) {
        count(connection, ENDED);
    }

    private static void count(Channel connection, int which) {
        long[] requests = connection.attr(REQUESTS).get();
        if (requests != null) {
            requests[which]++;
        }
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        long[] requests = new long[2];
        channel.attr(REQUESTS).set(requests);
        channel.pipeline().addFirst("head-time", new Watch(requests));
    }

    private static final class Watch extends ChannelInboundHandlerAdapter {
        private final long[] requests;
        private boolean timed;

        private Watch(long[] requests) {
            this.requests = requests;
        }

        /** A head that came whole has been told of when the bytes have been passed on, so most requests need no timer. */
        @Override
        public void channelRead(ChannelHandlerContext connection, Object bytes) {
            long before = requests[BEGUN];
            connection.fireChannelRead(bytes);
            boolean headComes = requests[BEGUN] == before && requests[BEGUN] == requests[ENDED];
            if (headComes && !timed) {
                timed = true;
                connection
                        .executor()
                        .schedule(() -> late(connection, before), longest.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        private void late(ChannelHandlerContext connection, long before) {
            timed = false;
            if (requests[BEGUN] == before) {
                connection.close();
            }
        }
    }
}
