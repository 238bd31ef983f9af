package no.alisplass.platform.login;

import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Where requests come from; behind a trusted proxy, what that says. */
public final class Addresses {
    private static final int NETWORK_BYTES = 8;

    private Addresses() {}

    /** One text for all addresses one sender has: of IPv6, whose senders have billions, the network. */
    public static String of(RoutingContext request) {
        SocketAddress from = request == null ? null : request.request().remoteAddress();
        String host = from == null ? null : from.hostAddress();
        return host == null ? "" : network(host);
    }

    static String network(String host) {
        if (!host.contains(":")) {
            return host;
        }
        try {
            // An address in figures: no name is asked for.
            return InetAddress.getByName(host) instanceof Inet6Address long6
                    ? HexFormat.of().formatHex(long6.getAddress(), 0, NETWORK_BYTES)
                    : host;
        } catch (UnknownHostException notAnAddress) {
            return host;
        }
    }
}
