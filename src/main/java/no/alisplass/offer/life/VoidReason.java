package no.alisplass.offer.life;

/** Why the hospital takes an accepted offer back. */
public enum VoidReason {
    /** What the hospital must check of everyone it employs did not hold. */
    CHECK_FAILED,
    WRONG_FACTS,
    WRONG_RUN,
    SEAT_GONE
}
