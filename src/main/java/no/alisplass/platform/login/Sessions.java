package no.alisplass.platform.login;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.alisplass.platform.Account;
import no.alisplass.platform.ProviderUser;
import no.alisplass.platform.Signed;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A browser's session: who logged in, in which epoch of the user, when, and when it was last seen, signed, in a cookie. So any
 * instance knows it, and all of a user's are over at once when the epoch is raised. It ends when it has not been used for a
 * while, and at the latest when it has lasted its whole length, however much it is used.
 */
@ApplicationScoped
public class Sessions {
    public static final String COOKIE = "quarkus-credential";

    private static final String PURPOSE = "session";

    /** Not at every request: a page of many parts would write as many cookies. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final Signed signed;
    private final Clock clock;
    private final Duration idle;
    private final Duration whole;

    @Inject
    Sessions(
            Signed signed,
            Clock clock,
            @ConfigProperty(name = "alisplass.session.idle") Duration idle,
            @ConfigProperty(name = "alisplass.session.whole") Duration whole) {
        this.signed = signed;
        this.clock = clock;
        this.idle = idle;
        this.whole = whole;
    }

    /** What the cookie says. */
    record Session(String username, long epoch, Instant began, Instant seen) {
        private String written() {
            return username + " " + epoch + " " + began.toEpochMilli() + " " + seen.toEpochMilli();
        }

        private static Session of(String written) {
            String[] parts = written.split(" ");
            return new Session(
                    parts[0],
                    Long.parseLong(parts[1]),
                    Instant.ofEpochMilli(Long.parseLong(parts[2])),
                    Instant.ofEpochMilli(Long.parseLong(parts[3])));
        }
    }

    /** Gives the browser a new session of someone who has just proven who they are. */
    public void begin(Account account, RoutingContext request) {
        Instant now = clock.instant();
        write(new Session(account.user().username(), account.epoch(), now, now), request);
    }

    /** Gives the browser a new session of someone whom an identity provider has just vouched for. */
    public void begin(ProviderUser user, RoutingContext request) {
        Instant now = clock.instant();
        write(new Session(user.sessionName(), user.epoch(), now, now), request);
    }

    /** Takes the session from this browser; what ends it is the user's next epoch. */
    public void forget(RoutingContext request) {
        request.response().addCookie(cookie("", request).setMaxAge(0));
    }

    /** The session the browser shows, when it is ours and has not run out. */
    Optional<Session> shown(RoutingContext request) {
        Cookie cookie = request.request().getCookie(COOKIE);
        Instant now = clock.instant();
        return Optional.ofNullable(cookie)
                .flatMap(found -> signed.read(PURPOSE, found.getValue()))
                .map(bytes -> Session.of(new String(bytes, StandardCharsets.UTF_8)))
                .filter(session -> now.isBefore(session.began().plus(whole)))
                .filter(session -> now.isBefore(session.seen().plus(idle)));
    }

    /** Notes in the cookie that the session is used. */
    void seen(Session session, RoutingContext request) {
        Instant now = clock.instant();
        if (now.isAfter(session.seen().plus(SEEN_EVERY)) && !request.response().headWritten()) {
            write(new Session(session.username(), session.epoch(), session.began(), now), request);
        }
    }

    private void write(Session session, RoutingContext request) {
        byte[] content = session.written().getBytes(StandardCharsets.UTF_8);
        request.response().addCookie(cookie(signed.write(PURPOSE, content), request));
    }

    private static Cookie cookie(String value, RoutingContext request) {
        return Cookie.cookie(COOKIE, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(request.request().isSSL())
                .setSameSite(CookieSameSite.LAX);
    }
}
