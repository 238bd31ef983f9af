package no.alisplass.round;

/** Where the seed of a round's lottery comes from when the coordinator names none. */
interface LotterySeeds {
    /** A seed that nobody could foresee: 32 hexadecimal digits. */
    String draw();
}
