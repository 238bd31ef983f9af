package no.alisplass.offer.refill;

import java.time.Instant;
import no.alisplass.domain.RoundId;
import no.alisplass.refill.RefillMode;

/**
 * A refill that was done, without its papers.
 *
 * @param number from 1 in its round
 * @param offerRound the offer round it made; null where it only moved doctors who hold a seat
 * @param placed how many got a seat who had none
 * @param upgraded how many got a better one
 * @param by the coordinator who did it
 */
public record StoredRefill(
        RoundId round,
        int number,
        Integer offerRound,
        RefillMode mode,
        int placed,
        int upgraded,
        String problemHash,
        String outcomeHash,
        String certificateHash,
        String by,
        Instant at) {}
