package no.alisplass.domain;

import java.time.LocalDate;
import java.util.Set;

/**
 * The facts of one doctor that eligibility and priority are decided on, as they stand on the day of the ranking
 * (003 §7.3.1.1). Never the cause of an interruption.
 *
 * @param affiliation null when the doctor has none
 * @param affiliationFrom first day of the affiliation; null when not known
 * @param affiliationTo last day of the affiliation; null when open-ended
 * @param countedService months of service that count towards the speciality
 * @param openPractice months of open, unselected practice (24 are needed)
 * @param objectives learning objectives completed, of 112
 * @param activities learning activities completed
 * @param interrupted whether an earlier institutional service was interrupted
 * @param institutionMonthsLeft months of institutional service the doctor still needs
 * @param areaShortOfSpecialists whether the doctor's area is short of specialists on the day
 * @param covered the services of the hospital whose catchment holds the doctor's area on the day
 */
public record Candidate(
        HprNumber hpr,
        AreaCode area,
        Affiliation affiliation,
        LocalDate affiliationFrom,
        LocalDate affiliationTo,
        Scheme scheme,
        Months countedService,
        Months openPractice,
        int objectives,
        int activities,
        GroupSupervision supervision,
        boolean interrupted,
        Months institutionMonthsLeft,
        boolean areaShortOfSpecialists,
        Set<Service> covered) {
    public Candidate {
        covered = Sorted.copy(covered);
    }
}
