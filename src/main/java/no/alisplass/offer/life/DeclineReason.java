package no.alisplass.offer.life;

/** Why an offer is declined. What somebody's health has to do with it is nobody's question. */
public enum DeclineReason {
    HAS_OTHER_POSITION,
    LEAVE_NOT_POSSIBLE,
    NO_LOCUM,
    TIME_DOES_NOT_FIT,
    PLACE_DOES_NOT_FIT,
    DEPARTMENT_NOT_WANTED,
    NO_LONGER_NEEDED,
    OTHER
}
