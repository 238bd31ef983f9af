package no.alisplass.register.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.alisplass.catchment.Area;
import no.alisplass.catchment.Catchment;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.register.DoctorFilter;
import no.alisplass.register.DoctorPage;
import no.alisplass.register.DoctorRecord;
import no.alisplass.register.RegisterAreas;
import no.alisplass.register.RegisterLists;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.register.entry.DepartmentNames;
import no.alisplass.register.entry.ListArea;

/** What files of a register need to know of the area whose register it is. */
@ApplicationScoped
class ServedArea {
    /** No area has as many. */
    private static final int ALL = 100_000;

    private final RegisterAreas areas;
    private final RegisterLists lists;
    private final Catchment catchment;
    private final Clock clock;

    @Inject
    ServedArea(RegisterAreas areas, RegisterLists lists, Catchment catchment, Clock clock) {
        this.areas = areas;
        this.lists = lists;
        this.catchment = catchment;
        this.clock = clock;
    }

    /** @param departments as {@link RegisterAreas#departments} */
    record Served(ListArea area, DepartmentNames departments, LocalDate today) {}

    /** Refused NOT_FOUND when there is no such area. */
    @Transactional
    Result<Served> of(AreaCode area) {
        String name = catchment.area(area).map(Area::name).orElse(area.value());
        return areas.departments(area)
                .map(departments -> new Served(new ListArea(area, name), departments, LocalDate.now(clock)));
    }

    /** Those who wait in the area, by name. */
    List<RegisteredDoctor> waiting(AreaCode area) {
        return lists.doctors(area, DoctorFilter.WAITING, 0, ALL) instanceof Result.Done<DoctorPage> done
                ? done.value().doctors().stream().map(DoctorRecord::doctor).toList()
                : List.of();
    }

    /** Those of {@link #waiting} who are none of these. */
    List<RegisteredDoctor> waitingBesides(AreaCode area, Set<HprNumber> doctors) {
        return waiting(area).stream()
                .filter(doctor -> !doctors.contains(doctor.hpr()))
                .toList();
    }
}
