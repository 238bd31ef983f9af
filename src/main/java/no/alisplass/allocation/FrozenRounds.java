package no.alisplass.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Outcome;
import no.alisplass.domain.RoundId;
import no.alisplass.round.Round;
import no.alisplass.round.Rounds;
import no.alisplass.snapshot.Earlier;
import no.alisplass.snapshot.Pin;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.snapshot.Snapshots;

/**
 * What every question about a round is asked of: a closed round as it stands, an approved one as its approved run was frozen,
 * so that its own placements are not taken for somebody else's.
 */
@ApplicationScoped
public class FrozenRounds {
    private final RunStore store;
    private final Rounds rounds;
    private final Snapshots snapshots;
    private final Pins pins;
    private final Placements placements;

    FrozenRounds(RunStore store, Rounds rounds, Snapshots snapshots, Pins pins, Placements placements) {
        this.store = store;
        this.rounds = rounds;
        this.snapshots = snapshots;
        this.pins = pins;
        this.placements = placements;
    }

    /** @param setAside doctors whose outcome is settled by hand in a way that no longer fits; here it is left to the criteria */
    public record Asked(Snapshot snapshot, List<DoctorId> setAside) {
        public Asked {
            setAside = List.copyOf(setAside);
        }
    }

    /**
     * The priority order with the facts it rests on. What is settled by hand and how many seats there are have no say in it, and
     * cannot be in the way of it. Refused while waitlists can still change.
     */
    @Transactional
    public Outcome<Roster> ranked(RoundId id) {
        return of(id, List.of()).map(asked -> asked.snapshot().roster());
    }

    /** What a what-if starts from. Refused while waitlists can still change. */
    @Transactional
    public Outcome<Asked> asked(RoundId id) {
        return of(id, pins.of(id));
    }

    private Outcome<Asked> of(RoundId id, List<Pin> settled) {
        return rounds.read(id).then(round -> switch (round.state()) {
            case APPROVED -> Outcome.done(new Asked(approved(id), List.of()));
            case CLOSED ->
                snapshots
                        .freezeWhatFits(id, settled, new Earlier(placements.besides(id)))
                        .map(fitted -> new Asked(fitted.snapshot(), fitted.setAside()));
            default -> notClosed(round);
        });
    }

    private Snapshot approved(RoundId id) {
        return store.of(id).stream()
                .filter(run -> run.state == RunState.APPROVED)
                .findFirst()
                .flatMap(run -> store.find(run.id))
                .map(RunEntity::snapshot)
                .orElseThrow(() -> new IllegalStateException("The round " + id + " is approved without a run."));
    }

    static <T> Outcome<T> notClosed(Round round) {
        return Outcome.conflict(
                Finding.of("state", round.state(), "allocation.round-not-closed", round.title(), round.state()));
    }
}
