package no.alisplass.planning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.forget.Forgets;

/** Questions and their pieces in the database. What has ended is forgotten after some time; what areas may read, later. */
@ApplicationScoped
class JobStore implements Forgets {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration SHARED_KEPT = Duration.ofDays(400);
    private static final int MOST_KEPT = 200;

    private static final String UNDERWAY = " state in ('WAITING', 'RUNNING')";
    private static final String HEAD =
            "select id, hospital_id, kind, question ->> 'round' as round, title, state, done, total, asked_by, asked_at,"
                    + " ended_at, failure, shared_by, shared_at, left_faulty, left_served from planning_job where ";

    private final EntityManager database;

    JobStore(EntityManager database) {
        this.database = database;
    }

    /** What is worked on. @param input null where the question says all. @param soFar null before the second stage */
    record Open(long id, JobKind kind, String question, String input, int stage, String soFar) {}

    /** From the first, with, to {@code after}, without. */
    record Piece(int first, int after) {}

    /** @param input null where the question says all. @param leftOut null where nobody could be */
    long add(
            HospitalId hospital,
            JobKind kind,
            String title,
            String question,
            String input,
            LeftOut leftOut,
            String by,
            Instant at) {
        return ((Number) database.createNativeQuery(
                                "insert into planning_job (hospital_id, kind, title, question, input, left_faulty,"
                                        + " left_served, state, total, asked_by, asked_at) values (:hospital, :kind,"
                                        + " :title, cast(:question as jsonb), :input, :faulty, :served, 'WAITING', 0, :by,"
                                        + " :at) returning id")
                        .setParameter("hospital", hospital.value())
                        .setParameter("kind", kind.name())
                        .setParameter("title", title)
                        .setParameter("question", question)
                        .setParameter("input", input)
                        .setParameter("faulty", leftOut == null ? null : leftOut.faulty())
                        .setParameter("served", leftOut == null ? null : leftOut.nothingLeft())
                        .setParameter("by", by)
                        .setParameter("at", at)
                        .getSingleResult())
                .longValue();
    }

    /** Divides a stage into pieces of a size; how many. */
    int divide(long job, int stage, int size, int ofPiece) {
        int pieces = (size + ofPiece - 1) / ofPiece;
        database.createNativeQuery("insert into planning_piece (job_id, stage, number, first, after)"
                        + " select :job, :stage, n, n * :of, least((n + 1) * :of, :size)"
                        + " from generate_series(0, :pieces - 1) as n")
                .setParameter("job", job)
                .setParameter("stage", stage)
                .setParameter("of", ofPiece)
                .setParameter("size", size)
                .setParameter("pieces", pieces)
                .executeUpdate();
        database.createNativeQuery("update planning_job set total = total + :size where id = :job")
                .setParameter("size", size)
                .setParameter("job", job)
                .executeUpdate();
        return pieces;
    }

    /** Lets nobody else ask anything of the hospital until the transaction ends; how many of its questions wait or are worked on. */
    long lockUnderway(HospitalId hospital) {
        database.createNativeQuery("select 1 from hospital where id = :hospital for update")
                .setParameter("hospital", hospital.value())
                .getResultList();
        return underway(hospital);
    }

    /** How many of its questions wait or are worked on. */
    long underway(HospitalId hospital) {
        return ((Number) database.createNativeQuery(
                                "select count(*) from planning_job where hospital_id = :hospital and" + UNDERWAY)
                        .setParameter("hospital", hospital.value())
                        .getSingleResult())
                .longValue();
    }

    /** The piece, when it is still to be done; the question has then begun. */
    Optional<Piece> begin(long job, int stage, int number) {
        database.createNativeQuery("update planning_job set state = 'RUNNING' where id = :job and state = 'WAITING'")
                .setParameter("job", job)
                .executeUpdate();
        return rows(
                        "select p.first, p.after from planning_piece p join planning_job j on j.id = p.job_id and"
                                + " j.stage = p.stage where j.state = 'RUNNING' and p.job_id = :job and p.stage = :stage"
                                + " and p.number = :number and p.result is null",
                        List.of("job", "stage", "number"),
                        job,
                        stage,
                        number)
                .stream()
                .map(row -> new Piece(row.get(0, Integer.class), row.get(1, Integer.class)))
                .findFirst();
    }

    /** What a question is worked on with, in that stage; empty when it is in another or has ended. */
    Optional<Open> open(long job, int stage) {
        return rows(
                        "select kind, cast(question as text), input, cast(so_far as text) from planning_job"
                                + " where id = :job and stage = :stage and" + UNDERWAY,
                        List.of("job", "stage"),
                        job,
                        stage)
                .stream()
                .map(row -> new Open(
                        job,
                        JobKind.valueOf(row.get(0, String.class)),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        stage,
                        row.get(3, String.class)))
                .findFirst();
    }

    /** Whether a question is worked on, in that stage. */
    boolean isUnderway(long job, int stage) {
        return !rows(
                        "select 1 from planning_job where id = :job and stage = :stage and" + UNDERWAY,
                        List.of("job", "stage"),
                        job,
                        stage)
                .isEmpty();
    }

    /** Keeps what a piece came to, where nobody has; true when it was the last of its stage. */
    boolean finish(long job, int stage, int number, Piece piece, byte[] result) {
        // Holds the question first, so that of two who finish at once one sees that all is done.
        int open = database.createNativeQuery("update planning_job set done = done + :size where id = :job"
                        + " and stage = :stage and state = 'RUNNING' and exists (select 1 from planning_piece p"
                        + " where p.job_id = :job and p.stage = :stage and p.number = :number and p.result is null)")
                .setParameter("size", piece.after() - piece.first())
                .setParameter("job", job)
                .setParameter("stage", stage)
                .setParameter("number", number)
                .executeUpdate();
        if (open == 0) {
            return false;
        }
        database.createNativeQuery("update planning_piece set result = :result where job_id = :job and stage = :stage"
                        + " and number = :number")
                .setParameter("result", result)
                .setParameter("job", job)
                .setParameter("stage", stage)
                .setParameter("number", number)
                .executeUpdate();
        return isWhole(job, stage);
    }

    boolean isWhole(long job, int stage) {
        return rows(
                        "select 1 from planning_piece where job_id = :job and stage = :stage and result is null limit"
                                + " 1",
                        List.of("job", "stage"),
                        job,
                        stage)
                .isEmpty();
    }

    /** What those pieces of the first stage came to that are done, in order. */
    List<byte[]> resultsSoFar(long job) {
        return rows(
                        "select result from planning_piece where job_id = :job and stage = 0 and result is not null"
                                + " order by number",
                        List.of("job"),
                        job)
                .stream()
                .map(row -> row.get(0, byte[].class))
                .toList();
    }

    /** What the pieces of a stage came to, in order; empty unless all are done. */
    List<byte[]> results(long job, int stage) {
        return isWhole(job, stage)
                ? rows(
                                "select result from planning_piece where job_id = :job and stage = :stage order by"
                                        + " number",
                                List.of("job", "stage"),
                                job,
                                stage)
                        .stream()
                        .map(row -> row.get(0, byte[].class))
                        .toList()
                : List.of();
    }

    /**
     * Counts that a process died while it worked on a piece of a stage; the most that have died of one.
     *
     * @param number null for what follows from the stage, which all of its pieces are counted for
     */
    int died(long job, int stage, Integer number) {
        return rows(
                        "update planning_piece set died = died + 1 where job_id = :job and stage = :stage"
                                + " and number = coalesce(cast(:number as integer), number) returning died",
                        List.of("job", "stage", "number"),
                        job,
                        stage,
                        number)
                .stream()
                .mapToInt(row -> row.get(0, Integer.class))
                .max()
                .orElse(0);
    }

    /** Goes on to the next stage; false when that has been done, or it has ended. */
    boolean goOn(long job, int stage, String soFar) {
        int went = database.createNativeQuery(
                        "update planning_job set stage = stage + 1, so_far = cast(:soFar as jsonb)"
                                + " where id = :job and stage = :stage and state = 'RUNNING'")
                .setParameter("soFar", soFar)
                .setParameter("job", job)
                .setParameter("stage", stage)
                .executeUpdate();
        return went > 0 && forgetPieces(job);
    }

    /** Ends what is under way; false when it has ended. @param result null for none. @param failure null for none */
    boolean end(long job, JobState state, String result, JobFailure failure, Instant at) {
        int ended = database.createNativeQuery(
                        "update planning_job set state = :state, result = cast(:result as jsonb),"
                                + " failure = :failure, ended_at = :at, input = null, so_far = null where id = :job and"
                                + UNDERWAY)
                .setParameter("state", state.name())
                .setParameter("result", result)
                .setParameter("failure", failure == null ? null : failure.name())
                .setParameter("at", at)
                .setParameter("job", job)
                .executeUpdate();
        return ended > 0 && forgetPieces(job);
    }

    private boolean forgetPieces(long job) {
        database.createNativeQuery("delete from planning_piece where job_id = :job")
                .setParameter("job", job)
                .executeUpdate();
        return true;
    }

    /** In place of what the hospital shared before, which is shared no more. */
    void share(long job, String by, Instant at) {
        database.createNativeQuery(
                        "update planning_job set shared_by = null, shared_at = null where shared_at is not null and id"
                                + " <> :job and hospital_id = (select hospital_id from planning_job where id = :job)")
                .setParameter("job", job)
                .executeUpdate();
        database.createNativeQuery("update planning_job set shared_by = :by, shared_at = :at where id = :job")
                .setParameter("by", by)
                .setParameter("at", at)
                .setParameter("job", job)
                .executeUpdate();
    }

    void unshare(long job) {
        database.createNativeQuery("update planning_job set shared_by = null, shared_at = null where id = :job")
                .setParameter("job", job)
                .executeUpdate();
    }

    /** @param of the question or the result; null where there is none */
    Optional<String> text(String of, long job) {
        return rows("select cast(" + of + " as text) from planning_job where id = :job", List.of("job"), job).stream()
                .map(row -> row.get(0, String.class))
                .findFirst();
    }

    Optional<Job> find(HospitalId hospital, long id) {
        return jobs("hospital_id = :hospital and id = :id", List.of("hospital", "id"), hospital.value(), id).stream()
                .findFirst();
    }

    /** Those of the hospital, the latest first. */
    List<Job> page(HospitalId hospital, int page, int size) {
        return jobs(
                "hospital_id = :hospital order by id desc limit :size offset :from",
                List.of("hospital", "size", "from"),
                hospital.value(),
                size,
                (long) page * size);
    }

    /** The latest of the hospital that are of no round. */
    List<Job> latestForecasts(HospitalId hospital, int size) {
        return jobs(
                "hospital_id = :hospital and kind <> 'SWEEP' order by id desc limit :size",
                List.of("hospital", "size"),
                hospital.value(),
                size);
    }

    /** The latest that are of a round of the hospital. */
    List<Job> latestOf(HospitalId hospital, RoundId round, int size) {
        return jobs(
                "hospital_id = :hospital and kind = 'SWEEP' and question ->> 'round' = :round order by id desc"
                        + " limit :size",
                List.of("hospital", "round", "size"),
                hospital.value(),
                round.value(),
                size);
    }

    long count(HospitalId hospital) {
        return ((Number) database.createNativeQuery("select count(*) from planning_job where hospital_id = :hospital")
                        .setParameter("hospital", hospital.value())
                        .getSingleResult())
                .longValue();
    }

    /** What the hospital shared last. */
    Optional<Job> shared(HospitalId hospital) {
        return jobs(
                        "hospital_id = :hospital and shared_at is not null order by shared_at desc, id desc limit 1",
                        List.of("hospital"),
                        hospital.value())
                .stream()
                .findFirst();
    }

    /** What waits for someone to do it. */
    record Undone(long job, int stage, Integer number) {}

    /** Pieces that are not done, and stages of which all are (without a number). */
    List<Undone> undone() {
        return rows(
                        "select j.id, j.stage, p.number from planning_job j join planning_piece p on p.job_id = j.id"
                                + " and p.stage = j.stage and p.result is null where" + UNDERWAY
                                + " union all select j.id, j.stage, null from planning_job j where" + UNDERWAY
                                + " and not exists (select 1 from planning_piece p where p.job_id = j.id and p.stage ="
                                + " j.stage and p.result is null)",
                        List.of())
                .stream()
                .map(row -> new Undone(
                        row.get(0, Number.class).longValue(), row.get(1, Integer.class), row.get(2, Integer.class)))
                .toList();
    }

    @Override
    @Transactional
    public void forget(Instant now) {
        database.createNativeQuery("delete from planning_job where ended_at < coalesce("
                        + "case when shared_at is not null then cast(:shared as timestamptz) end, :old)")
                .setParameter("old", now.minus(KEPT))
                .setParameter("shared", now.minus(SHARED_KEPT))
                .executeUpdate();
        database.createNativeQuery("delete from planning_job where id in (select id from (select id, row_number() over"
                        + " (partition by hospital_id order by id desc) as place from planning_job"
                        + " where ended_at is not null and shared_at is null) as each where place > :most)")
                .setParameter("most", MOST_KEPT)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql, List<String> names, Object... values) {
        var query = database.createNativeQuery(sql, Tuple.class);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(names.get(i), values[i]);
        }
        return query.getResultList();
    }

    private List<Job> jobs(String which, List<String> names, Object... values) {
        return rows(HEAD + which, names, values).stream().map(JobStore::job).toList();
    }

    private static Job job(Tuple row) {
        String round = row.get("round", String.class);
        String failure = row.get("failure", String.class);
        Integer faulty = row.get("left_faulty", Integer.class);
        return new Job(
                row.get("id", Number.class).longValue(),
                new HospitalId(row.get("hospital_id", String.class)),
                JobKind.valueOf(row.get("kind", String.class)),
                round == null ? null : new RoundId(round),
                row.get("title", String.class),
                JobState.valueOf(row.get("state", String.class)),
                row.get("done", Number.class).longValue(),
                row.get("total", Number.class).longValue(),
                row.get("asked_by", String.class),
                row.get("asked_at", Instant.class),
                row.get("ended_at", Instant.class),
                failure == null ? null : JobFailure.valueOf(failure),
                row.get("shared_by", String.class),
                row.get("shared_at", Instant.class),
                faulty == null ? null : new LeftOut(faulty, row.get("left_served", Integer.class)));
    }
}
