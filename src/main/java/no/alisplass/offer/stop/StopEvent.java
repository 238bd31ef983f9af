package no.alisplass.offer.stop;

import java.time.Instant;

/**
 * One thing that was done, as it stands in the record.
 *
 * @param stop which stop of the round, from 1
 * @param number which step of the stop, from 1
 * @param note why; null where nothing was written
 * @param run of ASKED and RECOVERED: number of the corrected run; else null
 * @param hash of ASKED: of what was shown of it; else null
 * @param offerRound of RECOVERED: number of the offer round it made; null for none
 */
public record StopEvent(
        int stop,
        int number,
        StopStep step,
        String who,
        Instant at,
        String note,
        Integer run,
        String hash,
        Integer offerRound) {

    /** The next of a stop. */
    StopEvent(RoundStop stop, StopStep step, String who, Instant at, String note) {
        this(stop.number(), stop.events().size() + 1, step, who, at, note, null, null, null);
    }
}
