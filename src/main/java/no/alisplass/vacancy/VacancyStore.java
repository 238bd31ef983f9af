package no.alisplass.vacancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.alisplass.capacity.Vacancy;
import no.alisplass.capacity.VacancyState;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.json.CanonicalJson;
import no.alisplass.offer.Acting;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.Whom;
import no.alisplass.vacancy.life.VacancyEvent;
import no.alisplass.vacancy.life.VacancyStep;
import no.alisplass.vacancy.rank.VacancyRanking;

/** What was done with vacancies, whom it must be told, and the rankings they were offered by, in the database. */
@ApplicationScoped
class VacancyStore {
    private static final String EVENTS =
            "select number, step, from_state, to_state, actor, who, at, hpr, area_code, offer_id,"
                    + " note, until from vacancy_event where vacancy_id = :vacancy order by number";

    private static final String RECORD = """
            insert into vacancy_event (vacancy_id, number, step, from_state, to_state, actor, who, at, hpr, area_code, offer_id,
                note, until)
            values (:vacancy, :number, :step, cast(:from as text), :to, :actor, :who, :at, cast(:hpr as integer),
                cast(:area as text), cast(:offer as bigint), cast(:note as text), cast(:until as timestamptz))
            """;

    private static final String TELL = """
            insert into vacancy_told (vacancy_id, event, whom, code, hospital_id, department_id, area_code, until, at)
            values (:vacancy, :event, :whom, :code, :hospital, cast(:department as text), cast(:area as text),
                cast(:until as timestamptz), :at)
            """;

    private static final String OF = """
             from vacancy_told t join sporadic_vacancy v on v.id = t.vacancy_id
            where t.whom = :whom and (:hospital = '' or t.hospital_id = :hospital)
                and (:department = '' or t.department_id = :department) and (:area = '' or t.area_code = :area)
                and (:vacancy = 0 or t.vacancy_id = :vacancy) and (not :waiting or\s""";

    private static final String WAITS =
            "(t.until > :now and v.state in ('OPEN', 'OFFERED') and v.nominate_by = t.until)";

    /** What each area said last of how many it can spare, on a list it sent to any round. */
    private static final String LIMITS = """
            select l.area_code, l.away_limit from (select distinct on (area_code) area_code, away_limit
                from waitlist_submission order by area_code, submitted_at desc, round_id, number desc) as l
            where l.away_limit is not null
            """;

    private final EntityManager database;

    VacancyStore(EntityManager database) {
        this.database = database;
    }

    /** All steps of a vacancy, in their order. */
    List<VacancyEvent> events(long vacancy) {
        return rows(database.createNativeQuery(EVENTS, Tuple.class).setParameter("vacancy", vacancy), row -> {
            String from = row.get("from_state", String.class);
            Integer hpr = row.get("hpr", Integer.class);
            String area = row.get("area_code", String.class);
            return new VacancyEvent(
                    row.get("number", Long.class),
                    VacancyStep.valueOf(row.get("step", String.class)),
                    from == null ? null : VacancyState.valueOf(from),
                    VacancyState.valueOf(row.get("to_state", String.class)),
                    Actor.valueOf(row.get("actor", String.class)),
                    row.get("who", String.class),
                    row.get("at", Instant.class),
                    hpr == null ? null : new HprNumber(hpr),
                    area == null ? null : new AreaCode(area),
                    row.get("offer_id", Long.class),
                    row.get("note", String.class),
                    row.get("until", Instant.class));
        });
    }

    /** The number of the next event of a vacancy that is held. */
    long next(long vacancy) {
        return ((Number) database.createNativeQuery(
                                "select coalesce(max(number), 0) + 1 from vacancy_event where vacancy_id = :vacancy")
                        .setParameter("vacancy", vacancy)
                        .getSingleResult())
                .longValue();
    }

    void record(long vacancy, VacancyEvent event) {
        database.createNativeQuery(RECORD)
                .setParameter("vacancy", vacancy)
                .setParameter("number", event.number())
                .setParameter("step", event.step().name())
                .setParameter("from", event.from() == null ? null : event.from().name())
                .setParameter("to", event.to().name())
                .setParameter("actor", event.actor().name())
                .setParameter("who", event.who())
                .setParameter("at", event.at())
                .setParameter("hpr", event.hpr() == null ? null : event.hpr().value())
                .setParameter("area", event.area() == null ? null : event.area().value())
                .setParameter("offer", event.offer())
                .setParameter("note", event.text())
                .setParameter("until", event.until())
                .executeUpdate();
    }

    void tell(Vacancy vacancy, VacancyEvent event, Whom whom, String code, AreaCode area, Instant until) {
        database.createNativeQuery(TELL)
                .setParameter("vacancy", vacancy.id())
                .setParameter("event", event.number())
                .setParameter("whom", whom.name())
                .setParameter("code", code)
                .setParameter("hospital", vacancy.hospital().value())
                .setParameter(
                        "department",
                        whom == Whom.DEPARTMENT ? vacancy.department().value() : null)
                .setParameter("area", area == null ? null : area.value())
                .setParameter("until", until)
                .setParameter("at", event.at())
                .executeUpdate();
    }

    /** The latest first. @param vacancy 0 for all */
    VacancyTold.Page told(Acting by, long vacancy, boolean waiting, Instant now, int page, int size) {
        String read =
                "select t.vacancy_id, t.event, t.whom, t.code, t.hospital_id, t.department_id, t.area_code, t.until, t.at, "
                        + WAITS + " as waits" + OF + WAITS + ") order by t.id desc";
        List<VacancyTold> told = rows(
                asked(database.createNativeQuery(read, Tuple.class), by, vacancy, waiting, now)
                        .setFirstResult(Math.multiplyExact(page, size))
                        .setMaxResults(size),
                VacancyStore::told);
        if (page == 0 && told.size() < size) {
            return new VacancyTold.Page(told, page, size, told.size());
        }
        Number total = (Number)
                asked(database.createNativeQuery("select count(*)" + OF + WAITS + ")"), by, vacancy, waiting, now)
                        .getSingleResult();
        return new VacancyTold.Page(told, page, size, total.longValue());
    }

    private static Query asked(Query query, Acting by, long vacancy, boolean waiting, Instant now) {
        return query.setParameter("whom", by.actor().name())
                .setParameter("hospital", text(by.hospital()))
                .setParameter("department", text(by.department()))
                .setParameter("area", text(by.area()))
                .setParameter("vacancy", vacancy)
                .setParameter("waiting", waiting)
                .setParameter("now", now);
    }

    private static VacancyTold told(Tuple row) {
        String department = row.get("department_id", String.class);
        String area = row.get("area_code", String.class);
        return new VacancyTold(
                row.get("vacancy_id", Long.class),
                row.get("event", Long.class),
                Whom.valueOf(row.get("whom", String.class)),
                row.get("code", String.class),
                new HospitalId(row.get("hospital_id", String.class)),
                department == null ? null : new DepartmentId(department),
                area == null ? null : new AreaCode(area),
                row.get("until", Instant.class),
                row.get("at", Instant.class),
                Boolean.TRUE.equals(row.get("waits", Boolean.class)));
    }

    /** The areas that were ever told of a vacancy. */
    Set<AreaCode> areasTold(long vacancy) {
        List<?> rows = database.createNativeQuery(
                        "select distinct area_code from vacancy_told where vacancy_id = :vacancy and area_code is not null")
                .setParameter("vacancy", vacancy)
                .getResultList();
        return rows.stream().map(row -> new AreaCode((String) row)).collect(Collectors.toSet());
    }

    /** The vacancies that an area was told of. */
    Set<Long> toldOf(AreaCode area) {
        List<?> rows = database.createNativeQuery(
                        "select distinct vacancy_id from vacancy_told where area_code = :area")
                .setParameter("area", area.value())
                .getResultList();
        return rows.stream().map(row -> ((Number) row).longValue()).collect(Collectors.toSet());
    }

    void keep(long vacancy, long event, VacancyRanking ranking) {
        database.createNativeQuery(
                        "insert into vacancy_ranking (vacancy_id, event, content, sha256) values (:vacancy, :event, :content, :sha)")
                .setParameter("vacancy", vacancy)
                .setParameter("event", event)
                .setParameter("content", CanonicalJson.write(ranking))
                .setParameter("sha", CanonicalJson.hash(ranking))
                .executeUpdate();
    }

    /** The ranking a vacancy was offered by, with its hash. */
    Optional<StoredRanking> ranking(long vacancy, long event) {
        return rows(
                        database.createNativeQuery(
                                        "select content, sha256 from vacancy_ranking where vacancy_id = :vacancy and event = :event",
                                        Tuple.class)
                                .setParameter("vacancy", vacancy)
                                .setParameter("event", event),
                        row -> new StoredRanking(
                                CanonicalJson.read(row.get("content", String.class), VacancyRanking.class),
                                row.get("sha256", String.class)))
                .stream()
                .findFirst();
    }

    /** Most doctors that each area can spare at once, as far as one has said. */
    Map<AreaCode, Integer> limits() {
        List<?> rows = database.createNativeQuery(LIMITS).getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .collect(Collectors.toMap(row -> new AreaCode((String) row[0]), row -> ((Number) row[1]).intValue()));
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> rows(Query query, Function<Tuple, T> read) {
        return ((List<Tuple>) query.getResultList()).stream().map(read).toList();
    }

    private static String text(Object id) {
        return id == null ? "" : id.toString();
    }
}
