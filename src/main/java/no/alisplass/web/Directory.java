package no.alisplass.web;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Department;
import no.alisplass.capacity.Hospital;
import no.alisplass.catchment.Area;
import no.alisplass.catchment.Catchment;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.RoundId;
import no.alisplass.round.Round;
import no.alisplass.round.Rounds;

/** What things are called by people; the rooms name them by their ids. */
@Singleton
@Unremovable
class Directory {
    private final Capacity capacity;
    private final Catchment catchment;
    private final Rounds rounds;

    Directory(Capacity capacity, Catchment catchment, Rounds rounds) {
        this.capacity = capacity;
        this.catchment = catchment;
        this.rounds = rounds;
    }

    /** The name of what an id stands for, of each in a collection; everything else as it is. */
    static Object named(Object argument) {
        if (argument instanceof Collection<?> all) {
            return all.stream().map(Directory::named).toList();
        }
        if (!Finding.isId(argument) || Arc.container() == null) {
            return argument;
        }
        Directory directory = Arc.container().instance(Directory.class).get();
        return directory.name(argument).orElseGet(argument::toString);
    }

    private Optional<String> name(Object id) {
        if (id instanceof AreaCode code) {
            return catchment.area(code).map(Area::name);
        }
        if (id instanceof HospitalId hospital) {
            return capacity.hospital(hospital).map(Hospital::name);
        }
        if (id instanceof RoundId round) {
            return rounds.round(round).map(Round::title);
        }
        for (Hospital hospital : capacity.hospitals()) {
            Optional<String> found = id instanceof DepartmentId department
                    ? hospital.department(department).map(Department::name)
                    : position(hospital, (PositionId) id);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> position(Hospital hospital, PositionId id) {
        Names names = new Names(hospital, Map.of());
        return capacity.positions(hospital.id()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(names::position);
    }
}
