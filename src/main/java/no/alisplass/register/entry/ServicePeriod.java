package no.alisplass.register.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stretch of service that counts towards the speciality.
 *
 * @param from first day
 * @param to last day, inclusive; null while it goes on
 * @param percentage of a full position, 1 to 100
 * @param kind whether it is also open, unselected practice
 * @param leaves days of the period that do not count
 */
public record ServicePeriod(LocalDate from, LocalDate to, int percentage, Kind kind, List<Leave> leaves) {

    /** Open, unselected practice is counted service too. */
    public enum Kind {
        COUNTED,
        OPEN_PRACTICE
    }

    /** Days away within a period, both inclusive; {@code to} is null while it goes on. Never the reason. */
    public record Leave(LocalDate from, LocalDate to) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    public ServicePeriod {
        leaves = leaves == null ? List.of() : List.copyOf(leaves);
    }

    /** The days at which it begins or ceases to count. */
    Stream<LocalDate> turns() {
        return Stream.concat(edges(from, to), leaves.stream().flatMap(leave -> edges(leave.from(), leave.to())));
    }

    private static Stream<LocalDate> edges(LocalDate from, LocalDate to) {
        return to == null ? Stream.of(from) : Stream.of(from, to.plusDays(1));
    }

    boolean counts(LocalDate day) {
        return !day.isBefore(from)
                && (to == null || !day.isAfter(to))
                && leaves.stream().noneMatch(leave -> leave.holds(day));
    }
}
