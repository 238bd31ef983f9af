package no.alisplass.offer.life;

/** Why a department does not want to offer a seat to the doctor it was proposed for. */
public enum TurnDownReason {
    NOT_QUALIFIED,
    REFERENCES,
    SEAT_GONE
}
