package no.alisplass.catchment;

import java.time.LocalDate;

/** Spans of days, both ends inclusive, the last null while it lasts. */
final class Periods {
    private Periods() {}

    static boolean holds(LocalDate from, LocalDate to, LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    static boolean overlap(LocalDate from, LocalDate to, LocalDate otherFrom, LocalDate otherTo) {
        return (otherTo == null || !from.isAfter(otherTo)) && (to == null || !otherFrom.isAfter(to));
    }
}
