package no.alisplass.domain;

import java.time.LocalDate;

/**
 * Days on end, both ends included. It may have been typed the wrong way round: then it holds no day, and {@link #endsBeforeItBegins()} tells.
 *
 * @param from first day; null when it is not known and has passed
 * @param to last day; null while it lasts
 */
public record DateRange(LocalDate from, LocalDate to) {
    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** Whether the two have a day in common, when neither is reversed. */
    public boolean overlaps(DateRange other) {
        return !begunAfter(other.to) && !other.begunAfter(to);
    }

    /** Whether the last day is before the first. */
    public boolean endsBeforeItBegins() {
        return begunAfter(to);
    }

    private boolean begunAfter(LocalDate day) {
        return from != null && day != null && from.isAfter(day);
    }
}
