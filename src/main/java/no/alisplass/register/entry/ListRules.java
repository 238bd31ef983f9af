package no.alisplass.register.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.alisplass.domain.Counting;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.ServiceToCome;
import no.alisplass.domain.message.Message;

/**
 * Checks the entries of one list, alone and against each other.
 *
 * @param today the day the list is read
 * @param halfYears what the round allocates; empty when there is no round
 * @param departments of the round's hospital
 * @param counting how the round counts service
 * @param given what other approved rounds have given
 * @param elsewhere the doctors whom other areas have sent to the round
 * @param held the doctors whom the registers of other areas have
 * @param ends when a scheme ends, by what the round ranks by
 */
public record ListRules(
        LocalDate today,
        List<HalfYear> halfYears,
        DepartmentNames departments,
        Counting counting,
        List<GivenStay> given,
        Set<HprNumber> elsewhere,
        Set<HprNumber> held,
        SchemeEnds ends) {
    /** What is too late under a scheme. */
    public interface SchemeEnds {
        /** Whether the hospital serves the area, for anything, when the half-year begins. */
        default boolean serves(HalfYear halfYear) {
            return true;
        }

        /** Why nobody with so much service left could take part. @param start the first day a service could start */
        Optional<Message> tooLate(Scheme scheme, Months left, LocalDate start);
    }

    public ListRules {
        halfYears = List.copyOf(halfYears);
        given = List.copyOf(given);
        elsewhere = Set.copyOf(elsewhere);
        held = Set.copyOf(held);
    }

    /** Where no other round and no other area has a say. */
    public ListRules(LocalDate today, List<HalfYear> halfYears, DepartmentNames departments, Counting counting) {
        this(
                today,
                halfYears,
                departments,
                counting,
                List.of(),
                Set.of(),
                Set.of(),
                (scheme, left, start) -> Optional.empty());
    }

    /** Adds everything there is to say about the entries, each under its row. */
    public void check(Map<Integer, WaitlistEntry> entriesByRow, Remarks remarks) {
        entriesByRow.forEach((row, entry) -> {
            EntryRules.check(row, entry, this, remarks);
            ServiceRules.check(row, entry, this, remarks);
            WishRules.check(row, entry, this, remarks);
            if (entry.hpr() != null && held.contains(entry.hpr())) {
                remarks.error(
                        row,
                        Column.HPR,
                        entry.hpr().digits(),
                        "held-elsewhere",
                        entry.hpr().digits());
            } else if (entry.hpr() != null && elsewhere.contains(entry.hpr())) {
                remarks.warning(row, Column.HPR, null, "on-other-list");
            }
            TakesPartRules.check(row, entry, this, remarks);
            GivenRules.check(row, entry, this, remarks);
        });
        checkNumbers(entriesByRow, remarks);
        sameTwice(entriesByRow, entry -> entry.priority() < 1 ? null : entry.priority())
                .forEach((row, others) -> remarks.warning(
                        row, Column.PRIORITY, entriesByRow.get(row).priority(), "priority-twice", others));
    }

    /** What no two of the entries may share, whatever they are for. */
    public static void checkNumbers(Map<Integer, WaitlistEntry> entriesByRow, Remarks remarks) {
        sameTwice(entriesByRow, WaitlistEntry::hpr)
                .forEach((row, others) -> remarks.error(
                        row, Column.HPR, entriesByRow.get(row).hpr().digits(), "hpr-number-twice", others));
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

    /** What other approved rounds have given the doctor, and what is left after it. */
    public ServiceToCome toCome(WaitlistEntry entry) {
        InstitutionService institution = entry.institution();
        if (entry.hpr() == null || institution.monthsLeft() == null || halfYears.isEmpty()) {
            return new ServiceToCome(List.of(), institution.monthsLeft());
        }
        List<GivenStay> own =
                given.stream().filter(stay -> stay.hpr().equals(entry.hpr())).toList();
        return ServiceToCome.of(institution.monthsLeft(), institution.interrupted(), own, halfYears.get(0));
    }

    /** The day the first service of the round starts. */
    LocalDate first() {
        return halfYears.get(0).start();
    }

    /** The day the last one starts. */
    LocalDate last() {
        return halfYears.get(halfYears.size() - 1).start();
    }

    boolean allBlocked(Set<HalfYear> blocked) {
        return !halfYears.isEmpty() && blocked.containsAll(halfYears);
    }
}
