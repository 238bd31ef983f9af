package no.alisplass.allocation.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;

/** The approved rounds in which a doctor stood on the list that counted. */
@ApplicationScoped
public class DoctorRounds {
    /**
     * Lists of areas that have had the doctor in the register alone are looked through; not of one whose last record of the number was
     * an error, for it listed somebody else by it; nor what an area sent before such an end, though it has the doctor again since.
     */
    private static final String FROM = " FROM waitlist_submission s JOIN allocation_round r ON r.id = s.round_id"
            + " WHERE s.area_code IN (SELECT h.area_code FROM (SELECT DISTINCT ON (c.area_code) c.area_code,"
            + " coalesce(c.after, c.before) ->> 'closedReason' AS closed FROM registered_change c WHERE c.hpr = :hpr"
            + " AND (:area = '' OR c.area_code = :area) ORDER BY c.area_code, c.number DESC) h"
            + " WHERE h.closed IS DISTINCT FROM 'ENTERED_IN_ERROR')"
            + " AND NOT EXISTS (SELECT FROM registered_change e WHERE e.hpr = :hpr AND e.area_code = s.area_code"
            + " AND e.what = 'RELEASED' AND e.before ->> 'closedReason' = 'ENTERED_IN_ERROR' AND e.at >= s.submitted_at)"
            + " AND s.number = (SELECT max(t.number) FROM waitlist_submission t WHERE t.round_id = s.round_id"
            + " AND t.area_code = s.area_code)"
            + " AND EXISTS (SELECT FROM allocation_run a WHERE a.round_id = s.round_id AND a.state = 'APPROVED')"
            + " AND s.content -> 'entries' @> jsonb_build_array(jsonb_build_object('hpr', CAST(:hpr AS integer)))";

    private final EntityManager database;

    @Inject
    DoctorRounds(EntityManager database) {
        this.database = database;
    }

    /** A round, and the area on whose list the doctor stood. */
    public record Listed(RoundId round, AreaCode area) {}

    /** @param total of all pages */
    public record Page(List<Listed> rounds, long total) {
        public Page {
            rounds = List.copyOf(rounds);
        }
    }

    /**
     * The latest half-year first.
     *
     * @param area only where the doctor stood on the list of that area; empty for any
     * @param page from 0
     */
    @Transactional
    public Page of(HprNumber hpr, Optional<AreaCode> area, int page, int size) {
        List<?> rows = sought(
                        "SELECT s.round_id, s.area_code" + FROM + " ORDER BY r.first_day DESC, s.round_id, s.area_code",
                        hpr,
                        area)
                .setFirstResult(Math.multiplyExact(page, size))
                .setMaxResults(size)
                .getResultList();
        Number total = (Number) sought("SELECT count(*)" + FROM, hpr, area).getSingleResult();
        return new Page(
                rows.stream()
                        .map(Object[].class::cast)
                        .map(row -> new Listed(new RoundId((String) row[0]), new AreaCode((String) row[1])))
                        .toList(),
                total.longValue());
    }

    private Query sought(String sql, HprNumber hpr, Optional<AreaCode> area) {
        return database.createNativeQuery(sql)
                .setParameter("hpr", hpr.value())
                .setParameter("area", area.map(AreaCode::value).orElse(""));
    }
}
