package no.alisplass.offer.stop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.alisplass.domain.RoundId;

/**
 * One stop of a round's offers.
 *
 * @param number from 1 in its round
 * @param events in their order; the first is that they were stopped
 */
public record RoundStop(RoundId round, int number, List<StopEvent> events) {
    public RoundStop {
        events = List.copyOf(events);
    }

    public Instant since() {
        return events.get(0).at();
    }

    /** Who answers for it. */
    public String owner() {
        return events.get(0).who();
    }

    public String reason() {
        return events.get(0).note();
    }

    public boolean isOver() {
        return last().step().ends();
    }

    /** What one has asked to carry out and nobody has confirmed. */
    public Optional<StopEvent> asked() {
        return last().step() == StopStep.ASKED ? Optional.of(last()) : Optional.empty();
    }

    public StopEvent last() {
        return events.get(events.size() - 1);
    }

    /** The next step. */
    public StopEvent next(StopStep step, String who, Instant at, String note) {
        return new StopEvent(this, step, who, at, note);
    }
}
