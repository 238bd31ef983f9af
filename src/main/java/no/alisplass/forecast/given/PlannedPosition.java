package no.alisplass.forecast.given;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.Service;
import no.alisplass.domain.Sorted;
import no.alisplass.problem.Leg;

/**
 * A position as it is planned.
 *
 * @param services of the departments it touches
 * @param from how many seats it has from a half-year on, until another number is given; none before the first
 */
public record PlannedPosition(PositionId id, List<Leg> legs, Set<Service> services, SortedMap<HalfYear, Integer> from) {
    public PlannedPosition {
        legs = List.copyOf(legs);
        services = Sorted.copy(services);
        from = Collections.unmodifiableSortedMap(new TreeMap<>(from));
        if (legs.isEmpty() || from.values().stream().anyMatch(seats -> seats < 0)) {
            throw new IllegalArgumentException(
                    "The position " + id + " needs a department, and no fewer seats than none.");
        }
    }

    /** What stands until the first half-year that is changed, and only what the changes say from then on. @param changes none for none */
    public static SortedMap<HalfYear, Integer> changed(
            SortedMap<HalfYear, Integer> registered, Map<HalfYear, Integer> changes) {
        TreeMap<HalfYear, Integer> from = new TreeMap<>(changes);
        from.putAll(from.isEmpty() ? registered : registered.headMap(from.firstKey()));
        return from;
    }

    public int seats(HalfYear halfYear) {
        SortedMap<HalfYear, Integer> until = from.headMap(halfYear.next());
        return until.isEmpty() ? 0 : until.get(until.lastKey());
    }

    /** The same with other numbers. */
    PlannedPosition with(Map<HalfYear, Integer> seats) {
        return new PlannedPosition(id, legs, services, new TreeMap<>(seats));
    }
}
