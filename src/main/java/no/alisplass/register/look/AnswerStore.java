package no.alisplass.register.look;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;

/** What doctors say, in the database: of those whom the area that was told still holds. */
@ApplicationScoped
class AnswerStore {
    /** Of what is done to a record, confirming and closing alone leave what stands in it. */
    private static final String CHANGED_SINCE = "EXISTS (SELECT FROM registered_change c WHERE c.hpr = %s"
            + " AND c.number > %s AND c.what NOT IN ('CONFIRMED', 'CLOSED'))";

    private static final String FROM = " FROM doctor_answer a JOIN registered_doctor d ON d.hpr = a.hpr"
            + " AND d.area_code = a.area_code WHERE a.area_code = :area";

    private static final String READ = "SELECT a.id, a.hpr, d.content ->> 'name', a.area_code, a.at,"
            + " a.link_id IS NOT NULL, " + CHANGED_SINCE.formatted("a.hpr", "a.version")
            + ", a.wrong, a.done_at, a.done_by, a.outcome" + FROM;

    private static final String OPEN = " AND a.wrong IS NOT NULL AND a.done_at IS NULL";
    private static final String OF = " AND a.hpr = :hpr";

    private final EntityManager database;

    @Inject
    AnswerStore(EntityManager database) {
        this.database = database;
    }

    /** Whether the record was changed after that version of it. */
    boolean isChangedSince(HprNumber hpr, long version) {
        return (Boolean) database.createNativeQuery("SELECT " + CHANGED_SINCE.formatted(":hpr", ":version"))
                .setParameter("hpr", hpr.value())
                .setParameter("version", version)
                .getSingleResult();
    }

    long add(HprNumber hpr, AreaCode area, long version, Instant at, Long link, String wrong) {
        return ((Number) database.createNativeQuery(
                                "INSERT INTO doctor_answer (hpr, area_code, version, at, link_id, wrong) VALUES (:hpr, :area,"
                                        + " :version, :at, CAST(CAST(:link AS text) AS bigint), CAST(:wrong AS text))"
                                        + " RETURNING id")
                        .setParameter("hpr", hpr.value())
                        .setParameter("area", area.value())
                        .setParameter("version", version)
                        .setParameter("at", at)
                        .setParameter("link", link == null ? null : Long.toString(link))
                        .setParameter("wrong", wrong)
                        .getSingleResult())
                .longValue();
    }

    void done(long id, DoctorAnswer.Outcome outcome, Instant at, String by) {
        database.createNativeQuery(
                        "UPDATE doctor_answer SET done_at = :at, done_by = :by, outcome = :outcome WHERE id = :id")
                .setParameter("at", at)
                .setParameter("by", by)
                .setParameter("outcome", outcome.name())
                .setParameter("id", id)
                .executeUpdate();
    }

    Optional<DoctorAnswer> find(AreaCode area, HprNumber hpr, long id) {
        return answers(of(READ + OF + " AND a.id = :id", area, hpr).setParameter("id", id)).stream()
                .findFirst();
    }

    /** The latest first. */
    List<DoctorAnswer> of(AreaCode area, HprNumber hpr, int most) {
        return answers(of(READ + OF + " ORDER BY a.id DESC", area, hpr).setMaxResults(most));
    }

    /** The last time the doctor said that all is right. */
    Optional<DoctorAnswer> lastRight(AreaCode area, HprNumber hpr) {
        return answers(of(READ + OF + " AND a.wrong IS NULL ORDER BY a.id DESC", area, hpr)
                        .setMaxResults(1))
                .stream()
                .findFirst();
    }

    long open(AreaCode area, HprNumber hpr) {
        return ((Number) of("SELECT count(*)" + FROM + OF + OPEN, area, hpr).getSingleResult()).longValue();
    }

    private Query of(String sql, AreaCode area, HprNumber hpr) {
        return database.createNativeQuery(sql)
                .setParameter("area", area.value())
                .setParameter("hpr", hpr.value());
    }

    /** Tasks of an area, those that wait first, the oldest of them first. @param open only those that wait */
    List<DoctorAnswer> tasks(AreaCode area, boolean open, int page, int size) {
        return answers(database.createNativeQuery(READ + (open ? OPEN : " AND a.wrong IS NOT NULL")
                        + " ORDER BY a.done_at IS NOT NULL, CASE WHEN a.done_at IS NULL THEN a.id ELSE -a.id END")
                .setParameter("area", area.value())
                .setFirstResult(Math.multiplyExact(page, size))
                .setMaxResults(size));
    }

    long count(AreaCode area, boolean open) {
        return ((Number) database.createNativeQuery(
                                "SELECT count(*)" + FROM + (open ? OPEN : " AND a.wrong IS NOT NULL"))
                        .setParameter("area", area.value())
                        .getSingleResult())
                .longValue();
    }

    private static List<DoctorAnswer> answers(Query query) {
        return ((List<?>) query.getResultList())
                .stream()
                        .map(Object[].class::cast)
                        .map(row -> new DoctorAnswer(
                                ((Number) row[0]).longValue(),
                                new HprNumber(((Number) row[1]).intValue()),
                                (String) row[2],
                                new AreaCode((String) row[3]),
                                (Instant) row[4],
                                (Boolean) row[5],
                                (Boolean) row[6],
                                (String) row[7],
                                (Instant) row[8],
                                (String) row[9],
                                row[10] == null ? null : DoctorAnswer.Outcome.valueOf((String) row[10])))
                        .toList();
    }
}
