package no.alisplass.register.served;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.DateRange;
import no.alisplass.domain.Months;
import no.alisplass.register.DoctorFacts;
import no.alisplass.register.InstitutionStay;
import no.alisplass.register.entry.InstitutionService;

/** What service that was done here makes of the facts of a doctor. */
public final class ServedFacts {
    private ServedFacts() {}

    /**
     * The stays come to what was done, and what is left is less by what counts. An area may have written the service down as soon as it
     * was given: it counts once, and what does not count after all is left again.
     */
    public static DoctorFacts after(DoctorFacts facts, HospitalTold told) {
        InstitutionService institution = facts.entry().institution();
        boolean entered = isEntered(institution.monthsLeft(), told);
        List<InstitutionStay> stays = new ArrayList<>(facts.stays());
        told.stays().forEach(stay -> replace(stays, stay, entered));
        return new DoctorFacts(
                facts.entry()
                        .with(new InstitutionService(
                                institution.approved(),
                                left(institution, told, entered),
                                institution.interrupted() || told.interrupted())),
                stays,
                facts.onCall());
    }

    /** Whether what the area says is left is without all that was given. */
    static boolean isEntered(Months left, HospitalTold told) {
        if (left == null || told.before() == null) {
            return false;
        }
        Months without = told.open().until(told.earlier().until(told.before()));
        return left.compareTo(without) <= 0;
    }

    /** As the next round takes it too: never more than was left when it was given, less what counts of it. */
    private static Months left(InstitutionService institution, HospitalTold told, boolean entered) {
        Months now = institution.monthsLeft();
        if (now == null) {
            return null;
        }
        if (entered) {
            int notServed = told.counted().until(told.given()).tenths();
            return new Months(Math.min(10 * Months.MOST, now.tenths() + notServed));
        }
        if (institution.interrupted() || told.before() == null) {
            return told.counted().until(now);
        }
        Months most = told.counted().until(told.earlier().until(told.before()));
        return most.compareTo(now) < 0 ? most : now;
    }

    /** In place of what the area has stated of the same. */
    private static void replace(List<InstitutionStay> stays, InstitutionStay done, boolean entered) {
        boolean replaced = stays.removeIf(
                stay -> isStatedThere(stay, done) && hasDays(stay) && days(stay).overlaps(days(done)));
        if (!replaced && entered) {
            for (int at = 0; at < stays.size(); at++) {
                InstitutionStay stay = stays.get(at);
                if (isStatedThere(stay, done) && !hasDays(stay)) {
                    stays.remove(at);
                    Months rest = done.months().until(stay.months());
                    if (rest.tenths() > 0) {
                        stays.add(
                                at,
                                new InstitutionStay(
                                        stay.department(), stay.elsewhere(), null, null, rest, stay.known()));
                    }
                    break;
                }
            }
        }
        stays.add(done);
    }

    private static boolean isStatedThere(InstitutionStay stay, InstitutionStay done) {
        return !stay.isCompleted() && stay.months() != null && stay.place().equals(done.place());
    }

    private static boolean hasDays(InstitutionStay stay) {
        return stay.from() != null || stay.to() != null;
    }

    private static DateRange days(InstitutionStay stay) {
        return new DateRange(stay.from(), stay.to());
    }
}
