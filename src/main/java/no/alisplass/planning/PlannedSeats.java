package no.alisplass.planning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Hospital;
import no.alisplass.capacity.Position;
import no.alisplass.capacity.Seats;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.Service;
import no.alisplass.forecast.given.Plan;
import no.alisplass.forecast.given.PlannedPosition;
import no.alisplass.planning.ForecastQuestion.SeatsFrom;
import no.alisplass.problem.Leg;

/** The plan of positions a forecast is of: as registered, as the question says otherwise, and less what is given already. */
@ApplicationScoped
class PlannedSeats {
    private final Capacity capacity;

    PlannedSeats(Capacity capacity) {
        this.capacity = capacity;
    }

    /** Seats that a position has as registered: from each half-year on so many, the last for ever. */
    @Transactional
    List<SeatsFrom> registered(HospitalId hospital, HalfYear first) {
        Map<PositionId, TreeMap<HalfYear, Integer>> known = registeredSeats(hospital, first);
        List<SeatsFrom> seats = new ArrayList<>();
        capacity.positions(hospital).forEach(position -> {
            TreeMap<HalfYear, Integer> from = known.getOrDefault(position.id(), new TreeMap<>());
            if (from.isEmpty()) {
                seats.add(new SeatsFrom(position.id(), first, 0));
            }
            from.forEach((halfYear, count) -> seats.add(new SeatsFrom(position.id(), halfYear, count)));
        });
        return seats;
    }

    /** @param given what approved rounds have given */
    @Transactional
    Plan plan(Hospital hospital, List<Position> positions, ForecastQuestion question, List<GivenStay> given) {
        Map<PositionId, TreeMap<HalfYear, Integer>> seats =
                withAsked(registeredSeats(hospital.id(), question.first()), question.seats());
        Map<List<Object>, Integer> taken = new HashMap<>();
        given.forEach(stay -> taken.merge(List.of(stay.position(), stay.halfYear()), 1, Integer::sum));
        List<PlannedPosition> planned = new ArrayList<>();
        for (Position position : positions) {
            TreeMap<HalfYear, Integer> from = seats.getOrDefault(position.id(), new TreeMap<>());
            TreeMap<HalfYear, Integer> free = new TreeMap<>();
            for (int at = 0; at < question.halfYears(); at++) {
                HalfYear halfYear = question.first().plus(at);
                Map.Entry<HalfYear, Integer> now = from.floorEntry(halfYear);
                int there = now == null ? 0 : now.getValue();
                free.put(halfYear, Math.max(0, there - taken.getOrDefault(List.of(position.id(), halfYear), 0)));
            }
            planned.add(new PlannedPosition(
                    position.id(),
                    position.parts().stream()
                            .map(part -> new Leg(part.department(), part.months()))
                            .toList(),
                    services(hospital, position),
                    free));
        }
        return new Plan(hospital.id(), question.first(), question.halfYears(), question.halfYearsPerRound(), planned);
    }

    /** What is registered holds until the first half-year that is asked about, and nothing of it after that. */
    static Map<PositionId, TreeMap<HalfYear, Integer>> withAsked(
            Map<PositionId, TreeMap<HalfYear, Integer>> registered, List<SeatsFrom> asked) {
        Map<PositionId, TreeMap<HalfYear, Integer>> seats = new HashMap<>(registered);
        asked.stream().collect(Collectors.groupingBy(SeatsFrom::position)).forEach((position, changes) -> {
            Map<HalfYear, Integer> from = changes.stream().collect(Collectors.toMap(SeatsFrom::from, SeatsFrom::seats));
            seats.put(
                    position,
                    new TreeMap<>(PlannedPosition.changed(registered.getOrDefault(position, new TreeMap<>()), from)));
        });
        return seats;
    }

    private static Set<Service> services(Hospital hospital, Position position) {
        return position.parts().stream()
                .flatMap(part -> hospital.serviceOf(part.department()).stream())
                .collect(Collectors.toSet());
    }

    private Map<PositionId, TreeMap<HalfYear, Integer>> registeredSeats(HospitalId hospital, HalfYear first) {
        return since(capacity.everSet(hospital), first);
    }

    /** By position what goes on at the first half-year, however long ago it was set, and all that is set for later. */
    static Map<PositionId, TreeMap<HalfYear, Integer>> since(List<Seats> everSet, HalfYear first) {
        Map<PositionId, TreeMap<HalfYear, Integer>> seats = new HashMap<>();
        everSet.forEach(each -> seats.computeIfAbsent(each.position().id(), none -> new TreeMap<>())
                .put(each.halfYear(), each.count()));
        seats.values().forEach(from -> {
            HalfYear now = from.floorKey(first);
            if (now != null) {
                from.headMap(now).clear();
            }
        });
        return seats;
    }
}
