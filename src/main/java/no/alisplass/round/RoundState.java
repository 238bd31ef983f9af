package no.alisplass.round;

import java.util.Set;

/** How far a round has come: being prepared, open for lists, closed for lists, approved. */
public enum RoundState {
    DRAFT,
    OPEN,
    CLOSED,
    APPROVED;

    /** Those in which municipalities are told of a round: all but while it is being prepared. */
    public static final Set<RoundState> TOLD = Set.of(OPEN, CLOSED, APPROVED);
}
