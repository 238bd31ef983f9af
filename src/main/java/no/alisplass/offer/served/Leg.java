package no.alisplass.offer.served;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
        return of(position, halfYear, parts, halfYear.start(), halfYear.end());
    }

    /** As {@link #of(PositionId, HalfYear, List)}, of a seat with days of its own. */
    public static List<Leg> of(
            PositionId position, HalfYear halfYear, List<GivenStay.Part> parts, LocalDate first, LocalDate end) {
        List<Leg> legs = new ArrayList<>();
        int done = 0;
        for (GivenStay.Part part : parts) {
            boolean last = legs.size() == parts.size() - 1;
            LocalDate from = first.plusMonths(done);
            done += part.months();
            LocalDate to = last ? end : first.plusMonths(done).minusDays(1);
            legs.add(new Leg(position, halfYear, part.department(), from, to, part.months()));
        }
        return legs;
    }

    /** Those that one is a stay with, itself too: in one department, each begun the day after the one before it ended. In the order of days. */
    static List<Leg> stay(List<Leg> legs, Leg leg) {
        List<Leg> stay = new ArrayList<>();
        for (Leg each : legs.stream().sorted(Comparator.comparing(Leg::from)).toList()) {
            if (!each.department().equals(leg.department())) {
                continue;
            }
            if (!stay.isEmpty() && !stay.get(stay.size() - 1).to().plusDays(1).equals(each.from())) {
                if (stay.contains(leg)) {
                    return stay;
                }
                stay.clear();
            }
            stay.add(each);
        }
        return stay;
    }

    public Key key() {
        return new Key(position, halfYear, department);
    }
}
