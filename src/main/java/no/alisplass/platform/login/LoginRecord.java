package no.alisplass.platform.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import no.alisplass.platform.Audit;

/**
 * Who logged in, out, and tried to. Each log-in at the pages is an act in the record; a program's is one whenever the password
 * had to be looked at, not at every call. What failed is counted by user and hour, and names that are nobody's are not kept:
 * people type passwords there.
 */
@ApplicationScoped
public class LoginRecord {
    private static final Duration KEPT = Duration.ofDays(366);

    private final EntityManager database;
    private final Audit audit;
    private final LoginLog log;
    private final Clock clock;

    @Inject
    LoginRecord(EntityManager database, Audit audit, LoginLog log, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.log = log;
        this.clock = clock;
    }

    /** @param door {@code pages}, {@code provider} (pages, by an identity provider) or {@code program} */
    @Transactional
    public void in(String username, String door) {
        audit.recordOf(username, "login.in", "user/" + username, null, Map.of("door", door));
        log.in(door);
    }

    @Transactional
    public void out(String username) {
        audit.recordOf(username, "login.out", "user/" + username, null, null);
    }

    /** @param username of whom it was tried for; empty for nobody here */
    @Transactional
    public void failed(String username) {
        Instant now = clock.instant();
        database.createNativeQuery("DELETE FROM log_in_failed WHERE hour < :old")
                .setParameter("old", now.minus(KEPT))
                .executeUpdate();
        database.createNativeQuery("INSERT INTO log_in_failed AS f (username, hour, failures, last_at)"
                        + " VALUES (:username, :hour, 1, :now) ON CONFLICT (username, hour)"
                        + " DO UPDATE SET failures = f.failures + 1, last_at = GREATEST(f.last_at, :now)")
                .setParameter("username", username)
                .setParameter("hour", now.truncatedTo(ChronoUnit.HOURS))
                .setParameter("now", now)
                .executeUpdate();
    }
}
