package no.alisplass.offer.life;

/** Who must be told of a step. */
public enum Whom {
    DOCTOR,
    AREA,
    DEPARTMENT,
    COORDINATOR
}
