package no.alisplass.scenario.count;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import no.alisplass.domain.Result;
import no.alisplass.scenario.Compared;
import no.alisplass.scenario.Scenarios;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.change.Comparer;
import no.alisplass.scenario.change.Question;
import no.alisplass.snapshot.Snapshot;

/** Counts what other numbers of seats would do, one step after another of the same frozen round: a question about seats alone, told shortly. */
@ApplicationScoped
public class SeatSteps {
    private static final int REMEMBERED = 16;

    private final Scenarios scenarios;
    private final Comparer comparer;
    private final Cache<Snapshot, List<SeatChange>> places =
            Caffeine.newBuilder().weakKeys().maximumSize(REMEMBERED).build();

    public SeatSteps(Scenarios scenarios, Comparer comparer) {
        this.scenarios = scenarios;
        this.comparer = comparer;
    }

    /** The places whose seats can be other, with the seats there are. */
    public List<SeatChange> places(Snapshot snapshot) {
        return places.get(snapshot, missing -> List.copyOf(scenarios.seats(missing)));
    }

    /**
     * Refused as any question; without changes it is the round as it is.
     *
     * @param already how many are set aside in the round as it is
     */
    public Result<SeatStep> step(Snapshot snapshot, int already, List<SeatChange> changes) {
        return comparer.compare(snapshot, already, List.of(Question.ofSeats(changes)))
                .map(Counting::of);
    }

    /**
     * Any two outcomes of a round's doctors, by the round's own criteria.
     *
     * @param already as in {@link #step}
     * @param compared made of the snapshot
     */
    public SeatStep counted(Snapshot snapshot, int already, Compared compared) {
        return Counting.of(comparer.counted(snapshot, already, compared));
    }
}
