package no.alisplass.forecast;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import no.alisplass.domain.HalfYear;

/**
 * What is to be reached.
 *
 * @param by the half-year it must hold in
 * @param underMonths how long the wait may be, not counting those months themselves; 0 where it is only that the queue is to be no longer
 *     then than as the first half-year ends
 * @param share of those who are placed in that half-year or wait as it ends, whose wait must be under it
 * @param certainty in what share of the replications it must be so
 */
@JsonIgnoreProperties(value = "ofQueue", allowGetters = true)
public record Goal(HalfYear by, int underMonths, double share, double certainty) {
    public static final int MOST_MONTHS = 120;

    public Goal {
        if (by == null
                || underMonths < 0
                || underMonths > MOST_MONTHS
                || !(share > 0 && share <= 1)
                || !(certainty > 0 && certainty <= 1)) {
            throw new IllegalArgumentException("A goal has a half-year, from 0 to " + MOST_MONTHS
                    + " months, and a share and a certainty of more than 0 and at most 1.");
        }
    }

    /** That the queue does not grow. */
    public static Goal queueHolds(HalfYear by, double certainty) {
        return new Goal(by, 0, 1, certainty);
    }

    public boolean isOfQueue() {
        return underMonths == 0;
    }

    /** In half-years: what is under so many months is under so many of them, waits being whole half-years. */
    int underHalfYears() {
        return (underMonths + 5) / 6;
    }
}
