package no.alisplass.refill;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.ResourceId;

/**
 * A seat that was there to give, which a doctor would rather have had, and why the doctor did not get it. In line for a seat stand
 * those who got it in this refill and all who take part and would rather have it than what they have after.
 *
 * @param option the doctor's option that is this seat
 * @param place the doctor's place in the line by rank, from 1; so many less one stand ahead
 * @param line how many stand in it
 * @param to who got it in this refill, by rank; more than one where there were more seats, none where it was left free
 * @param limit the limit of the doctor's area that was in the way; null where none was
 */
public record Missed(
        ResourceId seat,
        int option,
        Why why,
        int place,
        int line,
        List<DoctorId> to,
        @JsonInclude(JsonInclude.Include.NON_NULL) ResourceId limit) {
    public Missed {
        to = List.copyOf(to);
    }

    /** What was in the way. */
    public enum Why {
        /** All there was of it went to doctors who stand ahead. */
        AHEAD,
        /** The doctor's area has as many away as it can spare. */
        LIMIT,
        /**
         * The doctor was tried, and left out of this limit: more would have been away than the area, or another, can spare, since someone would have fallen back on a limit
         * that was full by then.
         */
        LEFT_OUT
    }
}
