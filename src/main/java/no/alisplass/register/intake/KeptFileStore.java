package no.alisplass.register.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.text.Text;
import no.alisplass.platform.forget.Forgets;
import no.alisplass.register.entry.IdentityNumbers;

/** Files that are being looked at, in the database: for some hours, for the one user who looked. */
public abstract class KeptFileStore<E extends KeptFile> implements PanacheRepositoryBase<E, String>, Forgets {
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");
    private static final Duration KEPT = Duration.ofHours(2);

    /** Of one user: more are open in no one's browser. */
    private static final int MOST = 10;

    private static final int LONGEST_NAME = 200;

    private final String table;

    /** @param table whose rows they are */
    protected KeptFileStore(String table) {
        this.table = table;
    }

    /** A file's name as it is kept and shown; empty where it holds what looks like an identity number. */
    public static String name(String given) {
        String line = Text.line(given);
        return line == null || IdentityNumbers.in(line)
                ? ""
                : line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) : line;
    }

    /**
     * The file that the user has looked at for the area, held until the transaction ends, so that two clicks come after each other.
     *
     * @param key as somebody sent it; null, or no key of ours, for none
     */
    public Optional<E> kept(String key, String user, AreaCode area, Instant now) {
        Optional<E> found = key == null || !KEY.matcher(key).matches()
                ? Optional.empty()
                : findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE);
        return found.filter(kept -> kept.user.equals(user))
                .filter(kept -> kept.area.equals(area.value()))
                .filter(kept -> kept.keptAt.isAfter(now.minus(KEPT)));
    }

    /** Lets nobody else keep that file until the transaction ends: the same file twice at once makes one row. */
    public void lockKey(String key) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:id, 0))) held")
                .setParameter("id", key)
                .getResultList();
    }

    @Override
    @Transactional
    public void forget(Instant now) {
        delete("keptAt < ?1", now.minus(KEPT));
    }

    /** Deletes what is too old, whoever looked at it, and makes room for one more where a user has many open. */
    public void forget(Instant now, String user) {
        forget(now);
        getEntityManager()
                .createNativeQuery("DELETE FROM " + table + " WHERE id IN (SELECT id FROM " + table
                        + " WHERE user_name = :user ORDER BY kept_at DESC, id OFFSET :most)")
                .setParameter("user", user)
                .setParameter("most", MOST - 1)
                .executeUpdate();
    }
}
