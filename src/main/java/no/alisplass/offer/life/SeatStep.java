package no.alisplass.offer.life;

/** What may become of a seat. From where to where, {@link SeatTable} tells. */
public enum SeatStep {
    PROPOSE,
    MAKE_READY,
    OFFER,
    HOLD,
    /** A refill moves a holder here, or a lapsed offer is taken up again. */
    TAKE,
    CONFIRM,
    START,
    COMPLETE,
    FREE,
    RELEASE,
    WITHDRAW
}
