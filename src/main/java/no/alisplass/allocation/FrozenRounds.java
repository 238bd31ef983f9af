package no.alisplass.allocation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.round.Rounds;
import no.alisplass.snapshot.PriorityOrder;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.Snapshot;

/**
 * What every question about a round is asked of: a closed round as it stands, an approved one as its approved run was frozen,
 * so that its own placements are not taken for somebody else's.
 */
@ApplicationScoped
public class FrozenRounds {
    private final RunStore store;
    private final Rounds rounds;
    private final FrozenMemory memory;
    private final RoundStamps stamps;

    FrozenRounds(RunStore store, Rounds rounds, FrozenMemory memory, RoundStamps stamps) {
        this.store = store;
        this.rounds = rounds;
        this.memory = memory;
        this.stamps = stamps;
    }

    /**
     * @param problemHash of the snapshot's problem, which is dear to find out again
     * @param setAside doctors whose outcome is settled by hand in a way that no longer fits; here it is left to the criteria
     */
    public record Asked(Snapshot snapshot, String problemHash, List<DoctorId> setAside) {
        public Asked {
            setAside = List.copyOf(setAside);
        }
    }

    /** The roster of {@link #order}. */
    public Result<Roster> ranked(RoundId id) {
        return order(id).map(PriorityOrder::roster);
    }

    /**
     * The priority order with the facts it rests on. What is settled by hand and how many seats there are have no say in it, and
     * cannot be in the way of it. Refused while waitlists can still change.
     */
    public Result<PriorityOrder> order(RoundId id) {
        return of(id).map(Frozen::order);
    }

    /** What a what-if starts from. Refused while waitlists can still change. */
    public Result<Asked> asked(RoundId id) {
        return of(id).map(frozen -> new Asked(
                frozen.fitted().snapshot(),
                frozen.problemHash(),
                frozen.fitted().setAside()));
    }

    /** As {@link #asked}, and of an open round too, with the lists it has so far. Refused while it is being prepared. */
    public Result<Asked> standing(RoundId id) {
        return rounds.read(id)
                .then(round -> round.state() == RoundState.OPEN ? Result.done(memory.asItStands(id)) : of(id))
                .map(frozen -> new Asked(
                        frozen.fitted().snapshot(),
                        frozen.problemHash(),
                        frozen.fitted().setAside()));
    }

    /** As a run was frozen that is or was its round's approved one. @param run what {@code Placements} knows it by */
    public Snapshot of(long run) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            RunEntity found = store.find(run).orElseThrow();
            return memory.of(found);
        });
    }

    /** All that a round, which must exist, would be frozen from, told in one short text that changes when any of it does. */
    public String stamp(RoundId id) {
        return stamps.of(id);
    }

    private Result<Frozen> of(RoundId id) {
        return rounds.read(id).then(round -> switch (round.state()) {
            case APPROVED -> Result.done(approved(id));
            case CLOSED -> Result.done(memory.asItStands(id));
            default -> notClosed(round);
        });
    }

    private Frozen approved(RoundId id) {
        return QuarkusTransaction.joiningExisting().call(() -> store.of(id).stream()
                .filter(run -> run.state == RunState.APPROVED)
                .findFirst()
                .map(run -> memory.stored(
                        run, () -> store.find(run.id).orElseThrow().snapshot()))
                .orElseThrow(() -> new IllegalStateException("The round " + id + " is approved without a run.")));
    }

    static <T> Result<T> notClosed(Round round) {
        return Result.conflict(
                Finding.of("state", round.state(), "allocation.round-not-closed", round.title(), round.state()));
    }
}
