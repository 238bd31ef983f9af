package no.alisplass.allocation;

/** Where a run stands. */
public enum RunState {
    /** Waits for its turn. */
    QUEUED,
    RUNNING,
    /** Has a proposal that nobody has approved. */
    DONE,
    /** Stopped on request. */
    CANCELLED,
    /** Stopped by a fault. */
    FAILED,
    /** The service went down while it ran; a new run of the round repeats it. */
    INTERRUPTED,
    /** A human approved its proposal. */
    APPROVED,
    /** It was approved, and was wrong: a corrected run has taken its place. */
    SUPERSEDED;

    public boolean ended() {
        return this != QUEUED && this != RUNNING;
    }

    public boolean hasProposal() {
        return this == DONE || this == APPROVED || this == SUPERSEDED;
    }
}
