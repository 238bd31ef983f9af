package no.alisplass.capacity;

import java.time.LocalDate;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;

/**
 * A vacancy with its own dates, reported by a department the moment it arises (003 §7.3.1.2).
 *
 * @param id running number
 * @param from first day
 * @param to last day, inclusive
 * @param note what the department wants said about it; null for nothing
 */
public record Vacancy(
        long id,
        HospitalId hospital,
        DepartmentId department,
        LocalDate from,
        LocalDate to,
        boolean onCall,
        String note,
        VacancyState state) {

    /** What can be said of a vacancy: null leaves that part as it is. */
    public record Change(LocalDate from, LocalDate to, Boolean onCall, String note, VacancyState state) {}
}
