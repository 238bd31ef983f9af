package no.alisplass.offer.life;

/** What becomes of one seat of a position in a half-year. */
public enum SeatState {
    FREE,
    /** Given to a doctor by an approved run, before the department has decided. */
    PROPOSED,
    READY,
    OFFERED,
    /** A doctor has said yes. */
    HELD,
    CONFIRMED,
    SERVING,
    COMPLETED,
    /** Nobody took it in time: back to the department, which may announce it to all. */
    RELEASED,
    /** Taken away by the hospital before anybody was offered it. */
    WITHDRAWN
}
