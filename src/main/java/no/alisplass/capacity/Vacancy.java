package no.alisplass.capacity;

import java.time.Instant;
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
 * @param counts whether the service counts towards the speciality; false where that was said on purpose
 * @param course null for one that is not told to areas
 */
public record Vacancy(
        long id,
        HospitalId hospital,
        DepartmentId department,
        LocalDate from,
        LocalDate to,
        boolean onCall,
        String note,
        VacancyState state,
        boolean counts,
        Course course) {

    /**
     * By what, and until when, it is filled by rank.
     *
     * @param lotterySeed settles ties; drawn when the vacancy was told
     * @param nominateBy until when areas nominate their doctors or take them out
     * @param releaseAt when it is released to all
     */
    public record Course(
            String policyId, int policyVersion, String lotterySeed, Instant nominateBy, Instant releaseAt) {}

    /** What can be said of a vacancy: null leaves that part as it is. */
    public record Change(LocalDate from, LocalDate to, Boolean onCall, String note, VacancyState state) {}

    public Vacancy in(VacancyState newState) {
        return new Vacancy(id, hospital, department, from, to, onCall, note, newState, counts, course);
    }

    public Vacancy with(Course newCourse) {
        return new Vacancy(id, hospital, department, from, to, onCall, note, state, counts, newCourse);
    }

    public Vacancy from(LocalDate newFrom) {
        return new Vacancy(id, hospital, department, newFrom, to, onCall, note, state, counts, course);
    }

    /** With what a change says. */
    public Vacancy with(Change change) {
        return new Vacancy(
                id,
                hospital,
                department,
                change.from() == null ? from : change.from(),
                change.to() == null ? to : change.to(),
                change.onCall() == null ? onCall : change.onCall(),
                change.note() == null ? note : change.note(),
                change.state() == null ? state : change.state(),
                counts,
                course);
    }
}
