package no.alisplass.register.entry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import no.alisplass.domain.DateRange;

/**
 * A stretch of service that counts towards the speciality.
 *
 * @param days its last is null while it goes on
 * @param percentage of a full position, 1 to 100
 * @param kind whether it is also open, unselected practice
 * @param leaves days of the period that do not count; never the reason
 */
public record ServicePeriod(@JsonUnwrapped DateRange days, int percentage, Kind kind, List<DateRange> leaves) {

    /** Open, unselected practice is counted service too. */
    public enum Kind {
        COUNTED,
        OPEN_PRACTICE
    }

    public ServicePeriod {
        leaves = leaves == null ? List.of() : List.copyOf(leaves);
    }

    /** The days at which it begins or ceases to count. */
    Stream<LocalDate> turns() {
        return Stream.concat(edges(days), leaves.stream().flatMap(ServicePeriod::edges));
    }

    private static Stream<LocalDate> edges(DateRange days) {
        return days.to() == null
                ? Stream.of(days.from())
                : Stream.of(days.from(), days.to().plusDays(1));
    }

    boolean counts(LocalDate day) {
        return days.contains(day) && leaves.stream().noneMatch(leave -> leave.contains(day));
    }
}
