package no.alisplass.planning;

/** Where a question is in its life. */
public enum JobState {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    public boolean ended() {
        return this != WAITING && this != RUNNING;
    }
}
