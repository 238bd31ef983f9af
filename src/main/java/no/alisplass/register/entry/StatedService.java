package no.alisplass.register.entry;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import no.alisplass.domain.Counting;
import no.alisplass.domain.Months;

/**
 * Service as a figure that a municipality states.
 *
 * @param months counted service; null when only periods are given
 * @param openPractice open, unselected practice; null when only periods are given
 * @param on the day the months hold at the beginning of; null when not given, then the day the list is sent
 * @param share the percentage of a position, 0 to 100, at which counted service goes on from then, in open, unselected
 *     practice; null when not given, then a whole position
 */
public record StatedService(
        @JsonProperty("statedService") Months months,
        @JsonProperty("statedOpenPractice") Months openPractice,
        @JsonProperty("statedOn") LocalDate on,
        @JsonProperty("statedShare") Integer share) {
    boolean hasMonths() {
        return months != null || openPractice != null;
    }

    /** The same with a day the months hold on, where there are any and none was given. */
    StatedService heldOn(LocalDate day) {
        return on == null && hasMonths() ? new StatedService(months, openPractice, day, share) : this;
    }

    /** @param sent the day they hold on when they have none of their own */
    public CountedService counted(Counting counting, LocalDate sent) {
        return CountedService.stated(months, openPractice, on == null ? sent : on, share, counting);
    }
}
