package no.alisplass.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Hospital;
import no.alisplass.catchment.Area;
import no.alisplass.catchment.AreaRecord;
import no.alisplass.catchment.Catchment;
import no.alisplass.catchment.Membership;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.domain.Versioned;
import no.alisplass.register.entry.DepartmentNames;

/** What a register needs to know of areas and of the hospitals that serve them. */
@ApplicationScoped
public class RegisterAreas {
    private final Catchment catchment;
    private final Capacity capacity;
    private final Clock clock;

    @Inject
    RegisterAreas(Catchment catchment, Capacity capacity, Clock clock) {
        this.catchment = catchment;
        this.capacity = capacity;
        this.clock = clock;
    }

    /** The departments of hospitals by the names people write. */
    public static DepartmentNames names(List<Hospital> hospitals) {
        return new DepartmentNames(byId(hospitals));
    }

    private static Map<DepartmentId, List<String>> byId(List<Hospital> hospitals) {
        Map<DepartmentId, List<String>> names = new TreeMap<>();
        for (Hospital hospital : hospitals) {
            hospital.departments()
                    .forEach(department -> names.put(
                            department.id(),
                            List.of(
                                    department.name(),
                                    department.id().value().replaceFirst("^" + hospital.id() + "-", ""))));
        }
        return names;
    }

    /** Whether the hospital serves the area today, for anything. */
    @Transactional
    public boolean serves(HospitalId hospital, AreaCode area) {
        return !catchment.covered(hospital, area, today()).isEmpty();
    }

    /** The hospitals that serve the area today, for anything. */
    @Transactional
    public Set<HospitalId> serving(AreaCode area) {
        LocalDate today = today();
        return catchment.read(area) instanceof Result.Done<Versioned<AreaRecord>> found
                ? found.value().value().memberships().stream()
                        .map(Membership::hospital)
                        .filter(each ->
                                !found.value().value().covered(each, today).isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
    }

    /** The area; refused NOT_FOUND when there is none. */
    Result<AreaCode> known(AreaCode area) {
        return catchment.knows(area) ? Result.done(area) : unknown(area);
    }

    /** As {@link #known}, with its name. */
    Result<Area> named(AreaCode area) {
        return catchment.area(area).map(Result::done).orElseGet(() -> unknown(area));
    }

    static <T> Result<T> unknown(AreaCode area) {
        return Result.notFound(Finding.of("area", area, "waitlist.area-unknown", area));
    }

    /** The departments of the hospitals that serve an area there is, or are going to. */
    @Transactional
    public DepartmentNames served(AreaCode area) {
        return departments(area) instanceof Result.Done<DepartmentNames> done
                ? done.value()
                : new DepartmentNames(Map.of());
    }

    /**
     * The departments of the hospitals that serve the area, or are going to, and those of all others for service that was done there:
     * what a doctor has done stays, whoever serves the area later. Refused NOT_FOUND when there is no such area.
     */
    @Transactional
    public Result<DepartmentNames> departments(AreaCode area) {
        return hospitals(area).map(served -> new DepartmentNames(byId(served), byId(capacity.hospitals())));
    }

    /** The hospitals that serve the area, or are going to, by id; refused NOT_FOUND when there is no such area. */
    @Transactional
    public Result<List<Hospital>> hospitals(AreaCode area) {
        if (!(catchment.read(area) instanceof Result.Done<Versioned<AreaRecord>> found)) {
            return unknown(area);
        }
        LocalDate today = today();
        Set<HospitalId> hospitals = found.value().value().memberships().stream()
                .filter(each -> each.to() == null || !each.to().isBefore(today))
                .map(Membership::hospital)
                .collect(Collectors.toCollection(TreeSet::new));
        return Result.done(hospitals.stream()
                .flatMap(hospital -> capacity.hospital(hospital).stream())
                .toList());
    }

    /** The areas the hospital serves today, by code; refused NOT_FOUND when there is no such hospital. */
    Result<List<Area>> of(HospitalId hospital) {
        LocalDate today = today();
        return capacity.read(hospital).map(known -> catchment.records().stream()
                .map(Versioned::value)
                .filter(area -> !area.covered(hospital, today).isEmpty())
                .map(AreaRecord::area)
                .toList());
    }

    /** The codes of {@link #of}. */
    @Transactional
    public Result<List<AreaCode>> codes(HospitalId hospital) {
        return of(hospital).map(areas -> areas.stream().map(Area::code).toList());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
