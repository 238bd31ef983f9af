package no.alisplass.web.text;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Department;
import no.alisplass.capacity.Hospital;
import no.alisplass.catchment.Area;
import no.alisplass.catchment.Catchment;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.message.Message;
import no.alisplass.round.Round;
import no.alisplass.round.Rounds;

/**
 * What things are called by people; the rooms name them by their ids. Asked for a page at a time, so that the same is not
 * looked up again for every line.
 */
@RequestScoped
@Unremovable // looked up where texts are made, and injected nowhere
public class Directory {
    private final Capacity capacity;
    private final Catchment catchment;
    private final Rounds rounds;
    private final Map<RoundId, Optional<String>> titles = new HashMap<>();
    private Map<AreaCode, String> areas;
    private List<Hospital> hospitals;
    private Map<PositionId, String> positions;

    Directory(Capacity capacity, Catchment catchment, Rounds rounds) {
        this.capacity = capacity;
        this.catchment = catchment;
        this.rounds = rounds;
    }

    /** The name of what an id stands for, of each in a collection and in what a message names; everything else as it is. */
    static Object named(Object argument) {
        if (argument instanceof Collection<?> all) {
            return all.stream().map(Directory::named).toList();
        }
        if (argument instanceof Message message) {
            return Message.of(
                    message.code(),
                    message.arguments().stream().map(Directory::named).toArray());
        }
        if (!Message.isId(argument)
                || Arc.container() == null
                || !Arc.container().requestContext().isActive()) {
            return argument;
        }
        Directory directory = Arc.container().instance(Directory.class).get();
        return directory.name(argument).orElseGet(argument::toString);
    }

    // Not private: it is asked through the bean, which is a proxy.
    Optional<String> name(Object id) {
        if (id instanceof AreaCode code) {
            return Optional.ofNullable(areas().get(code));
        }
        if (id instanceof RoundId round) {
            return titles.computeIfAbsent(round, each -> rounds.round(each).map(Round::title));
        }
        if (id instanceof PositionId position) {
            return Optional.ofNullable(positions().get(position));
        }
        return id instanceof HospitalId hospital
                ? hospitals().stream()
                        .filter(each -> each.id().equals(hospital))
                        .findFirst()
                        .map(Hospital::name)
                : hospitals().stream()
                        .flatMap(each -> each.department((DepartmentId) id).stream())
                        .findFirst()
                        .map(Department::name);
    }

    /** What the hospital's departments and positions, and all areas, are called. */
    public Names names(HospitalId hospital) {
        return new Names(capacity.hospital(hospital).orElseThrow(), areas());
    }

    private Map<AreaCode, String> areas() {
        if (areas == null) {
            areas = catchment.areas().stream().collect(Collectors.toMap(Area::code, Area::name));
        }
        return areas;
    }

    private List<Hospital> hospitals() {
        if (hospitals == null) {
            hospitals = capacity.hospitals();
        }
        return hospitals;
    }

    private Map<PositionId, String> positions() {
        if (positions == null) {
            positions = new HashMap<>();
            for (Hospital hospital : hospitals()) {
                Names names = new Names(hospital, Map.of());
                capacity.positions(hospital.id()).forEach(each -> positions.put(each.id(), names.position(each)));
            }
        }
        return positions;
    }
}
