package no.alisplass.offer.life;

/** Who takes a step in the life of an offer or a seat. */
public enum Actor {
    /** Who leads the department where the seat is. */
    DEPARTMENT,
    COORDINATOR,
    /** A coordinator who is not the one who asked. */
    SECOND_PERSON,
    /** The municipality or district that employs the doctor. */
    AREA,
    DOCTOR,
    /** Nobody: a time has come. */
    CLOCK,
    /** A refill, which a coordinator has started. */
    REFILL
}
