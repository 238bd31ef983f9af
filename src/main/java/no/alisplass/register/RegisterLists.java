package no.alisplass.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.alisplass.catchment.Area;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.register.entry.Remark;

/** Who is in the register of an area, and who waits in all the areas a hospital serves. */
@ApplicationScoped
public class RegisterLists {
    private static final long[] NOBODY = new long[6];

    /** No area has as many. */
    private static final int ALL = 100_000;

    private final RegisterStore store;
    private final RegisterAreas areas;
    private final RegisterAge age;

    @Inject
    RegisterLists(RegisterStore store, RegisterAreas areas, RegisterAge age) {
        this.store = store;
        this.areas = areas;
        this.age = age;
    }

    /** Those of an area, by name; each with the remark that it has grown old, where it has. @param page from 0 */
    @Transactional
    public Result<DoctorPage> doctors(AreaCode area, DoctorFilter filter, int page, int size) {
        return areas.known(area).map(known -> page(List.of(area), filter, page, size));
    }

    /** As {@link #doctors(AreaCode, DoctorFilter, int, int)}, each with all there is to say of it. */
    @Transactional
    public Result<DoctorPage> checked(AreaCode area, DoctorFilter filter, int page, int size) {
        LocalDate today = age.today();
        return areas.departments(area)
                .map(departments -> page(
                        List.of(area),
                        filter,
                        page,
                        size,
                        doctor -> DoctorRules.check(doctor.facts(), departments, today)));
    }

    /** All of an area who wait and of whom nothing is wrong, by name; nobody of an area whose register is not known. */
    @Transactional
    public List<RegisteredDoctor> ready(AreaCode area) {
        return checked(area, DoctorFilter.WAITING, 0, ALL) instanceof Result.Done<DoctorPage> page
                ? page.value().doctors().stream()
                        .filter(record -> record.remarks().stream().noneMatch(Remark::isError))
                        .map(DoctorRecord::doctor)
                        .toList()
                : List.of();
    }

    /**
     * As {@link #doctors(AreaCode, DoctorFilter, int, int)}, of all areas the hospital serves today.
     *
     * @param area only that one, which it must serve; null for all
     */
    @Transactional
    public Result<DoctorPage> doctors(HospitalId hospital, AreaCode area, DoctorFilter filter, int page, int size) {
        return areas.codes(hospital)
                .then(served -> area == null || served.contains(area)
                        ? Result.done(page(area == null ? served : List.of(area), filter, page, size))
                        : RegisterAreas.unknown(area));
    }

    /** What doctors are called, whoever has them; who is not registered, or was in error, is left out. For those who reach them by something else. */
    @Transactional
    public Map<HprNumber, String> names(Collection<HprNumber> doctors) {
        return store.names(doctors, null);
    }

    /** As {@link #names(Collection)}, only of those whom an area has now: nobody tells it what others are called. */
    @Transactional
    public Map<HprNumber, String> names(Collection<HprNumber> doctors, AreaCode area) {
        return store.names(doctors, area);
    }

    /** Who waits, and in which area. */
    public record Named(HprNumber hpr, AreaCode area, String name) {}

    /** Everyone who waits in the areas the hospital serves today, by name; refused NOT_FOUND when there is no such hospital. */
    @Transactional
    public Result<List<Named>> waiting(HospitalId hospital) {
        return areas.codes(hospital).map(store::waiting);
    }

    /** How many wait in each area the hospital serves today, by the areas' codes. */
    @Transactional
    public Result<List<AreaCount>> counts(HospitalId hospital) {
        return areas.of(hospital).map(this::counts);
    }

    /** How many wait in the area. */
    @Transactional
    public Result<AreaCount> count(AreaCode area) {
        return areas.named(area).map(named -> counts(List.of(named)).get(0));
    }

    private List<AreaCount> counts(List<Area> of) {
        Map<AreaCode, long[]> counts = store.counts(of.stream().map(Area::code).toList(), age.since());
        return of.stream()
                .map(area -> {
                    long[] each = counts.getOrDefault(area.code(), NOBODY);
                    return new AreaCount(area, each[0], each[1], each[2], each[3], each[4], each[5]);
                })
                .toList();
    }

    /** From when how many of each area the hospital serves today want to serve; areas where nobody waits are left out. */
    @Transactional
    public Result<List<AreaNeed>> needs(HospitalId hospital) {
        return areas.of(hospital).map(served -> {
            Map<AreaCode, Area> areasByCode = served.stream().collect(Collectors.toMap(Area::code, area -> area));
            return store.needs(areasByCode.keySet()).stream()
                    .map(need -> new AreaNeed(
                            areasByCode.get(need.area()),
                            need.from() == null ? null : HalfYear.containing(need.from()),
                            need.doctors(),
                            need.interrupted()))
                    .toList();
        });
    }

    private DoctorPage page(List<AreaCode> of, DoctorFilter filter, int page, int size) {
        return page(of, filter, page, size, doctor -> List.of());
    }

    private DoctorPage page(
            List<AreaCode> of,
            DoctorFilter filter,
            int page,
            int size,
            Function<RegisteredDoctor, List<Remark>> remarks) {
        LocalDate since = age.since();
        RegisterStore.Found found = store.list(of, filter, since, page, size);
        return new DoctorPage(
                found.doctors().stream()
                        .map(doctor ->
                                new DoctorRecord(doctor, DoctorRules.withAge(remarks.apply(doctor), doctor, since)))
                        .toList(),
                found.total());
    }
}
