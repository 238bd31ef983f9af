package no.alisplass.scenario.sweep;

import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.scenario.SeatChange;

/** From so many seats to so many, both tried, in a department and half-year. */
public record SeatRange(DepartmentId department, HalfYear halfYear, int from, int to) {
    /** How many numbers of seats it tries. */
    public long size() {
        return to - from + 1L;
    }

    SeatChange with(int seats) {
        return new SeatChange(department, halfYear, seats);
    }
}
