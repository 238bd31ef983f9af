package no.alisplass.waitlist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HalfYear;

/**
 * Checks the entries of one list, alone and against each other.
 *
 * @param today the day the list is read
 * @param halfYears what the round allocates; empty when there is no round
 * @param departments of the round's hospital
 * @param given what other approved rounds have given
 */
record Rules(LocalDate today, List<HalfYear> halfYears, DepartmentNames departments, List<GivenStay> given) {
    Rules {
        halfYears = List.copyOf(halfYears);
        given = List.copyOf(given);
    }

    /** Where no round has given anything. */
    Rules(LocalDate today, List<HalfYear> halfYears, DepartmentNames departments) {
        this(today, halfYears, departments, List.of());
    }

    /** Adds everything there is to say about the entries, each under its row. */
    void check(Map<Integer, WaitlistEntry> entriesByRow, Remarks remarks) {
        entriesByRow.forEach((row, entry) -> {
            EntryRules.check(row, entry, today, remarks);
            ServiceRules.check(row, entry, today, remarks);
            WishRules.check(row, entry, this, remarks);
            GivenRules.check(row, entry, this, remarks);
            TakesPartRules.check(row, entry, this, remarks);
        });
        sameTwice(entriesByRow, WaitlistEntry::hpr)
                .forEach((row, others) -> remarks.error(
                        row, Column.HPR, entriesByRow.get(row).hpr().digits(), "hpr-number-twice", others));
        sameTwice(entriesByRow, entry -> entry.priority() < 1 ? null : entry.priority())
                .forEach((row, others) -> remarks.warning(
                        row, Column.PRIORITY, entriesByRow.get(row).priority(), "priority-twice", others));
    }

    /** The rows whose value stands in another row too, each with those other rows. */
    private static Map<Integer, String> sameTwice(
            Map<Integer, WaitlistEntry> entries, Function<WaitlistEntry, Object> fact) {
        Map<Object, List<Integer>> rows = new HashMap<>();
        entries.forEach((row, entry) -> {
            Object value = fact.apply(entry);
            if (value != null) {
                rows.computeIfAbsent(value, none -> new ArrayList<>()).add(row);
            }
        });
        Map<Integer, String> twice = new java.util.TreeMap<>();
        rows.values().stream()
                .filter(same -> same.size() > 1)
                .forEach(same -> same.forEach(row -> twice.put(
                        row,
                        same.stream()
                                .filter(other -> !other.equals(row))
                                .map(String::valueOf)
                                .collect(java.util.stream.Collectors.joining(", ")))));
        return twice;
    }

    boolean allBlocked(Set<HalfYear> blocked) {
        return !halfYears.isEmpty() && blocked.containsAll(halfYears);
    }
}
