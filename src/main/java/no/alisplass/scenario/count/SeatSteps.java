package no.alisplass.scenario.count;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import no.alisplass.domain.Result;
import no.alisplass.scenario.Compared;
import no.alisplass.scenario.Scenarios;
import no.alisplass.scenario.SeatChange;
import no.alisplass.snapshot.Snapshot;

/** Counts what other numbers of seats would do, one step after another of the same frozen round. */
@ApplicationScoped
public class SeatSteps {
    private static final int REMEMBERED = 16;

    private final Scenarios scenarios;
    private final Cache<Snapshot, Known> rounds =
            Caffeine.newBuilder().weakKeys().maximumSize(REMEMBERED).build();

    public SeatSteps(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    /** What does not change with the seats; it must not hold the round by which it is found. */
    private record Known(List<SeatChange> places, People people) {}

    private Known known(Snapshot snapshot) {
        return rounds.get(
                snapshot,
                missing -> new Known(
                        List.copyOf(scenarios.seats(missing)), People.of(missing, scenarios.ranking(missing))));
    }

    /** The places whose seats can be other, with the seats there are. */
    public List<SeatChange> places(Snapshot snapshot) {
        return known(snapshot).places();
    }

    /**
     * Refused for a place that nobody can be offered or that is named twice; without changes it is the round as it is.
     *
     * @param already how many are set aside in the round as it is
     */
    public Result<SeatStep> step(Snapshot snapshot, int already, List<SeatChange> changes) {
        return scenarios.compared(snapshot, changes).map(compared -> counted(snapshot, already, compared));
    }

    /**
     * Any two outcomes of a round's doctors, by the round's own criteria.
     *
     * @param already as in {@link #step}
     * @param compared made of the snapshot
     */
    public SeatStep counted(Snapshot snapshot, int already, Compared compared) {
        return Counting.of(compared, known(snapshot).people(), snapshot.roster().offering(), already);
    }
}
