package no.alisplass.offer.settings;

/** Who answers an offer. */
public enum AnsweredBy {
    DOCTOR,
    /** The municipality or district that employs the doctor, on the doctor's behalf. */
    AREA,
    BOTH
}
