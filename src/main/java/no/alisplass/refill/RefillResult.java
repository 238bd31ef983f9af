package no.alisplass.refill;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import no.alisplass.domain.DoctorId;

/**
 * What a refill comes to for one doctor.
 *
 * @param option what is held after, as its index in the doctor's options; null for nothing
 * @param from what was held before, where it is another; null otherwise
 * @param missed of a doctor who takes part: the seats that were there to give and that the doctor would rather have had, in the order of the doctor's wishes
 */
public record RefillResult(
        DoctorId doctor,
        Kind kind,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer option,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer from,
        List<Missed> missed) {
    public RefillResult {
        missed = List.copyOf(missed);
    }

    /** How a doctor comes out. */
    public enum Kind {
        /** Holds what was held before. */
        KEPT,
        /** Held something and gets something better. */
        UPGRADED,
        /** Held nothing and gets something. */
        PLACED,
        /** Goes on waiting. */
        WAITS,
        /** Has no part: out, or settled by hand to get nothing. */
        OUT
    }
}
