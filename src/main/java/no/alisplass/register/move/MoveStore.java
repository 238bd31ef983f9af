package no.alisplass.register.move;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.alisplass.catchment.Area;
import no.alisplass.catchment.AreaKind;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;

/** Requests in the database, and how long they have to wait. */
@ApplicationScoped
class MoveStore {
    private static final String WAITING =
            "SELECT m.id, m.hpr, d.content ->> 'name', m.area_code, a.name, a.kind, d.area_code, m.asked_at,"
                    + " greatest(m.asked_at, (SELECT max(c.at) FROM registered_change c WHERE c.hpr = m.hpr"
                    + " AND c.area_code = d.area_code AND c.what IN ('REGISTERED', 'TAKEN_OVER')))"
                    + " FROM move_request m JOIN registered_doctor d ON d.hpr = m.hpr JOIN area a ON a.code = m.area_code"
                    + " WHERE m.ended_at IS NULL AND d.closed_reason IS DISTINCT FROM 'ENTERED_IN_ERROR'"
                    // An area that has had the doctor since it asked waits for nothing.
                    + " AND d.area_code <> m.area_code AND NOT EXISTS (SELECT FROM registered_change h WHERE h.hpr = m.hpr"
                    + " AND h.area_code = m.area_code AND h.at > m.asked_at AND h.after IS NOT NULL)";

    private final EntityManager database;

    @Inject
    MoveStore(EntityManager database) {
        this.database = database;
    }

    /** Those that wait and are asked by, or of, one of the areas; the oldest first. */
    List<MoveRequest> waiting(Collection<AreaCode> areas) {
        String codes = areas.stream().map(AreaCode::value).collect(Collectors.joining(","));
        return requests(database.createNativeQuery(WAITING
                        + " AND (m.area_code = ANY(string_to_array(:areas, ','))"
                        + " OR d.area_code = ANY(string_to_array(:areas, ','))) ORDER BY m.asked_at, m.id")
                .setParameter("areas", codes)
                .getResultList());
    }

    /** How many the area is asked for. */
    long askedOf(AreaCode holder) {
        Number asked = (Number)
                database.createNativeQuery("SELECT count(*) FROM (" + WAITING + " AND d.area_code = :holder) waiting")
                        .setParameter("holder", holder.value())
                        .getSingleResult();
        return asked.longValue();
    }

    Optional<MoveRequest> waiting(HprNumber hpr, AreaCode asking) {
        return requests(database.createNativeQuery(WAITING + " AND m.hpr = :hpr AND m.area_code = :area")
                        .setParameter("hpr", hpr.value())
                        .setParameter("area", asking.value())
                        .getResultList())
                .stream()
                .findFirst();
    }

    /** User who asked for a doctor that the area waits for. */
    String askedBy(HprNumber hpr, AreaCode asking) {
        return (String) database.createNativeQuery("SELECT asked_by FROM move_request"
                        + " WHERE hpr = :hpr AND area_code = :area AND ended_at IS NULL")
                .setParameter("hpr", hpr.value())
                .setParameter("area", asking.value())
                .getSingleResult();
    }

    /** Asks anew where the area has asked before and waits for nothing any more. */
    void ask(HprNumber hpr, AreaCode asking, Instant at, String by) {
        database.createNativeQuery("INSERT INTO move_request (hpr, area_code, asked_at, asked_by)"
                        + " VALUES (:hpr, :area, :at, :by) ON CONFLICT (hpr, area_code) WHERE ended_at IS NULL"
                        + " DO UPDATE SET asked_at = excluded.asked_at, asked_by = excluded.asked_by")
                .setParameter("hpr", hpr.value())
                .setParameter("area", asking.value())
                .setParameter("at", at)
                .setParameter("by", by)
                .executeUpdate();
    }

    /** @param outcome MOVED or WITHDRAWN */
    void end(HprNumber hpr, AreaCode asking, String outcome, Instant at, String by) {
        database.createNativeQuery("UPDATE move_request SET ended_at = :at, ended_by = :by, outcome = :outcome"
                        + " WHERE hpr = :hpr AND area_code = :area AND ended_at IS NULL")
                .setParameter("hpr", hpr.value())
                .setParameter("area", asking.value())
                .setParameter("outcome", outcome)
                .setParameter("at", at)
                .setParameter("by", by)
                .executeUpdate();
    }

    /** How many days the hospital has set. */
    Optional<Integer> days(HospitalId hospital) {
        List<?> set = database.createNativeQuery("SELECT days FROM move_wait WHERE hospital_id = :hospital")
                .setParameter("hospital", hospital.value())
                .getResultList();
        return set.stream().map(days -> ((Number) days).intValue()).findFirst();
    }

    void setDays(HospitalId hospital, int days) {
        database.createNativeQuery("INSERT INTO move_wait VALUES (:hospital, :days)"
                        + " ON CONFLICT (hospital_id) DO UPDATE SET days = :days")
                .setParameter("hospital", hospital.value())
                .setParameter("days", days)
                .executeUpdate();
    }

    private static List<MoveRequest> requests(List<?> rows) {
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new MoveRequest(
                        ((Number) row[0]).longValue(),
                        new HprNumber(((Number) row[1]).intValue()),
                        (String) row[2],
                        new Area(new AreaCode((String) row[3]), (String) row[4], AreaKind.valueOf((String) row[5])),
                        new AreaCode((String) row[6]),
                        (Instant) row[7],
                        (Instant) row[8],
                        null))
                .toList();
    }
}
