package no.alisplass.vacancy.rank;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Service;

/**
 * A vacancy as doctors are ranked for it.
 *
 * @param service of the department
 * @param to the last day, inclusive
 * @param deadline the day on which areas have nominated: where the policy counts service to the deadline, it is to this
 * @param seed settles ties
 */
public record VacancyCase(
        long id,
        HospitalId hospital,
        DepartmentId department,
        Service service,
        LocalDate from,
        LocalDate to,
        LocalDate deadline,
        String seed) {

    /** Whole months that the days come to. */
    public int months() {
        return months(from, to);
    }

    /** Whole months from a first day to a last. */
    public static int months(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.MONTHS.between(from, to.plusDays(1)));
    }

    /** The latest first day from which so many whole months are left. */
    public static LocalDate lastBeginning(LocalDate to, int months) {
        return to.plusDays(1).minusMonths(months);
    }

    /** Whether some of the days are in a half-year. */
    boolean isIn(HalfYear halfYear) {
        return !from.isAfter(halfYear.end()) && !to.isBefore(halfYear.start());
    }
}
