package no.alisplass.planning;

import java.util.List;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.text.Text;
import no.alisplass.scenario.SeatTrials;
import no.alisplass.scenario.sweep.SeatRange;
import no.alisplass.scenario.sweep.Sweep;

/**
 * Many numbers of seats that a round is to be tried with, as they are stored.
 *
 * @param problemHash of the round as it was when it was asked: it is worked out with that, or not at all
 */
public record SweepQuestion(
        int schema, String title, RoundId round, List<SeatRange> ranges, Sweep.Mode mode, String problemHash) {
    public static final int SCHEMA = 1;

    /** So many times what is answered at once. */
    private static final int TIMES = 100;

    private static final int MOST = 1_000_000;

    public SweepQuestion {
        if (schema != SCHEMA) {
            throw new IllegalArgumentException("A question of schema " + schema + " is not known.");
        }
        title = Text.line(title);
        ranges = List.copyOf(ranges);
    }

    /** How many numbers of seats may be asked about together. */
    public static int most(SeatTrials round) {
        return (int) Math.min(MOST, (long) TIMES * round.most());
    }
}
