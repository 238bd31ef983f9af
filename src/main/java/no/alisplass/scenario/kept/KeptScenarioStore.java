package no.alisplass.scenario.kept;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.alisplass.json.CanonicalJson;
import no.alisplass.scenario.change.Question;
import no.alisplass.snapshot.Snapshot.RegisterTerms;

/** Kept scenarios in the database. */
@ApplicationScoped
class KeptScenarioStore {
    private static final String SEEN =
            " from scenario_kept where coalesce(round_id, '') = :round and coalesce(hospital_id, '') = :hospital and (made_by = :viewer or shared)"
                    + " and (:named or not names_doctors)";

    private static final String READ =
            "select id, name, shared, question_format, cast(question as text) question, cast(register_terms as text) terms, problem_hash,"
                    + " people_hash, copied_from, made_by, made_at, changed_at, version" + SEEN;

    private final EntityManager database;

    KeptScenarioStore(EntityManager database) {
        this.database = database;
    }

    /** Lets the user's scenarios of the round be written by nobody else until the transaction ends. */
    void lock(AskedOf of, String user) {
        database.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended('scenario/' || :round || '/' || :hospital || '/' || :user, 0))) held")
                .setParameter("round", round(of))
                .setParameter("hospital", hospital(of))
                .setParameter("user", user)
                .getResultList();
    }

    List<KeptScenario> page(AskedOf of, Viewer viewer, int page, int size) {
        return read(
                of,
                seen(READ + " order by changed_at desc, id desc limit :size offset :from", of, viewer)
                        .setParameter("size", size)
                        .setParameter("from", (long) page * size));
    }

    long count(AskedOf of, Viewer viewer) {
        return ((Number) seen("select count(*)" + SEEN, of, viewer, false).getSingleResult()).longValue();
    }

    Optional<KeptScenario> find(AskedOf of, long id, Viewer viewer) {
        return read(of, seen(READ + " and id = :id", of, viewer).setParameter("id", id)).stream()
                .findFirst();
    }

    private Query seen(String sql, AskedOf of, Viewer viewer) {
        return seen(sql, of, viewer, true);
    }

    private Query seen(String sql, AskedOf of, Viewer viewer, boolean rows) {
        Query query = rows ? database.createNativeQuery(sql, Tuple.class) : database.createNativeQuery(sql);
        return query.setParameter("round", round(of))
                .setParameter("hospital", hospital(of))
                .setParameter("viewer", viewer.name())
                .setParameter("named", viewer.named());
    }

    private static List<KeptScenario> read(AskedOf of, Query query) {
        return ((List<?>) query.getResultList())
                .stream().map(Tuple.class::cast).map(row -> kept(of, row)).toList();
    }

    private static String round(AskedOf of) {
        return of.round() == null ? "" : of.round().value();
    }

    private static String hospital(AskedOf of) {
        return of.hospital() == null ? "" : of.hospital().value();
    }

    private static RegisterTerms terms(String json) {
        return json == null ? null : CanonicalJson.read(json, RegisterTerms.class);
    }

    private static KeptScenario kept(AskedOf of, Tuple row) {
        long id = row.get("id", Long.class);
        int format = row.get("question_format", Integer.class);
        if (format != Question.FORMAT) {
            throw new IllegalStateException("The kept scenario " + id + " is of the form " + format
                    + ", which this version does not read. Maybe it was written by a later one.");
        }
        return new KeptScenario(
                id,
                of,
                terms(row.get("terms", String.class)),
                row.get("name", String.class),
                row.get("shared", Boolean.class),
                CanonicalJson.read(row.get("question", String.class), Question.class),
                new FrozenBase(row.get("problem_hash", String.class), row.get("people_hash", String.class)),
                row.get("copied_from", Long.class),
                row.get("made_by", String.class),
                row.get("made_at", Instant.class),
                row.get("changed_at", Instant.class),
                row.get("version", Long.class));
    }

    /** How many the user keeps of the round. */
    long own(AskedOf of, String user) {
        return ((Number) database.createNativeQuery(
                                "select count(*) from scenario_kept where coalesce(round_id, '') = :round and coalesce(hospital_id, '') = :hospital and made_by = :user")
                        .setParameter("round", round(of))
                        .setParameter("hospital", hospital(of))
                        .setParameter("user", user)
                        .getSingleResult())
                .longValue();
    }

    /** Whether another of the user's has the name. @param but that one; null for none */
    boolean taken(AskedOf of, String user, String name, Long but) {
        return ((Number) database.createNativeQuery(
                                        "select count(*) from scenario_kept where coalesce(round_id, '') = :round and coalesce(hospital_id, '') = :hospital"
                                                + " and made_by = :user and name = :name and id <> :but")
                                .setParameter("round", round(of))
                                .setParameter("hospital", hospital(of))
                                .setParameter("user", user)
                                .setParameter("name", name)
                                .setParameter("but", but == null ? 0 : but)
                                .getSingleResult())
                        .longValue()
                > 0;
    }

    long insert(KeptScenario kept) {
        Query insert = database.createNativeQuery(
                "insert into scenario_kept (round_id, hospital_id, register_terms, name, shared, question_format, question,"
                        + " names_doctors, problem_hash, people_hash, copied_from, made_by, made_at, changed_at, version)"
                        + " values (nullif(:round, ''), nullif(:hospital, ''), cast(nullif(:terms, '') as jsonb), :name, :shared, :format, cast(:question as jsonb), :names, :problem, :people,"
                        + " cast(nullif(:copied, 0) as bigint), :by, :at, :changed, :version) returning id");
        return ((Number) written(insert, kept)
                        .setParameter("round", round(kept.of()))
                        .setParameter("hospital", hospital(kept.of()))
                        .setParameter("copied", kept.copiedFrom() == null ? 0L : kept.copiedFrom())
                        .setParameter("by", kept.madeBy())
                        .setParameter("at", kept.madeAt())
                        .getSingleResult())
                .longValue();
    }

    void update(KeptScenario kept) {
        written(
                        database.createNativeQuery("update scenario_kept set name = :name, shared = :shared,"
                                + " question_format = :format, question = cast(:question as jsonb), names_doctors = :names,"
                                + " register_terms = cast(nullif(:terms, '') as jsonb),"
                                + " problem_hash = :problem, people_hash = :people, changed_at = :changed, version = :version"
                                + " where id = :id"),
                        kept)
                .setParameter("id", kept.id())
                .executeUpdate();
    }

    private static Query written(Query query, KeptScenario kept) {
        return query.setParameter("name", kept.name())
                .setParameter("shared", kept.shared())
                .setParameter("format", Question.FORMAT)
                .setParameter("question", CanonicalJson.write(kept.question()))
                .setParameter("terms", kept.register() == null ? "" : CanonicalJson.write(kept.register()))
                .setParameter("names", kept.question().namesDoctors())
                .setParameter("problem", kept.base().problemHash())
                .setParameter("people", kept.base().peopleHash())
                .setParameter("changed", kept.changedAt())
                .setParameter("version", kept.version());
    }

    void delete(long id) {
        database.createNativeQuery("delete from scenario_kept where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }
}
