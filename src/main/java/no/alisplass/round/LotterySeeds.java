package no.alisplass.round;

import no.alisplass.domain.RoundId;

/** Where the seed of a lottery comes from, a round's or a vacancy's; people never name one. */
public interface LotterySeeds {
    /** A seed that nobody could foresee: 32 hexadecimal digits. */
    String draw(RoundId round);

    /** As {@link #draw(RoundId)}, for what is no round. */
    String draw();
}
