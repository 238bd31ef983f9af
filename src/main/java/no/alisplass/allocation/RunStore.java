package no.alisplass.allocation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.alisplass.domain.RoundId;

/** Runs in the database. */
@ApplicationScoped
class RunStore implements PanacheRepositoryBase<RunEntity, Long> {
    private static final String NUMBERED = "roundId = ?1 and number = ?2";

    private final Heads heads;

    RunStore(Heads heads) {
        this.heads = heads;
    }

    @ApplicationScoped
    static class Heads implements PanacheRepositoryBase<RunHeadEntity, Long> {}

    /** Stores a run and gives it its internal number; a second one of the same round and number is a fault. */
    RunEntity add(RunEntity run) {
        persistAndFlush(run);
        return run;
    }

    Optional<RunEntity> find(long id) {
        return findByIdOptional(id);
    }

    Optional<RunEntity> find(RoundId round, int number) {
        return find(NUMBERED, round.value(), number).firstResultOptional();
    }

    /** The approved run of an approved round. */
    RunEntity approved(RoundId round) {
        return find("roundId = ?1 and state = ?2", round.value(), RunState.APPROVED)
                .firstResult();
    }

    /** A run without its papers. */
    Optional<RunHeadEntity> head(RoundId round, int number) {
        return heads.find(NUMBERED, round.value(), number).firstResultOptional();
    }

    /** All runs of a round without their papers, the newest first. */
    List<RunHeadEntity> of(RoundId round) {
        return heads.list("roundId", Sort.descending("number"), round.value());
    }

    /** Lets one start of a run of the round after the other, until the transaction ends: numbers are drawn in turn. */
    void lockStarts(RoundId round) {
        getEntityManager()
                .createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:round, 0))) as held")
                .setParameter("round", "allocation-run/" + round)
                .getSingleResult();
    }

    /**
     * A run of the round, of the same problem and seed, that waits or is worked off.
     *
     * @param corrects and made under this stop; null for a run of a closed round
     */
    Optional<RunHeadEntity> underWay(RoundId round, String problemHash, long seed, Integer corrects) {
        return heads.find(
                        "roundId = ?1 and problemHash = ?2 and seed = ?3 and state in ?4 and cancelRequested = false"
                                + " and coalesce(corrects, 0) = ?5 order by number",
                        round.value(),
                        problemHash,
                        seed,
                        List.of(RunState.QUEUED, RunState.RUNNING),
                        corrects == null ? 0 : corrects)
                .firstResultOptional();
    }

    /** Runs in a state that no task of the queue stands for. */
    @SuppressWarnings("unchecked")
    List<Long> heldByNobody(RunState state, String task) {
        return getEntityManager()
                .createNativeQuery("""
                        select r.id from allocation_run r where r.state = :state and not exists
                            (select 1 from scheduled_tasks t where t.task_name = :task and t.task_instance = r.id::text)
                        order by r.id""", Long.class)
                .setParameter("state", state.name())
                .setParameter("task", task)
                .getResultList();
    }

    /** The newest run with a proposal of every other closed round, with what people call the round. */
    Map<RunEntity, String> newestProposals(RoundId besides) {
        Map<RunEntity, String> newest = new LinkedHashMap<>();
        List<?> rows = getEntityManager()
                .createNativeQuery("""
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

    /** The number a new run of the round gets; asked by who has locked the round's starts. */
    int nextNumber(RoundId round) {
        return heads.find("roundId", Sort.descending("number"), round.value())
                        .firstResultOptional()
                        .map(newest -> newest.number)
                        .orElse(0)
                + 1;
    }

    /** Moves a run from one state to another; false when it was no longer in the first. */
    boolean move(long id, RunState from, RunState to) {
        return update("state = ?1 where id = ?2 and state = ?3", to, id, from) == 1;
    }

    /** Ends a run that is worked off, with what has come of it; false when it was ended already. The problem is not written again. */
    boolean end(RunEntity run) {
        return getEntityManager()
                        .createQuery("""
                        update RunEntity set state = :state, finishedAt = :finished, settled = :settled, failure = :failure,
                            exhausted = :exhausted, proven = :proven, checked = :checked, proposal = :proposal,
                            proposalHash = :proposalHash, certificate = :certificate, solverVersion = :solver,
                            configHash = :config
                        where id = :id and state = :running""")
                        .setParameter("state", run.state)
                        .setParameter("finished", run.finishedAt)
                        .setParameter("settled", run.settled)
                        .setParameter("failure", run.failure)
                        .setParameter("exhausted", run.exhausted)
                        .setParameter("proven", run.proven)
                        .setParameter("checked", run.checked)
                        .setParameter("proposal", run.proposal)
                        .setParameter("proposalHash", run.proposalHash)
                        .setParameter("certificate", run.certificate)
                        .setParameter("solver", run.solverVersion)
                        .setParameter("config", run.configHash)
                        .setParameter("id", run.id)
                        .setParameter("running", RunState.RUNNING)
                        .executeUpdate()
                == 1;
    }

    /** How many runs wait for their turn. */
    long waiting() {
        return getEntityManager()
                .createQuery("select count(*) from RunHeadEntity where state = :queued", Long.class)
                .setParameter("queued", RunState.QUEUED)
                .getSingleResult();
    }

    /** Notes how far a run has come and says whether to stop: someone asked for it, or another has given the run up. */
    boolean progress(long id, int settled) {
        boolean still = update("settled = ?1 where id = ?2 and state = ?3", settled, id, RunState.RUNNING) == 1;
        return !still
                || getEntityManager()
                        .createQuery("select cancelRequested from RunEntity where id = :id", Boolean.class)
                        .setParameter("id", id)
                        .getSingleResult();
    }
}
