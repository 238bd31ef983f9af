package no.alisplass.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import no.alisplass.problem.Stay;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;

/** Doctors who stand in the proposals of several rounds at once, of whichever hospitals; only one of them can be approved as it is. */
@ApplicationScoped
public class OtherProposals {
    private final RunStore store;
    private final FrozenMemory memory;

    OtherProposals(RunStore store, FrozenMemory memory) {
        this.store = store;
        this.memory = memory;
    }

    /** @param title what people call the round */
    public record Elsewhere(RoundId round, String title, List<Stay> stays) {
        public Elsewhere {
            stays = List.copyOf(stays);
        }
    }

    /**
     * What the newest proposals of other closed rounds give doctors, by the doctors. None beside a round that is approved: what it
     * gave is known to the others.
     */
    @Transactional
    public Map<HprNumber, List<Elsewhere>> besides(Round round) {
        Map<HprNumber, List<Elsewhere>> found = new TreeMap<>();
        if (round.state() != RoundState.CLOSED) {
            return found;
        }
        store.newestProposals(round.id())
                .forEach((run, title) -> Allocation.of(run.toRun(), memory.of(run), run.proposal()).doctors().stream()
                        .filter(DoctorOutcome::placed)
                        .forEach(placed -> found.computeIfAbsent(
                                        placed.doctor().facts().hpr(), none -> new ArrayList<>())
                                .add(new Elsewhere(new RoundId(run.roundId), title, placed.stays()))));
        return found;
    }
}
