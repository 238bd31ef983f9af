package no.alisplass.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.alisplass.catchment.Area;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;

/** Who is in the register of an area, and who waits in all the areas a hospital serves. */
@ApplicationScoped
public class RegisterLists {
    private static final long[] NOBODY = new long[5];

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

    /** How many wait in each area the hospital serves today, by the areas' codes. */
    @Transactional
    public Result<List<AreaCount>> counts(HospitalId hospital) {
        return areas.of(hospital).map(served -> {
            Map<AreaCode, long[]> counts =
                    store.counts(served.stream().map(Area::code).toList(), age.since());
            return served.stream()
                    .map(area -> {
                        long[] of = counts.getOrDefault(area.code(), NOBODY);
                        return new AreaCount(area, of[0], of[1], of[2], of[3], of[4]);
                    })
                    .toList();
        });
    }

    private DoctorPage page(List<AreaCode> of, DoctorFilter filter, int page, int size) {
        LocalDate since = age.since();
        RegisterStore.Found found = store.list(of, filter, since, page, size);
        return new DoctorPage(
                found.doctors().stream()
                        .map(doctor -> new DoctorRecord(doctor, DoctorRules.withAge(List.of(), doctor, since)))
                        .toList(),
                found.total());
    }
}
