package no.alisplass.snapshot;

import no.alisplass.domain.HalfYear;
import no.alisplass.domain.PositionId;

/** A stay that could not be offered to a doctor, and the first rule that forbids it. */
public record InadmissibleStay(PositionId position, HalfYear halfYear, Reason reason) {

    /** Why a stay is not offered, in the order the rules are tried. */
    public enum Reason {
        /** The area does not belong to the hospital's catchment for this department's service on the start date. */
        NOT_COVERED,
        /** A part in one department is shorter than the policy's least, three months (003 §7.3.1.2). */
        PART_TOO_SHORT,
        /** The doctor has had approved service in the department before. */
        ALREADY_SERVED,
        /** An earlier approved round has given the doctor service in the department. */
        GIVEN_THERE,
        /** An earlier approved round has given the doctor a place in that half-year. */
        GIVEN_THEN,
        /** The doctor refuses the department. */
        REFUSED,
        /** The doctor wants only departments that are ranked, and this one is not. */
        NOT_WISHED,
        /** The doctor cannot go in that half-year. */
        BLOCKED,
        /** The doctor wants a later start. */
        BEFORE_EARLIEST_START,
        /** The doctor's affiliation begins after the start; asked only where the policy asks facts on each start. */
        AFFILIATION_BEGINS,
        /** The doctor's affiliation ends before the start (003 §7.3.1.1, criterion 1). */
        AFFILIATION_ENDS,
        /** The municipality has refused leave (003 §7.3.1.1). */
        LEAVE_REFUSED,
        /** The doctor wants the whole service or nothing, and no other part goes with this one. */
        HALF_ONLY
    }
}
