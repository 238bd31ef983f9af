package no.alisplass.catchment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.domain.Service;
import no.alisplass.domain.Versioned;
import no.alisplass.platform.Audit;

/**
 * Which areas a hospital serves, for what and when, and which are short of specialists. A change names the version of
 * the area it edits and is refused as a conflict when that is not the newest; sending again what stands changes nothing.
 */
@ApplicationScoped
public class Catchment {
    private static final Versioned.Codes VERSIONS =
            new Versioned.Codes("catchment.version-missing", "catchment.changed-meanwhile");

    private final AreaStore areas;
    private final Audit audit;

    @Inject
    Catchment(AreaStore areas, Audit audit) {
        this.areas = areas;
        this.audit = audit;
    }

    /** The services of the hospital whose catchment holds the area on the day; none for an unknown area. */
    @Transactional
    public Set<Service> covered(HospitalId hospital, AreaCode area, LocalDate day) {
        return areas.find(area)
                .map(found -> found.value().covered(hospital, day))
                .orElse(Set.of());
    }

    @Transactional
    public boolean shortOfSpecialists(AreaCode area, LocalDate day) {
        return areas.find(area)
                .map(found -> found.value().shortOfSpecialists(day))
                .orElse(false);
    }

    /** All areas by code. */
    @Transactional
    public List<Area> areas() {
        return areas.all().stream().map(found -> found.value().area()).toList();
    }

    @Transactional
    public Optional<Area> area(AreaCode code) {
        return areas.find(code).map(found -> found.value().area());
    }

    @Transactional
    public boolean knows(AreaCode code) {
        return areas.exists(code);
    }

    /** All areas by code with all that is known of them. */
    @Transactional
    public List<Versioned<AreaRecord>> records() {
        return areas.all();
    }

    @Transactional
    public Result<Versioned<AreaRecord>> read(AreaCode code) {
        return areas.find(code).map(Result::done).orElseGet(() -> unknown(code));
    }

    /** Makes an area or renames it; what is known of its memberships and shortages stays. */
    @Transactional
    public Result<Versioned<AreaRecord>> put(Area area, Long expectedVersion) {
        Optional<Versioned<AreaRecord>> before = areas.lock(area.code());
        AreaRecord after = new AreaRecord(
                area,
                before.map(found -> found.value().memberships()).orElse(List.of()),
                before.map(found -> found.value().shortages()).orElse(List.of()));
        return write(before, after, AreaRules.check("", area), expectedVersion);
    }

    /** Replaces the memberships of an area. */
    @Transactional
    public Result<Versioned<AreaRecord>> putMemberships(
            AreaCode code, List<Membership> memberships, Predicate<HospitalId> knownHospital, Long expectedVersion) {
        return areas.lock(code)
                .map(before -> {
                    AreaRecord after = new AreaRecord(
                            before.value().area(),
                            inOrder(memberships),
                            before.value().shortages());
                    List<Finding> findings = AreaRules.checkMemberships("", code, memberships, knownHospital);
                    return write(Optional.of(before), after, findings, expectedVersion);
                })
                .orElseGet(() -> unknown(code));
    }

    /** Replaces the periods in which an area is short of specialists. */
    @Transactional
    public Result<Versioned<AreaRecord>> putShortages(AreaCode code, List<Shortage> shortages, Long expectedVersion) {
        return areas.lock(code)
                .map(before -> {
                    AreaRecord after =
                            new AreaRecord(before.value().area(), before.value().memberships(), sorted(shortages));
                    return write(
                            Optional.of(before), after, AreaRules.checkShortages("", code, shortages), expectedVersion);
                })
                .orElseGet(() -> unknown(code));
    }

    /**
     * Takes in a whole list, each area replaced with all that is known of it; all of the list or nothing. Areas that are
     * not in the list stay as they are, since waitlists may name them.
     */
    @Transactional
    public Result<List<Versioned<AreaRecord>>> putAll(List<AreaRecord> list, Predicate<HospitalId> knownHospital) {
        List<Finding> findings = AreaRules.checkAll(list, knownHospital);
        if (!findings.isEmpty()) {
            return Result.invalid(findings);
        }
        List<Versioned<AreaRecord>> written = new ArrayList<>();
        // By code, so that two lists taken in at once wait for each other instead of blocking each other.
        list.stream().sorted(Comparator.comparing(one -> one.area().code())).forEach(one -> {
            Optional<Versioned<AreaRecord>> before = areas.lock(one.area().code());
            AreaRecord after = new AreaRecord(one.area(), inOrder(one.memberships()), sorted(one.shortages()));
            written.add(change(before, after));
        });
        return Result.done(written);
    }

    private Result<Versioned<AreaRecord>> write(
            Optional<Versioned<AreaRecord>> before, AreaRecord after, List<Finding> findings, Long expectedVersion) {
        if (!findings.isEmpty()) {
            return Result.invalid(findings);
        }
        Optional<Finding> stale = before.filter(found -> !found.value().equals(after))
                .flatMap(found -> VERSIONS.conflictWith(
                        found.version(), expectedVersion, after.area().code().value()));
        return stale.isPresent() ? Result.conflict(stale.get()) : Result.done(change(before, after));
    }

    private Versioned<AreaRecord> change(Optional<Versioned<AreaRecord>> before, AreaRecord after) {
        if (before.isPresent() && before.get().value().equals(after)) {
            return before.get();
        }
        Versioned<AreaRecord> written = areas.write(after);
        audit.record(
                "catchment.area-put",
                "area/" + after.area().code(),
                before.map(Versioned::value).orElse(null),
                after);
        return written;
    }

    private static List<Membership> inOrder(List<Membership> memberships) {
        return memberships.stream()
                .sorted(Comparator.comparing(Membership::hospital).thenComparing(Membership::from))
                .toList();
    }

    private static List<Shortage> sorted(List<Shortage> shortages) {
        return shortages.stream().sorted(Comparator.comparing(Shortage::from)).toList();
    }

    private static <T> Result<T> unknown(AreaCode code) {
        return Result.notFound(Finding.of("code", code, "catchment.area-unknown", code));
    }
}
