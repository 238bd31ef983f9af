package no.alisplass.waitlist;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files that are being looked at, in the database. */
@ApplicationScoped
class WaitlistFileStore implements PanacheRepositoryBase<WaitlistFileEntity, String> {
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    /** Holds a file until the transaction ends. @param key as somebody sent it; null, or no key of ours, for none */
    Optional<WaitlistFileEntity> lock(String key) {
        return key == null || !KEY.matcher(key).matches()
                ? Optional.empty()
                : findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Lets nobody else keep that file until the transaction ends: the same file twice at once makes one row. */
    void lockKey(String key) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:id, 0))) held")
                .setParameter("id", key)
                .getResultList();
    }

    /** Deletes what is too old, whoever looked at it, and makes room for one more where a user has {@code most} open. */
    void forget(Instant oldest, String user, int most) {
        delete("keptAt < ?1", oldest);
        getEntityManager()
                .createNativeQuery("DELETE FROM waitlist_file WHERE id IN (SELECT id FROM waitlist_file"
                        + " WHERE user_name = :user ORDER BY kept_at DESC, id OFFSET :most)")
                .setParameter("user", user)
                .setParameter("most", most - 1)
                .executeUpdate();
    }
}
