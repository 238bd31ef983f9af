package no.alisplass.platform.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import no.alisplass.platform.Signed;

/**
 * How many wrong passwords may be tried: by one address for one user, for one user from anywhere, and by one address for
 * anyone, the widest with the most room, so that one fool shuts out neither the colleagues behind the same address nor, from
 * elsewhere, the user. Kept in the database, because a guesser meets every instance: each try adds its share of time to a row,
 * and is refused while that is further ahead than the limit's room. One statement decides, which no lock has to guard.
 */
@ApplicationScoped
class Guesses {
    /**
     * @param room how many at once
     * @param share after how long one more is allowed
     */
    record Limit(String kind, int room, Duration share) {
        Duration ahead() {
            return share.multipliedBy(room - 1L);
        }
    }

    /** The narrowest first: what it refuses costs the wider ones nothing. */
    private static final List<Limit> LIMITS = List.of(
            new Limit("user-at-address", 10, Duration.ofSeconds(30)),
            new Limit("user", 30, Duration.ofSeconds(10)),
            new Limit("address", 60, Duration.ofSeconds(2)));

    private static final String TAKE = "INSERT INTO login_guess AS g (print, paid_at)"
            + " VALUES (:print, CAST(:now AS timestamptz) + :share * interval '1 second')"
            + " ON CONFLICT (print) DO UPDATE SET paid_at = CASE WHEN g.paid_at > :impossible THEN :now"
            + " ELSE GREATEST(g.paid_at, :now) END + :share * interval '1 second'"
            + " WHERE g.paid_at <= :latest OR g.paid_at > :impossible";
    private static final String GIVE_BACK =
            "UPDATE login_guess SET paid_at = paid_at - :share * interval '1 second' WHERE print = :print";

    /** Those that someone is adding to are left for the next time. */
    private static final String TIDY = "DELETE FROM login_guess WHERE print IN"
            + " (SELECT print FROM login_guess WHERE paid_at < :now LIMIT 1000 FOR UPDATE SKIP LOCKED)";

    private static final int TIDY_EVERY = 100;

    /** Nobody gets that far ahead of the limit: a clock was set back, which must shut nobody out. */
    private static final Duration IMPOSSIBLE = Duration.ofMinutes(10);

    private final EntityManager database;
    private final Clock clock;
    private final Signed signed;
    private final AtomicLong taken = new AtomicLong();

    @Inject
    Guesses(EntityManager database, Clock clock, Signed signed) {
        this.database = database;
        this.clock = clock;
        this.signed = signed;
    }

    /**
     * Takes one try, before the password is looked at.
     *
     * @param user the name as it is kept, or empty for what can be nobody's
     * @return how long to wait instead; empty when the try may be made
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Duration> take(String user, String address) {
        return take(LIMITS, user, address);
    }

    /** As above, within another limit, which is by address. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Duration> take(Limit limit, String address) {
        return take(List.of(limit), "", address);
    }

    private Optional<Duration> take(List<Limit> limits, String user, String address) {
        Instant now = clock.instant();
        if (taken.incrementAndGet() % TIDY_EVERY == 0) {
            database.createNativeQuery(TIDY).setParameter("now", now).executeUpdate();
        }
        for (int at = 0; at < limits.size(); at++) {
            Limit limit = limits.get(at);
            String print = print(limit, user, address);
            int rows = database.createNativeQuery(TAKE)
                    .setParameter("print", print)
                    .setParameter("now", now)
                    .setParameter("share", limit.share().toSeconds())
                    .setParameter("latest", now.plus(limit.ahead()))
                    .setParameter("impossible", now.plus(limit.ahead()).plus(IMPOSSIBLE))
                    .executeUpdate();
            if (rows == 0) {
                limits.subList(0, at).forEach(narrower -> giveBack(narrower, user, address));
                return Optional.of(wait(print, limit, now));
            }
        }
        return Optional.empty();
    }

    /** The password was right: what was tried by that address for the user is forgotten, and the try counts for no one else. */
    @Transactional(TxType.REQUIRES_NEW)
    public void right(String user, String address) {
        database.createNativeQuery("DELETE FROM login_guess WHERE print = :print")
                .setParameter("print", print(LIMITS.get(0), user, address))
                .executeUpdate();
        LIMITS.stream().skip(1).forEach(wider -> giveBack(wider, user, address));
    }

    /** The try within that limit was right, and counts for nothing. */
    @Transactional(TxType.REQUIRES_NEW)
    public void right(Limit limit, String address) {
        giveBack(limit, "", address);
    }

    /** The password was not looked at after all. */
    @Transactional(TxType.REQUIRES_NEW)
    public void notMade(String user, String address) {
        LIMITS.forEach(limit -> giveBack(limit, user, address));
    }

    private void giveBack(Limit limit, String user, String address) {
        database.createNativeQuery(GIVE_BACK)
                .setParameter("print", print(limit, user, address))
                .setParameter("share", limit.share().toSeconds())
                .executeUpdate();
    }

    private Duration wait(String print, Limit limit, Instant now) {
        List<?> paid = database.createNativeQuery("SELECT paid_at FROM login_guess WHERE print = :print", Instant.class)
                .setParameter("print", print)
                .getResultList();
        Duration wait =
                paid.isEmpty() ? limit.share() : Duration.between(now.plus(limit.ahead()), (Instant) paid.get(0));
        // Whole seconds are told, and a wait that is told must be enough.
        return Duration.ofSeconds(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    private String print(Limit limit, String user, String address) {
        String whom =
                switch (limit.kind()) {
                    case "user" -> user;
                    case "user-at-address" -> user + " " + address;
                    default -> address;
                };
        return signed.print("login-guess", limit.kind() + " " + whom);
    }
}
