package no.alisplass.register.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.alisplass.domain.Months;
import no.alisplass.register.DoctorFacts;
import no.alisplass.register.InstitutionStay;
import no.alisplass.register.OnCallWish;
import no.alisplass.register.entry.Column;
import no.alisplass.register.file.KeptColumns;
import no.alisplass.register.file.ReadRow;
import no.alisplass.register.file.ReadStay;

/**
 * What is known of a doctor when the row of a file tells of them. A column that the file has not is no change, and so is a cell that
 * tells less than is known and nothing else: months of service at a place that are those of the stays there.
 */
final class ToldFacts {
    private ToldFacts() {}

    /**
     * @param absent the columns that the file has not
     * @param known null for a doctor whom the area does not have
     */
    static DoctorFacts of(ReadRow row, Set<Column> absent, DoctorFacts known, LocalDate today) {
        OnCallWish onCall = row.onCall() == null ? null : OnCallWish.valueOf(row.onCall());
        if (known == null) {
            return new DoctorFacts(row.entry(), told(row.stays()), onCall).dated(today);
        }
        KeptColumns kept = new KeptColumns(absent);
        DoctorFacts now = new DoctorFacts(
                kept.entry(row.entry(), known.entry()),
                kept.either(Column.APPROVED, stays(row.stays(), known.stays()), known.stays()),
                kept.either(Column.ON_CALL, onCall, known.onCall()));
        return now.equals(known) ? known : now.dated(today);
    }

    /** Whether a stay is marked as completed here and does not stand so in the register. */
    static boolean isFalselyCompleted(ReadRow row, DoctorFacts known) {
        List<InstitutionStay> completed = new ArrayList<>(
                known == null
                        ? List.of()
                        : known.stays().stream()
                                .filter(InstitutionStay::isCompleted)
                                .toList());
        return told(row.stays()).stream()
                .filter(InstitutionStay::isCompleted)
                .anyMatch(stay -> !completed.remove(stay));
    }

    private static List<InstitutionStay> told(List<ReadStay> stays) {
        return stays.stream().map(ToldFacts::told).toList();
    }

    private static InstitutionStay told(ReadStay stay) {
        return new InstitutionStay(
                stay.approved().department(),
                stay.approved().elsewhere(),
                stay.from(),
                stay.to(),
                stay.approved().months(),
                stay.completed() ? InstitutionStay.Known.COMPLETED : InstitutionStay.Known.STATED);
    }

    /** What was completed here stays, whatever the file has; and in which order they stand says nothing. */
    private static List<InstitutionStay> stays(List<ReadStay> file, List<InstitutionStay> known) {
        List<InstitutionStay> now = new ArrayList<>();
        Map<InstitutionStay.Place, List<ReadStay>> places = places(file);
        places.forEach((place, there) -> now.addAll(atPlace(there, at(place, known))));
        known.stream()
                .filter(InstitutionStay::isCompleted)
                .filter(stay -> !places.containsKey(stay.place()))
                .forEach(now::add);
        return sameStays(told(file), known) || sameStays(now, known) ? known : now;
    }

    private static Map<InstitutionStay.Place, List<ReadStay>> places(List<ReadStay> file) {
        Map<InstitutionStay.Place, List<ReadStay>> places = new LinkedHashMap<>();
        file.forEach(stay -> places.computeIfAbsent(told(stay).place(), none -> new ArrayList<>())
                .add(stay));
        return places;
    }

    private static List<InstitutionStay> at(InstitutionStay.Place place, List<InstitutionStay> stays) {
        return stays.stream().filter(stay -> stay.place().equals(place)).toList();
    }

    private static List<InstitutionStay> atPlace(List<ReadStay> file, List<InstitutionStay> known) {
        boolean monthsOnly = file.stream().allMatch(ReadStay::isMonthsOnly);
        int months = tenths(told(file));
        if (monthsOnly && months == tenths(known)) {
            return known;
        }
        List<InstitutionStay> completed =
                known.stream().filter(InstitutionStay::isCompleted).toList();
        List<InstitutionStay> now = new ArrayList<>(completed);
        if (monthsOnly && !completed.isEmpty()) {
            int rest = Math.min(10 * Months.MOST, months - tenths(completed));
            if (rest > 0) {
                InstitutionStay first = told(file.get(0));
                now.add(new InstitutionStay(
                        first.department(), first.elsewhere(), null, null, new Months(rest), first.known()));
            }
            return now;
        }
        List<InstitutionStay> already = new ArrayList<>(completed);
        for (ReadStay stay : file) {
            InstitutionStay told = told(stay);
            Optional<InstitutionStay> same =
                    already.stream().filter(each -> isSame(each, told)).findFirst();
            same.ifPresentOrElse(already::remove, () -> now.add(told));
        }
        return now;
    }

    /** Whether the file tells fewer months at a place than were completed there, which stay. */
    static boolean isShortOfCompleted(ReadRow row, DoctorFacts known) {
        return places(row.stays()).entrySet().stream()
                .anyMatch(place -> tenths(told(place.getValue()))
                        < tenths(at(place.getKey(), known.stays()).stream()
                                .filter(InstitutionStay::isCompleted)
                                .toList()));
    }

    private static boolean sameStays(List<InstitutionStay> some, List<InstitutionStay> others) {
        List<InstitutionStay> left = new ArrayList<>(others);
        return some.size() == others.size() && some.stream().allMatch(left::remove);
    }

    /** However it is known. */
    private static boolean isSame(InstitutionStay one, InstitutionStay other) {
        return Objects.equals(one.from(), other.from())
                && Objects.equals(one.to(), other.to())
                && Objects.equals(one.months(), other.months());
    }

    private static int tenths(List<InstitutionStay> stays) {
        return stays.stream()
                .map(InstitutionStay::months)
                .filter(Objects::nonNull)
                .mapToInt(Months::tenths)
                .sum();
    }
}
