package no.alisplass.register.entry;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Months;

/**
 * How far a doctor has come with service in institutions.
 *
 * @param approved months already approved, by department
 * @param monthsLeft that the doctor still needs
 * @param interrupted whether a service had to be broken off; never the cause
 */
public record InstitutionService(List<ApprovedMonths> approved, Months monthsLeft, boolean interrupted) {
    public InstitutionService {
        approved = approved == null ? List.of() : List.copyOf(approved);
    }

    /** The hospital's own departments that have approved months. */
    public Set<DepartmentId> departments() {
        return approved.stream()
                .map(ApprovedMonths::department)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same when so much was done. */
    public InstitutionService with(List<ApprovedMonths> newApproved, Months newMonthsLeft) {
        return new InstitutionService(newApproved, newMonthsLeft, interrupted);
    }
}
