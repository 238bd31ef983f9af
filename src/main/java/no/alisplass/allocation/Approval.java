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
