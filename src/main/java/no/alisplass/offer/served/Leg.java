package no.alisplass.offer.served;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.PositionId;

/**
 * The time a seat gives in one department.
 *
 * @param to the last day, inclusive
 * @param months from the first day to the last
 */
public record Leg(
        PositionId position, HalfYear halfYear, DepartmentId department, LocalDate from, LocalDate to, int months) {

    /** Which of an offer's legs one is. */
    public record Key(PositionId position, HalfYear halfYear, DepartmentId department) {}

    /** The legs of a seat, in their order: one begins where the one before it ends, and the last with the half-year. */
    public static List<Leg> of(PositionId position, HalfYear halfYear, List<GivenStay.Part> parts) {
        List<Leg> legs = new ArrayList<>();
        int done = 0;
        for (GivenStay.Part part : parts) {
            boolean last = legs.size() == parts.size() - 1;
            LocalDate from = halfYear.start().plusMonths(done);
            done += part.months();
            LocalDate to =
                    last ? halfYear.end() : halfYear.start().plusMonths(done).minusDays(1);
            legs.add(new Leg(position, halfYear, part.department(), from, to, part.months()));
        }
        return legs;
    }

    public Key key() {
        return new Key(position, halfYear, department);
    }
}
