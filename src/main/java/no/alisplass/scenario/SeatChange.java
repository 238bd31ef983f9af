package no.alisplass.scenario;

import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;

/** How many seats a department would have in a half-year, in place of what it has. */
public record SeatChange(DepartmentId department, HalfYear halfYear, int seats) {
    /** The most seats of a department in a half-year that can be asked about; more than can be registered, for who plans may think far. */
    public static final int MOST = 500;
}
