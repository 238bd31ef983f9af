package no.alisplass.register;

import java.util.List;

/** Why a doctor no longer waits. It never tells of health. */
public enum ClosingReason {
    /** Works in another municipality, or nowhere in the catchment. */
    MOVED,
    /** The institution service is done. */
    FINISHED,
    NO_LONGER_NEEDED,
    STOPPED_TRAINING,
    ENTERED_IN_ERROR,
    /** Was not on the area's newest list when the register was made; nobody gives this reason. */
    LEFT_LIST;

    /** Those that people give. */
    public static final List<ClosingReason> GIVEN =
            List.of(MOVED, FINISHED, NO_LONGER_NEEDED, STOPPED_TRAINING, ENTERED_IN_ERROR);

    /** Whether the doctor belongs to the area no longer. */
    boolean endsAffiliation() {
        return this == MOVED;
    }
}
