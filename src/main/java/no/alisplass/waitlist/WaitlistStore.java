package no.alisplass.waitlist;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.LocumStatus;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.doctor.Readiness;

/** Drafts and submissions in the database. */
@ApplicationScoped
class WaitlistStore implements PanacheRepositoryBase<WaitlistDraftEntity, WaitlistDraftEntity.Key> {
    private static final String OF_AREA = "key.round = ?1 and key.area = ?2";

    private final Submissions submissions;

    @Inject
    WaitlistStore(Submissions submissions) {
        this.submissions = submissions;
    }

    @ApplicationScoped
    static class Submissions implements PanacheRepositoryBase<WaitlistSubmissionEntity, WaitlistSubmissionEntity.Key> {}

    /** Keeps the round from being closed until the transaction ends, without keeping other areas waiting. */
    void lockRound(RoundId round) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM allocation_round WHERE id = :id FOR SHARE")
                .setParameter("id", round.value())
                .getResultList();
    }

    /** The draft; one never written, and not kept, when there is none. */
    WaitlistDraftEntity draft(RoundId round, AreaCode area) {
        return findByIdOptional(key(round, area)).orElseGet(() -> {
            WaitlistDraftEntity none = new WaitlistDraftEntity();
            none.key = key(round, area);
            none.chosen = Chosen.write(List.of());
            return none;
        });
    }

    /** The draft, held against other writers until the transaction ends. */
    WaitlistDraftEntity lock(RoundId round, AreaCode area) {
        return locked(round, area).orElseGet(() -> {
            begin(round, area);
            return locked(round, area).orElseThrow();
        });
    }

    private Optional<WaitlistDraftEntity> locked(RoundId round, AreaCode area) {
        Optional<WaitlistDraftEntity> found = findByIdOptional(key(round, area), LockModeType.PESSIMISTIC_WRITE);
        // What was read before it was held may be older than what another has written meanwhile.
        found.ifPresent(getEntityManager()::refresh);
        return found;
    }

    /** Nothing when somebody else has begun it meanwhile. */
    private void begin(RoundId round, AreaCode area) {
        getEntityManager()
                .createNativeQuery("INSERT INTO waitlist_draft (round_id, area_code, chosen, version)"
                        + " VALUES (:round, :area, '[]', 0) ON CONFLICT DO NOTHING")
                .setParameter("round", round.value())
                .setParameter("area", area.value())
                .executeUpdate();
    }

    /** Writes a draft that is locked. */
    WaitlistDraftEntity write(RoundId round, AreaCode area, Integer awayLimit, List<Chosen> chosen) {
        WaitlistDraftEntity entity = findById(key(round, area));
        entity.awayLimit = awayLimit;
        entity.chosen = Chosen.write(chosen);
        return entity;
    }

    /** @param records the versions of the doctors' records that the list was drawn from */
    Submission send(Submission draft, Map<HprNumber, Long> records, Receipt receipt, String idempotencyKey) {
        WaitlistSubmissionEntity entity = new WaitlistSubmissionEntity();
        entity.key = new WaitlistSubmissionEntity.Key(
                draft.round().value(), draft.area().value(), receipt.number());
        entity.awayLimit = draft.awayLimit();
        entity.content = WaitlistContent.write(draft.entries());
        entity.records = WaitlistSubmissionEntity.write(records);
        entity.sha256 = receipt.sha256();
        entity.submittedAt = receipt.at();
        entity.submittedBy = receipt.by();
        entity.idempotencyKey = idempotencyKey;
        submissions.persistAndFlush(entity);
        return entity.submission();
    }

    Optional<Submission> sentWith(RoundId round, AreaCode area, String idempotencyKey) {
        return idempotencyKey == null
                ? Optional.empty()
                : submissions
                        .find(OF_AREA + " and idempotencyKey = ?3", round.value(), area.value(), idempotencyKey)
                        .firstResultOptional()
                        .map(WaitlistSubmissionEntity::submission);
    }

    /** The number of the latest list an area has sent; 0 before the first. */
    int latestNumber(RoundId round, AreaCode area) {
        return getEntityManager()
                .createQuery(
                        "select coalesce(max(s.key.number), 0) from WaitlistSubmissionEntity s"
                                + " where s.key.round = :round and s.key.area = :area",
                        Integer.class)
                .setParameter("round", round.value())
                .setParameter("area", area.value())
                .getSingleResult();
    }

    Optional<Submission> submission(RoundId round, AreaCode area, int number) {
        return submissions
                .findByIdOptional(new WaitlistSubmissionEntity.Key(round.value(), area.value(), number))
                .map(WaitlistSubmissionEntity::submission);
    }

    /** What an area has sent last. */
    Optional<Submission> last(RoundId round, AreaCode area) {
        return submissions
                .find(OF_AREA + " order by key.number desc", round.value(), area.value())
                .firstResultOptional()
                .map(WaitlistSubmissionEntity::submission);
    }

    /** All that an area has sent, the latest first. */
    List<Submission> submissions(RoundId round, AreaCode area) {
        return submissions.list(OF_AREA + " order by key.number desc", round.value(), area.value()).stream()
                .map(WaitlistSubmissionEntity::submission)
                .toList();
    }

    /** The list of each area that counts, in the order of the areas. */
    List<Submission> latest(RoundId round) {
        return submissions
                .list(
                        "from WaitlistSubmissionEntity s where s.key.round = ?1 and s.key.number ="
                                + " (select max(t.key.number) from WaitlistSubmissionEntity t"
                                + " where t.key.round = s.key.round and t.key.area = s.key.area)",
                        round.value())
                .stream()
                .map(WaitlistSubmissionEntity::submission)
                .sorted(Comparator.comparing(Submission::area))
                .toList();
    }

    /** The doctors on the lists that count of other areas. */
    Set<HprNumber> listedElsewhere(RoundId round, AreaCode area) {
        List<?> numbers = getEntityManager()
                .createNativeQuery("SELECT DISTINCT cast(e.value ->> 'hpr' AS integer)"
                        + " FROM waitlist_submission s"
                        + " CROSS JOIN LATERAL jsonb_array_elements(s.content -> 'entries') e"
                        + " WHERE s.round_id = :round AND s.area_code <> :area AND s.number ="
                        + " (SELECT max(t.number) FROM waitlist_submission t"
                        + " WHERE t.round_id = s.round_id AND t.area_code = s.area_code)")
                .setParameter("round", round.value())
                .setParameter("area", area.value())
                .getResultList();
        return numbers.stream().map(number -> new HprNumber((Integer) number)).collect(Collectors.toSet());
    }

    /** The receipt of the list that counts, for every round the area has sent one to. */
    Map<RoundId, Receipt> receipts(AreaCode area) {
        Map<RoundId, Receipt> receipts = new HashMap<>();
        getEntityManager()
                .createQuery(
                        "select s.key.round, s.key.number, s.submittedAt, s.submittedBy, s.sha256"
                                + " from WaitlistSubmissionEntity s where s.key.area = :area order by s.key.number",
                        Object[].class)
                .setParameter("area", area.value())
                .getResultStream()
                .forEach(row -> receipts.put(
                        new RoundId((String) row[0]),
                        new Receipt((Integer) row[1], (Instant) row[2], (String) row[3], (String) row[4])));
        return receipts;
    }

    /** The areas that have begun a draft. */
    Set<AreaCode> drafting(RoundId round) {
        return getEntityManager()
                .createQuery(
                        "select d.key.area from WaitlistDraftEntity d where d.key.round = :round"
                                + " and (d.version <> 0 or d.chosen <> '[]')",
                        String.class)
                .setParameter("round", round.value())
                .getResultStream()
                .map(AreaCode::new)
                .collect(Collectors.toSet());
    }

    /** Leave and locum of each doctor in all that the area has sent to other rounds. */
    Map<HprNumber, Set<Readiness>> readinessSent(RoundId round, AreaCode area) {
        Map<HprNumber, Set<Readiness>> sent = new HashMap<>();
        for (Object row : getEntityManager()
                .createNativeQuery(
                        "SELECT DISTINCT cast(e.value ->> 'hpr' AS integer), e.value ->> 'leave', e.value ->> 'locum'"
                                + " FROM waitlist_submission s CROSS JOIN LATERAL jsonb_array_elements(s.content -> 'entries') e"
                                + " WHERE s.area_code = :area AND s.round_id <> :round")
                .setParameter("area", area.value())
                .setParameter("round", round.value())
                .getResultList()) {
            Object[] columns = (Object[]) row;
            if (columns[1] != null && columns[2] != null) {
                sent.computeIfAbsent(new HprNumber((Integer) columns[0]), none -> new HashSet<>())
                        .add(new Readiness(
                                LeaveStatus.valueOf((String) columns[1]), LocumStatus.valueOf((String) columns[2])));
            }
        }
        return sent;
    }

    /** What the area last sent to another round of the hospital. */
    Optional<Submission> before(RoundId round, AreaCode area, HospitalId hospital) {
        List<?> rows = getEntityManager()
                .createNativeQuery("SELECT s.round_id, s.number FROM waitlist_submission s"
                        + " JOIN allocation_round r ON r.id = s.round_id"
                        + " WHERE s.area_code = :area AND s.round_id <> :round AND r.hospital_id = :hospital"
                        + " ORDER BY s.submitted_at DESC, s.number DESC LIMIT 1")
                .setParameter("area", area.value())
                .setParameter("round", round.value())
                .setParameter("hospital", hospital.value())
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .flatMap(row -> submission(new RoundId((String) row[0]), area, ((Number) row[1]).intValue()).stream())
                .findFirst();
    }

    /** What each of the areas last sent to another round of the hospital, in the order of the areas. */
    @SuppressWarnings("unchecked")
    List<Submission> before(RoundId round, Collection<AreaCode> areas, HospitalId hospital) {
        List<WaitlistSubmissionEntity> lists = getEntityManager()
                .createNativeQuery(
                        "SELECT DISTINCT ON (s.area_code) s.* FROM waitlist_submission s"
                                + " JOIN allocation_round r ON r.id = s.round_id"
                                + " WHERE s.area_code = ANY(string_to_array(:areas, ',')) AND s.round_id <> :round"
                                + " AND r.hospital_id = :hospital"
                                + " ORDER BY s.area_code, s.submitted_at DESC, s.number DESC",
                        WaitlistSubmissionEntity.class)
                .setParameter("areas", areas.stream().map(AreaCode::value).collect(Collectors.joining(",")))
                .setParameter("round", round.value())
                .setParameter("hospital", hospital.value())
                .getResultList();
        return lists.stream().map(WaitlistSubmissionEntity::submission).toList();
    }

    /** The first day of the first round of the hospital that each doctor was on a sent list for. */
    Map<HprNumber, LocalDate> firstListed(HospitalId hospital) {
        List<?> rows = getEntityManager()
                .createNativeQuery(
                        "SELECT cast(e.value ->> 'hpr' AS integer), min(r.first_day) FROM waitlist_submission s"
                                + " JOIN allocation_round r ON r.id = s.round_id"
                                + " CROSS JOIN LATERAL jsonb_array_elements(s.content -> 'entries') e"
                                + " WHERE r.hospital_id = :hospital GROUP BY 1")
                .setParameter("hospital", hospital.value())
                .getResultList();
        Map<HprNumber, LocalDate> first = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            first.put(new HprNumber((Integer) columns[0]), day(columns[1]));
        }
        return first;
    }

    private static LocalDate day(Object column) {
        return column instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) column;
    }

    private static WaitlistDraftEntity.Key key(RoundId round, AreaCode area) {
        return new WaitlistDraftEntity.Key(round.value(), area.value());
    }

    /** How many each area said it can spare at once on the list it sent last, to whatever round; those that said none are left out. */
    Map<AreaCode, Integer> lastLimits() {
        Map<AreaCode, Integer> limits = new TreeMap<>();
        List<?> rows = getEntityManager()
                .createNativeQuery(
                        "select area_code, away_limit from (select distinct on (area_code) area_code, away_limit"
                                + " from waitlist_submission order by area_code, submitted_at desc, round_id, number desc) as l"
                                + " where away_limit is not null")
                .getResultList();
        for (Object each : rows) {
            Object[] row = (Object[]) each;
            limits.put(new AreaCode((String) row[0]), ((Number) row[1]).intValue());
        }
        return limits;
    }
}
