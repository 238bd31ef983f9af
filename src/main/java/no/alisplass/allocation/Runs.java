package no.alisplass.allocation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import no.alisplass.certificate.Certificate;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Audit;
import no.alisplass.platform.Caller;
import no.alisplass.platform.RefusalCodes;
import no.alisplass.platform.Transactions;
import no.alisplass.problem.Proposal;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.round.Rounds;
import no.alisplass.snapshot.Snapshot;

/** The runs of a round: started by a coordinator, worked off in the background, approved by a named human. */
@ApplicationScoped
public class Runs {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    /** Each of them holds a thread that could serve somebody else. */
    private static final int MAX_WAITING = 50;

    private final ReentrantLock starts = new ReentrantLock(true);
    private final RunStore store;
    private final RunQueue queue;
    private final Rounds rounds;
    private final FrozenMemory memory;
    private final RunLog log;
    private final Transactions transactions;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    Runs(
            RunStore store,
            RunQueue queue,
            Rounds rounds,
            FrozenMemory memory,
            RunLog log,
            Transactions transactions,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.queue = queue;
        this.rounds = rounds;
        this.memory = memory;
        this.log = log;
        this.transactions = transactions;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** The round as it stands now, pins included; stores nothing. Refused while waitlists can still change. */
    Result<Snapshot> freeze(RoundId id) {
        return frozen(id).then(Frozen::exact);
    }

    private Result<Frozen> frozen(RoundId id) {
        return rounds.read(id).then(round -> switch (round.state()) {
            case CLOSED, APPROVED -> Result.done(memory.asItStands(id));
            default -> FrozenRounds.notClosed(round);
        });
    }

    /**
     * Freezes the round and queues a run; where one frozen from the same, with the same seed, is under way, that one is the answer.
     * Refused unless the round is closed, and BUSY when too many start at once.
     *
     * @param seed of the search; the same problem and seed give the same proposal
     */
    public Result<Run> start(RoundId id, long seed) {
        return RefusalCodes.tell(inTurn(id, seed, null), codes -> log.notQueued(id, codes));
    }

    /**
     * As {@link #start}, of an approved round whose offers are stopped: frozen anew as it should have been, its own placements aside.
     *
     * @param stop under which it is made
     */
    public Result<Run> correct(RoundId id, long seed, int stop) {
        return RefusalCodes.tell(inTurn(id, seed, stop), codes -> log.notQueued(id, codes));
    }

    private Result<Run> inTurn(RoundId id, long seed, Integer corrects) {
        // Those who wait for their turn wait here, without a connection that somebody else needs.
        try {
            if (starts.getQueueLength() >= MAX_WAITING || !starts.tryLock(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                return Result.busy(Finding.of("run", id, "allocation.starts-busy"));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Result.busy(Finding.of("run", id, "allocation.starts-busy"));
        }
        try {
            // What is frozen outside the transaction is remembered, and found in it as long as nothing has changed.
            if (QuarkusTransaction.getStatus() == Status.STATUS_NO_TRANSACTION) {
                frozen(id);
            }
            return transactions.command(() -> started(id, seed, corrects));
        } finally {
            starts.unlock();
        }
    }

    private Result<Run> started(RoundId id, long seed, Integer corrects) {
        return rounds.read(id).then(round -> {
            if (round.state() != (corrects == null ? RoundState.CLOSED : RoundState.APPROVED)) {
                return FrozenRounds.notClosed(round);
            }
            store.lockStarts(id);
            return freeze(id).map(snapshot -> store.underWay(id, snapshot.problemHash(), seed, corrects)
                    .map(RunHead::toRun)
                    .filter(run -> holds(run, snapshot))
                    .map(run -> {
                        log.underWay(run);
                        return run;
                    })
                    .orElseGet(() -> queue(snapshot, seed, corrects)));
        });
    }

    private Run queue(Snapshot snapshot, long seed, Integer corrects) {
        RoundId id = snapshot.round();
        RunEntity run =
                store.add(RunEntity.of(snapshot, store.nextNumber(id), seed, caller.name(), clock.instant(), corrects));
        queue.add(run.id);
        Run queued = run.toRun();
        log.queued(queued);
        audit.record("run.started", "round/" + id + "/run/" + run.number, null, queued);
        return queued;
    }

    /**
     * What has changed in the round since a run was frozen, so that its proposal does not hold any more; none while it does. Refused
     * while waitlists can change again.
     */
    public Result<List<Finding>> changesSince(RoundId id, int number) {
        return frozen(id).then(now -> find(id, number).then(run -> changes(run, now)));
    }

    private Result<List<Finding>> changes(Run run, Frozen now) {
        if (now.exact() instanceof Result.Refused<Snapshot> refused) {
            return Result.done(refused.findings());
        }
        return frozenFrom(run).map(then -> RunChanges.between(then, now.fitted().snapshot()));
    }

    /**
     * A closed round as it would be run now.
     *
     * @param doctors how many it ranks; empty while it cannot be run
     * @param holds whether the run that was asked about was frozen from the same
     * @param hindrances what keeps it from being run
     */
    public record AsItStands(Optional<Integer> doctors, boolean holds, List<Finding> hindrances) {}

    /** Freezes once, whatever is asked of it. @param run that may hold still; null for none */
    public AsItStands asItStands(RoundId id, Run run) {
        Result<Frozen> frozen = frozen(id);
        List<Finding> hindrances = hindrances(frozen.then(Frozen::exact));
        return frozen instanceof Result.Done<Frozen> now && hindrances.isEmpty()
                ? new AsItStands(
                        Optional.of(now.value().doctors()),
                        run != null && holds(run, now.value().fitted().snapshot()),
                        List.of())
                : new AsItStands(Optional.empty(), false, hindrances);
    }

    private boolean holds(Run run, Snapshot now) {
        return frozenFrom(run) instanceof Result.Done<Snapshot> then && now.isSameAs(then.value());
    }

    /** A hash does not tell two doctors with the same wishes apart who have changed places. */
    private Result<Snapshot> frozenFrom(Run run) {
        return QuarkusTransaction.joiningExisting().call(() -> known(
                        store.head(run.round(), run.number()), run.round(), run.number())
                .map(head -> memory.stored(
                                head, () -> store.find(head.id).orElseThrow().snapshot())
                        .fitted()
                        .snapshot()));
    }

    private static List<Finding> hindrances(Result<Snapshot> frozen) {
        return frozen instanceof Result.Refused<Snapshot> refused ? refused.findings() : List.of();
    }

    /** The runs of a round, the newest first. */
    @Transactional
    public List<Run> of(RoundId id) {
        return store.of(id).stream().map(RunHead::toRun).toList();
    }

    /** Whether the allocation can be run: the lists are closed, and no run is under way. */
    @Transactional
    public boolean canStart(Round round) {
        return round.state() == RoundState.CLOSED
                && of(round.id()).stream().allMatch(run -> run.state().ended());
    }

    @Transactional
    public Result<Run> find(RoundId id, int number) {
        return known(store.head(id, number), id, number).map(RunHead::toRun);
    }

    /** What a run was frozen from. */
    @Transactional
    public Result<Snapshot> snapshot(RoundId id, int number) {
        return stored(id, number).map(RunEntity::snapshot);
    }

    /** A run's proposal as it was stored; refused while there is none. */
    @Transactional
    public Result<Proposal> proposal(RoundId id, int number) {
        return withProposal(id, number, RunEntity::proposal);
    }

    /** The proof of a run's proposal; refused while there is none. */
    @Transactional
    public Result<Certificate> certificate(RoundId id, int number) {
        return withProposal(id, number, RunEntity::certificate);
    }

    /**
     * A run as files that stand alone; refused while there is no proposal.
     *
     * @param policyText the text of a policy file, by its id and version
     */
    @Transactional
    public Result<RunFolder> folder(RoundId id, int number, BiFunction<String, Integer, String> policyText) {
        return withProposal(
                id,
                number,
                run -> RunFolder.of(
                        run, memory.of(run).roster().policyHash(), policyText.apply(run.policyId, run.policyVersion)));
    }

    /** A run's proposal with the names put back; refused while there is none. */
    @Transactional
    public Result<Allocation> allocation(RoundId id, int number) {
        return withProposal(id, number, run -> Allocation.of(run.toRun(), memory.of(run), run.proposal()));
    }

    /** All there is of a run that has a proposal, read at once; refused while there is none. */
    @Transactional
    public Result<SolvedRun> solved(RoundId id, int number) {
        return withProposal(
                id, number, run -> new SolvedRun(run.toRun(), memory.of(run), run.proposal(), run.certificate()));
    }

    /** The approved run of an approved round: after a recovery the corrected one, whatever version of its policy the round was opened with. */
    @Transactional
    public Run approved(RoundId id) {
        return store.of(id).stream()
                .filter(run -> run.state == RunState.APPROVED)
                .findFirst()
                .map(RunHead::toRun)
                .orElseThrow();
    }

    /** The newest run of a round that has a proposal, an approved one before all others. */
    @Transactional
    public Optional<Run> latestProposal(RoundId id) {
        List<RunHeadEntity> runs = store.of(id);
        return runs.stream()
                .filter(run -> run.state == RunState.APPROVED)
                .findFirst()
                .or(() -> runs.stream().filter(run -> run.state.hasProposal()).findFirst())
                .map(RunHead::toRun);
    }

    /** Asks a run to stop; refused when it has ended. */
    @Transactional
    public Result<Run> cancel(RoundId id, int number) {
        return stored(id, number).then(run -> {
            if (run.state.ended()) {
                return Result.conflict(
                        Finding.of("state", run.state, "allocation.run-ended", Integer.toString(number), run.state));
            }
            run.cancelRequested = true;
            boolean waited = store.move(run.id, RunState.QUEUED, RunState.CANCELLED);
            log.cancelled(run.toRun(), waited);
            if (waited) {
                run.state = RunState.CANCELLED;
                run.finishedAt = clock.instant();
            }
            audit.record("run.cancelled", "round/" + id + "/run/" + number, null, null);
            return Result.done(run.toRun());
        });
    }

    private <T> Result<T> withProposal(RoundId id, int number, Function<RunEntity, T> read) {
        return stored(id, number)
                .then(run -> run.state.hasProposal()
                        ? Result.done(read.apply(run))
                        : Result.conflict(Finding.of(
                                "state", run.state, "allocation.no-proposal", Integer.toString(number), run.state)));
    }

    private Result<RunEntity> stored(RoundId id, int number) {
        return known(store.find(id, number), id, number);
    }

    private static <T> Result<T> known(Optional<T> found, RoundId id, int number) {
        return found.map(Result::done)
                .orElseGet(() -> Result.notFound(
                        Finding.of("run", id + "/" + number, "allocation.unknown-run", Integer.toString(number), id)));
    }
}
