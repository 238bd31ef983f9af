package no.alisplass.allocation.outcome;

/** What comes next in a round. */
public enum NextStep {
    /** Seats for the round's half-years. */
    POSITIONS,
    OPEN,
    /** Some areas have not sent their lists, and may still. */
    WAIT,
    /** All areas have answered before the deadline. */
    CLOSE_ALL,
    /** The deadline is out. */
    CLOSE_OVERDUE,
    RUN,
    /** A run is under way. */
    RUNNING,
    APPROVE,
    /** Something has changed since the proposal was made, so that it cannot be approved. */
    OUTDATED,
    /** The proof of the proposal was not accepted. */
    RERUN,
    DONE
}
