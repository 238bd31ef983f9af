package no.alisplass.offer;

import java.time.Instant;
import no.alisplass.domain.RoundId;

/**
 * Offers of a round that go out at one instant.
 *
 * @param number from 1
 * @param releasedAt null while it is being prepared; so are the two that follow
 * @param marking from then on it is known what was taken, and the next may be released
 * @param closed whether it was never sent and never will be: nothing of it is left to send
 * @param offers how many there are
 */
public record OfferRound(
        RoundId round,
        int number,
        Kind kind,
        Instant preparedAt,
        Instant releasedAt,
        Instant answerBy,
        Instant marking,
        boolean closed,
        int offers) {

    /** The ordinary ones have dates that are proposed beforehand; after the last of them it is done day by day. */
    public enum Kind {
        ORDINARY,
        DAILY
    }

    public boolean isReleased() {
        return releasedAt != null;
    }

    /** Whether it waits to be sent, so that no other can be made. */
    public boolean isOpen() {
        return !isReleased() && !closed;
    }
}
