package no.alisplass.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.alisplass.domain.RoundId;

/** Runs in the database. */
@ApplicationScoped
class RunStore {
    private final EntityManager database;

    RunStore(EntityManager database) {
        this.database = database;
    }

    /** Stores a run and gives it its internal number; a second one of the same round and number is a fault. */
    RunEntity add(RunEntity run) {
        database.persist(run);
        database.flush();
        return run;
    }

    /** Writes what is pending, so that native statements see it. */
    void flush() {
        database.flush();
    }

    Optional<RunEntity> find(long id) {
        return Optional.ofNullable(database.find(RunEntity.class, id));
    }

    Optional<RunEntity> find(RoundId round, int number) {
        return database.createQuery("from RunEntity where roundId = :round and number = :number", RunEntity.class)
                .setParameter("round", round.value())
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** A run without its papers. */
    Optional<RunHeadEntity> head(RoundId round, int number) {
        return database.createQuery(
                        "from RunHeadEntity where roundId = :round and number = :number", RunHeadEntity.class)
                .setParameter("round", round.value())
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** All runs of a round without their papers, the newest first. */
    List<RunHeadEntity> of(RoundId round) {
        return database.createQuery(
                        "from RunHeadEntity where roundId = :round order by number desc", RunHeadEntity.class)
                .setParameter("round", round.value())
                .getResultList();
    }

    /** The newest run with a proposal of every other closed round, with what people call the round. */
    Map<RunEntity, String> newestProposals(RoundId besides) {
        Map<RunEntity, String> newest = new LinkedHashMap<>();
        List<?> rows = database.createNativeQuery("""
                        select distinct on (r.round_id) r.id, a.title
                        from allocation_run r join allocation_round a on a.id = r.round_id
                        where a.state = 'CLOSED' and r.state = 'DONE' and a.id <> :round
                        order by r.round_id, r.number desc
                        """)
                .setParameter("round", besides.value())
                .getResultList();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            newest.put(find(((Number) columns[0]).longValue()).orElseThrow(), (String) columns[1]);
        }
        return newest;
    }

    /** The number a new run of the round gets. */
    int nextNumber(RoundId round) {
        return database.createQuery(
                                "select coalesce(max(number), 0) from RunEntity where roundId = :round", Integer.class)
                        .setParameter("round", round.value())
                        .getSingleResult()
                + 1;
    }

    /** Moves a run from one state to another; false when it was no longer in the first. */
    boolean move(long id, RunState from, RunState to) {
        return database.createQuery("update RunEntity set state = :to where id = :id and state = :from")
                        .setParameter("id", id)
                        .setParameter("from", from)
                        .setParameter("to", to)
                        .executeUpdate()
                == 1;
    }

    /** Notes how far a run has come and says whether someone asked it to stop. */
    boolean progress(long id, int settled) {
        database.createQuery("update RunEntity set settled = :settled where id = :id")
                .setParameter("id", id)
                .setParameter("settled", settled)
                .executeUpdate();
        return database.createQuery("select cancelRequested from RunEntity where id = :id", Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
    }
}
