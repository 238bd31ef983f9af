package no.alisplass.round;

import no.alisplass.domain.RoundId;

/** Where the seed of a round's lottery comes from; people never name one. */
interface LotterySeeds {
    /** A seed that nobody could foresee: 32 hexadecimal digits. */
    String draw(RoundId round);
}
