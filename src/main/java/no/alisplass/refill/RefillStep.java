package no.alisplass.refill;

import com.fasterxml.jackson.annotation.JsonInclude;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.ResourceId;

/**
 * One step on the way to an outcome.
 *
 * @param doctor who asks, or is let in; null where everything is done again
 * @param option what the doctor asks for, as its index in the doctor's options
 * @param limit the area's limit that the doctor is let in to
 * @param other who has to let go; of a refusal, who is the last of those who have it
 */
public record RefillStep(
        Kind kind,
        @JsonInclude(JsonInclude.Include.NON_NULL) DoctorId doctor,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer option,
        @JsonInclude(JsonInclude.Include.NON_NULL) ResourceId limit,
        @JsonInclude(JsonInclude.Include.NON_NULL) DoctorId other) {

    /** What happens. */
    public enum Kind {
        /** The area lets the doctor ask for what counts towards its limit. */
        LET_IN,
        /** With those let in just before, more would be away than an area can spare: they are let out again. If it is one doctor, nobody else is let in to these limits either. */
        TAKEN_BACK,
        /** All who take part begin anew, with who is let in as it is. */
        AGAIN,
        /** The doctor asks, and there is room. */
        HELD,
        /** The doctor asks, and comes before {@code other} in the seat's order, who has to let go. */
        INSTEAD,
        /** The doctor asks, and everyone who has the seat comes before; {@code other} is the last of these. */
        REFUSED,
        /** After all that, the doctor gets a whole of several stays. */
        WHOLE
    }

    public static RefillStep letIn(DoctorId doctor, ResourceId limit) {
        return new RefillStep(Kind.LET_IN, doctor, null, limit, null);
    }

    public static RefillStep takenBack() {
        return new RefillStep(Kind.TAKEN_BACK, null, null, null, null);
    }

    public static RefillStep again() {
        return new RefillStep(Kind.AGAIN, null, null, null, null);
    }

    /** @param other null where there is room */
    public static RefillStep asks(Kind kind, DoctorId doctor, int option, DoctorId other) {
        return new RefillStep(kind, doctor, option, null, other);
    }
}
