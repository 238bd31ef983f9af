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
import no.alisplass.domain.Wishes;
import no.alisplass.domain.doctor.Employment;
import no.alisplass.domain.doctor.Readiness;
import no.alisplass.register.DoctorFacts;
import no.alisplass.register.InstitutionStay;
import no.alisplass.register.OnCallWish;
import no.alisplass.register.entry.Column;
import no.alisplass.register.entry.InstitutionService;
import no.alisplass.register.entry.Person;
import no.alisplass.register.entry.ServiceRecord;
import no.alisplass.register.entry.StatedService;
import no.alisplass.register.entry.Training;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.register.file.ReadRow;
import no.alisplass.register.file.ReadStay;

/**
 * What is known of a doctor when the row of a file tells of them. A column that the file has not is no change, and so is a cell that
 * tells less than is known and nothing else: months of service at a place that are those of the stays there.
 */
final class ToldFacts {
    private final ReadRow row;
    private final Set<Column> absent;

    private ToldFacts(ReadRow row, Set<Column> absent) {
        this.row = row;
        this.absent = absent;
    }

    /**
     * @param absent the columns that the file has not
     * @param known null for a doctor whom the area does not have
     */
    static DoctorFacts of(ReadRow row, Set<Column> absent, DoctorFacts known, LocalDate today) {
        OnCallWish onCall = row.onCall() == null ? null : OnCallWish.valueOf(row.onCall());
        if (known == null) {
            return new DoctorFacts(row.entry(), told(row.stays()), onCall).dated(today);
        }
        ToldFacts told = new ToldFacts(row, absent);
        DoctorFacts now = new DoctorFacts(
                told.entry(known.entry()),
                told.either(Column.APPROVED, stays(row.stays(), known.stays()), known.stays()),
                told.either(Column.ON_CALL, onCall, known.onCall()));
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

    private <T> T either(Column column, T inFile, T known) {
        return absent.contains(column) ? known : inFile;
    }

    private WaitlistEntry entry(WaitlistEntry known) {
        WaitlistEntry file = row.entry();
        return new WaitlistEntry(
                file.priority(),
                new Person(
                        file.name(),
                        file.hpr(),
                        either(
                                Column.EMAIL,
                                file.person().email(),
                                known.person().email())),
                employment(file.employment(), known.employment()),
                new Training(
                        file.training().scheme(),
                        either(
                                Column.START,
                                file.training().start(),
                                known.training().start())),
                new ServiceRecord(
                        stated(file.service().stated(), known.service().stated()),
                        either(
                                Column.PERIODS,
                                file.service().periods(),
                                known.service().periods())),
                file.progress(),
                new InstitutionService(
                        List.of(),
                        file.institution().monthsLeft(),
                        either(
                                Column.INTERRUPTED,
                                file.institution().interrupted(),
                                known.institution().interrupted())),
                wishes(file.wishes(), known.wishes()),
                new Readiness(
                        either(
                                Column.LEAVE,
                                file.readiness().leave(),
                                known.readiness().leave()),
                        either(
                                Column.LOCUM,
                                file.readiness().locum(),
                                known.readiness().locum())),
                either(Column.NOTE, file.note(), known.note()));
    }

    /** The days of another affiliation are not those of this one. */
    private Employment employment(Employment file, Employment known) {
        boolean same = file.kind() == known.kind();
        return new Employment(
                file.kind(),
                either(Column.AFFILIATION_FROM, file.from(), same ? known.from() : null),
                either(Column.AFFILIATION_TO, file.to(), same ? known.to() : null));
    }

    /** Months that are as they were hold on the day they did, where the file tells none. */
    private StatedService stated(StatedService file, StatedService known) {
        Months months = either(Column.SERVICE, file.months(), known.months());
        Months open = either(Column.OPEN_PRACTICE, file.openPractice(), known.openPractice());
        boolean same = Objects.equals(months, known.months()) && Objects.equals(open, known.openPractice());
        return new StatedService(
                months,
                open,
                file.on() == null && same ? known.on() : file.on(),
                either(Column.STATED_SHARE, file.share(), known.share()));
    }

    private Wishes wishes(Wishes file, Wishes known) {
        return new Wishes(
                either(Column.WISH, file.ranked(), known.ranked()),
                either(Column.ONLY_RANKED, file.onlyRanked(), known.onlyRanked()),
                either(Column.REFUSED, file.refused(), known.refused()),
                either(Column.EARLIEST, file.earliestStart(), known.earliestStart()),
                either(Column.BLOCKED, file.blocked(), known.blocked()),
                either(Column.WEIGHT, file.weight(), known.weight()),
                either(Column.WHOLE_ONLY, file.wholeOnly(), known.wholeOnly()));
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
