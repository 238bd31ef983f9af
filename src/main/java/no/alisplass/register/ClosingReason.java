package no.alisplass.register;

/** Why a doctor no longer waits. It never tells of health. */
public enum ClosingReason {
    /** Works in another municipality, or nowhere in the catchment. */
    MOVED,
    /** The institution service is done. */
    FINISHED,
    NO_LONGER_NEEDED,
    STOPPED_TRAINING,
    ENTERED_IN_ERROR;

    /** Whether the doctor belongs to the area no longer. */
    boolean endsAffiliation() {
        return this == MOVED;
    }
}
