package no.alisplass.scenario;

import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;

/** How many seats a department would have in a half-year, in place of what it has. */
public record SeatChange(DepartmentId department, HalfYear halfYear, int seats) {}
