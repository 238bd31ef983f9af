package no.alisplass.scenario.least;

import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;

/**
 * How many seats a department could have at the most.
 *
 * @param halfYear null for each half-year of the round
 * @param most all of them, those there are already too; where there are more already, they stay
 */
public record SeatCeiling(DepartmentId department, HalfYear halfYear, int most) {
    /** Whether it is about this place. */
    public boolean holdsIn(DepartmentId other, HalfYear when) {
        return department.equals(other) && (halfYear == null || halfYear.equals(when));
    }
}
