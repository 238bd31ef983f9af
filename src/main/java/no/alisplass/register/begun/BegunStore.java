package no.alisplass.register.begun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.platform.forget.Forgets;

/** What is begun, in the database. */
@ApplicationScoped
class BegunStore implements Forgets {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    private static final String READ =
            "SELECT key, hpr, CAST(fields AS text), version, begun_at, changed_at, changed_by,"
                    + " expires_at FROM begun_doctor WHERE area_code = :area AND expires_at >= :now";

    private final EntityManager database;

    @Inject
    BegunStore(EntityManager database) {
        this.database = database;
    }

    /** Lets nobody else begin or go on with a doctor of the area until the transaction ends. */
    void lock(AreaCode area) {
        database.createNativeQuery(
                        "SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('begun_doctor/' || :area, 0))) held")
                .setParameter("area", area.value())
                .getResultList();
    }

    /** Those of the area, the one written last first. */
    List<BegunDoctor> all(AreaCode area, Instant now) {
        return read(query(READ + " ORDER BY changed_at DESC, key", area, now));
    }

    Optional<BegunDoctor> find(AreaCode area, String key, Instant now) {
        return read(query(READ + " AND key = :key", area, now).setParameter("key", key)).stream()
                .findFirst();
    }

    private Query query(String sql, AreaCode area, Instant now) {
        return database.createNativeQuery(sql)
                .setParameter("area", area.value())
                .setParameter("now", now);
    }

    void write(AreaCode area, BegunDoctor begun) {
        database.createNativeQuery("INSERT INTO begun_doctor (key, area_code, hpr, fields, version, begun_at, begun_by,"
                        + " changed_at, changed_by, expires_at) VALUES (:key, :area, CAST(NULLIF(:hpr, '') AS integer),"
                        + " CAST(:fields AS jsonb), :version, :begun, :by, :changed, :by, :expires)"
                        + " ON CONFLICT (key) DO UPDATE SET hpr = excluded.hpr, fields = excluded.fields,"
                        + " version = excluded.version, changed_at = excluded.changed_at,"
                        + " changed_by = excluded.changed_by, expires_at = excluded.expires_at")
                .setParameter("key", begun.key())
                .setParameter("area", area.value())
                .setParameter("hpr", begun.hpr() == null ? "" : begun.hpr().digits())
                .setParameter("fields", write(begun.fields()))
                .setParameter("version", begun.version())
                .setParameter("begun", begun.begunAt())
                .setParameter("changed", begun.changedAt())
                .setParameter("by", begun.changedBy())
                .setParameter("expires", begun.expiresAt())
                .executeUpdate();
    }

    void delete(AreaCode area, String key) {
        database.createNativeQuery("DELETE FROM begun_doctor WHERE area_code = :area AND key = :key")
                .setParameter("area", area.value())
                .setParameter("key", key)
                .executeUpdate();
    }

    /** Deletes what has been left for too long, whoever's it is. */
    @Override
    @Transactional
    public void forget(Instant now) {
        database.createNativeQuery("DELETE FROM begun_doctor WHERE expires_at < :now")
                .setParameter("now", now)
                .executeUpdate();
    }

    private static List<BegunDoctor> read(Query query) {
        return ((List<?>) query.getResultList())
                .stream().map(Object[].class::cast).map(BegunStore::begun).toList();
    }

    private static BegunDoctor begun(Object[] row) {
        return new BegunDoctor(
                (String) row[0],
                row[1] == null ? null : new HprNumber(((Number) row[1]).intValue()),
                fields((String) row[2]),
                ((Number) row[3]).longValue(),
                (Instant) row[4],
                (Instant) row[5],
                (String) row[6],
                (Instant) row[7]);
    }

    private static String write(Map<String, List<String>> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("What is typed of a doctor cannot be written as JSON");
        }
    }

    /** The cause would repeat what it could not read. */
    private static Map<String, List<String>> fields(String stored) {
        try {
            return JSON.readValue(stored, FIELDS);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("What is typed of a doctor cannot be read at " + fault.getLocation());
        }
    }
}
