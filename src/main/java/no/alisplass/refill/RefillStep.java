package no.alisplass.refill;

import com.fasterxml.jackson.annotation.JsonInclude;
import no.alisplass.domain.DoctorId;

/**
 * One step on the way to an outcome: a doctor gets what was asked for. What the doctor would rather have, and may ask for, was asked for before and refused: all who are kept
 * there come before the doctor.
 *
 * @param option what the doctor gets, as its index in the doctor's options
 * @param other who has to let go; null where there is room
 */
public record RefillStep(
        Kind kind,
        DoctorId doctor,
        int option,
        @JsonInclude(JsonInclude.Include.NON_NULL) DoctorId other) {

    /** What happens. */
    public enum Kind {
        /** There is room. */
        HELD,
        /** The doctor comes before {@code other} in the seat's order, who has to let go and asks on. */
        INSTEAD,
        /** After all that, the doctor gets a whole of several stays. */
        WHOLE
    }
}
