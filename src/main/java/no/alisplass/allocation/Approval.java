package no.alisplass.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Audit;
import no.alisplass.platform.Caller;
import no.alisplass.platform.RefusalCodes;
import no.alisplass.round.Rounds;

/** The engine proposes; a named human decides. */
@ApplicationScoped
public class Approval {
    private final RunStore store;
    private final Runs runs;
    private final Rounds rounds;
    private final Placements placements;
    private final RunLog log;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    Approval(
            RunStore store,
            Runs runs,
            Rounds rounds,
            Placements placements,
            RunLog log,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.runs = runs;
        this.rounds = rounds;
        this.placements = placements;
        this.log = log;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Approves a run's proposal: from then on it holds, and the round is closed for good.
     *
     * <p>Refused when the run has no proposal, there is nobody in it, or the checker has not accepted its certificate, and, naming
     * what has changed, when the round is no longer what it was frozen from: lists, positions, pins, or what another round has given
     * meanwhile.
     */
    @Transactional
    public Result<Run> approve(RoundId id, int number) {
        placements.lock();
        return RefusalCodes.tell(decide(id, number), codes -> log.notApproved(id, number, codes));
    }

    private Result<Run> decide(RoundId id, int number) {
        return runs.allocation(id, number).then(Approval::checked).then(allocation -> runs.changesSince(id, number)
                .then(changes -> changes.isEmpty()
                        ? rounds.markApproved(id).map(round -> approve(allocation))
                        : outdated(allocation.run(), changes)));
    }

    private static <T> Result<T> outdated(Run run, List<Finding> changes) {
        List<Finding> all = new ArrayList<>();
        all.add(Finding.of(
                "problemHash", run.problemHash(), "allocation.run-outdated", Integer.toString(run.number())));
        all.addAll(changes);
        return Result.conflict(all);
    }

    private static Result<Allocation> checked(Allocation allocation) {
        return refused(allocation).<Result<Allocation>>map(Result::conflict).orElseGet(() -> Result.done(allocation));
    }

    /** Why a proposal cannot be approved, whatever has changed since it was made; empty when it can. */
    public static Optional<Finding> refused(Allocation allocation) {
        Run run = allocation.run();
        if (allocation.doctors().isEmpty()) {
            return Optional.of(
                    Finding.of("run", run.number(), "allocation.nobody-to-approve", Integer.toString(run.number())));
        }
        return Boolean.TRUE.equals(run.checked())
                ? Optional.empty()
                : Optional.of(
                        Finding.of("checked", run.checked(), "allocation.not-checked", Integer.toString(run.number())));
    }

    /**
     * The corrected run takes the place of the approved one, which is kept. What was given and stands is not touched; who gets what is left,
     * a refill finds by the corrected order.
     *
     * @param by the second of the two who carry it out
     * @param places whether it gives all that it proposes: nothing of the round was ever offered
     * @return refused as {@link #approve(RoundId, int)} is, and for a run that corrects nothing
     */
    @Transactional
    public Result<Run> supersede(RoundId id, int number, String by, boolean places) {
        return RefusalCodes.tell(
                runs.allocation(id, number).then(Approval::checked).then(allocation -> corrects(allocation)
                        .then(run -> runs.changesSince(id, number))
                        .then(changes -> changes.isEmpty()
                                ? Result.done(supersede(allocation, by, places))
                                : outdated(allocation.run(), changes))),
                codes -> log.notApproved(id, number, codes));
    }

    private static Result<Run> corrects(Allocation allocation) {
        Run run = allocation.run();
        return run.corrects() != null && run.state() == RunState.DONE
                ? Result.done(run)
                : Result.conflict(
                        Finding.of("run", run.number(), "allocation.corrects-nothing", Integer.toString(run.number())));
    }

    private Run supersede(Allocation allocation, String by, boolean places) {
        Run run = allocation.run();
        RunEntity wrong = store.approved(run.round());
        Run before = wrong.toRun();
        wrong.state = RunState.SUPERSEDED;
        store.flush();
        audit.recordOf(by, "run.superseded", "round/" + run.round() + "/run/" + before.number(), before, wrong.toRun());
        RunEntity entity = store.find(run.round(), run.number()).orElseThrow();
        entity.state = RunState.APPROVED;
        entity.approvedBy = by;
        entity.approvedAt = clock.instant();
        store.flush();
        Run approved = entity.toRun();
        if (places) {
            allocation.doctors().forEach(placed -> placements.add(entity.id, placed));
        }
        audit.recordOf(by, "run.approved", "round/" + run.round() + "/run/" + run.number(), run, approved);
        log.approved(run, allocation);
        // What was read of runs without their papers before is as it was then.
        store.getEntityManager().clear();
        return approved;
    }

    private Run approve(Allocation allocation) {
        Run run = allocation.run();
        RunEntity entity = store.find(run.round(), run.number()).orElseThrow();
        entity.state = RunState.APPROVED;
        entity.approvedBy = caller.name();
        entity.approvedAt = clock.instant();
        store.flush();
        allocation.doctors().forEach(placed -> placements.add(entity.id, placed));
        audit.record("run.approved", "round/" + run.round() + "/run/" + run.number(), run, entity.toRun());
        log.approved(run, allocation);
        return entity.toRun();
    }
}
