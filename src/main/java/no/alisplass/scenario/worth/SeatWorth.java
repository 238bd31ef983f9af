package no.alisplass.scenario.worth;

import com.fasterxml.jackson.annotation.JsonInclude;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.scenario.Difference;

/**
 * What one seat more, and one less, would be worth in a department and half-year.
 *
 * @param seats how many there are
 * @param more what one more would do, by working the round out again
 * @param less what one less would do; null where there is none
 */
public record SeatWorth(
        DepartmentId department,
        HalfYear halfYear,
        int seats,
        Prices prices,
        Difference more,
        @JsonInclude(JsonInclude.Include.NON_NULL) Difference less,
        Reading reading) {

    /**
     * What the round's proof says of one seat more, without working anything out again: of how many doctors it would no longer prove that they can get nothing
     * better. Nobody ahead of the first of them can be affected.
     *
     * @param waiting how many of them wait; where there is one, the prices let expect that one more is placed
     * @param first the first of them by rank; null where there is none
     * @param unproven of how many others it does not hold as it is, which says nothing of seats; none when it is whole
     */
    public record Prices(
            int doctors,
            int waiting,
            @JsonInclude(JsonInclude.Include.NON_NULL) DoctorId first,
            int unproven) {
        /** How many more the prices let expect to be placed. */
        public int expected() {
            return waiting > 0 ? 1 : 0;
        }
    }

    /** How the prices and what comes of working the round out again go together. */
    public enum Reading {
        /** The round's proof holds as it stands with one seat more: nobody's outcome changes, and none needed to be worked out. */
        NOTHING,
        /** As many more are placed as the prices let expect, and some get something better. */
        AGREES,
        /** The prices point here, and nothing changes: other prices prove as much with one seat more. There was more than one proof. */
        OTHER_PRICES,
        /** The prices point at somebody who waits; but those who get something better are all placed already, and nobody is let in behind them. */
        GOES_TO_PLACED,
        /** Otherwise: options of several seats or limits of areas are in it, so that one seat more places several, or fewer, or one in place of another. */
        SEVERAL
    }

    /** How many more are placed by one seat more. */
    public int placed() {
        return more.then().placed() - more.now().placed();
    }
}
