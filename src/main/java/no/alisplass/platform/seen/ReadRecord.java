package no.alisplass.platform.seen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.alisplass.platform.Caller;

/**
 * Who was shown or handed which doctors' data, when: whose is told by the round, the list or the run, and no doctor stands in
 * the record. The same read by the same user in the same quarter of an hour is one row that counts.
 */
@ApplicationScoped
public class ReadRecord {
    static final Duration SPAN = Duration.ofMinutes(15);

    private static final String ADD =
            "INSERT INTO persons_read AS r (who, kind, subject, span, first_at, last_at, times)"
                    + " VALUES (:who, :kind, :subject, :span, :now, :now, 1) ON CONFLICT (who, kind, subject, span)"
                    + " DO UPDATE SET times = r.times + 1, last_at = GREATEST(r.last_at, :now)";

    private static final String SOUGHT = " FROM persons_read WHERE (:who = '' OR who = :who)"
            + " AND (:subject = '' OR subject = :subject OR starts_with(subject, :subject || '/'))";

    private final EntityManager database;
    private final Clock clock;

    @Inject
    protected ReadRecord(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Reads of one user, of one kind, of the same, within a quarter of an hour.
     *
     * @param kind a code of {@link Seen}
     * @param subject the round, list or run, as in the record of acts
     */
    public record Read(Instant firstAt, Instant lastAt, String who, String kind, String subject, int times) {}

    /** @param total of all pages */
    public record Reads(List<Read> reads, int page, int size, long total) {}

    /** Records one read, in a transaction of its own. @param who user name, as {@link Caller#name()} */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void add(String who, Seen seen, String subject) {
        Instant now = clock.instant();
        database.createNativeQuery(ADD)
                .setParameter("who", who)
                .setParameter("kind", seen.code())
                .setParameter("subject", subject)
                .setParameter("span", beginning(now))
                .setParameter("now", now)
                .executeUpdate();
    }

    static Instant beginning(Instant moment) {
        return Instant.ofEpochSecond(moment.getEpochSecond() / SPAN.toSeconds() * SPAN.toSeconds());
    }

    /**
     * The reads, the latest first.
     *
     * @param who whose; blank for everybody's
     * @param subject of what, or of a part of it; blank for everything
     * @param page from 0
     */
    @Transactional
    public Reads page(String who, String subject, int page, int size) {
        List<?> rows = sought(
                        "SELECT first_at, last_at, who, kind, subject, times" + SOUGHT
                                + " ORDER BY span DESC, last_at DESC, who, kind, subject",
                        who,
                        subject)
                .setFirstResult(Math.multiplyExact(page, size))
                .setMaxResults(size)
                .getResultList();
        Number total = (Number) sought("SELECT count(*)" + SOUGHT, who, subject).getSingleResult();
        return new Reads(
                rows.stream()
                        .map(Object[].class::cast)
                        .map(row -> new Read(
                                (Instant) row[0],
                                (Instant) row[1],
                                (String) row[2],
                                (String) row[3],
                                (String) row[4],
                                (Integer) row[5]))
                        .toList(),
                page,
                size,
                total.longValue());
    }

    private Query sought(String sql, String who, String subject) {
        return database.createNativeQuery(sql).setParameter("who", who).setParameter("subject", subject);
    }

    /** Removes what is older than it is to be kept. @return how many rows */
    @Transactional
    public int forget(Duration kept) {
        return database.createNativeQuery("DELETE FROM persons_read WHERE last_at < :old")
                .setParameter("old", clock.instant().minus(kept))
                .executeUpdate();
    }
}
