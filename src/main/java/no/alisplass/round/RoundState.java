package no.alisplass.round;

/** How far a round has come: being prepared, open for lists, closed for lists, approved. */
public enum RoundState {
    DRAFT,
    OPEN,
    CLOSED,
    APPROVED
}
