package no.alisplass.catchment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.domain.Versioned;
import no.alisplass.domain.doctor.Agreed;
import no.alisplass.platform.Audit;

/**
 * Which areas a hospital has an agreement on training with, and which are registered training organisations, as its
 * coordinator keeps it. One never written has version 0; a change names the version it edits.
 */
@ApplicationScoped
public class Agreements {
    private static final Versioned.Codes VERSIONS =
            new Versioned.Codes("catchment.agreement-version-missing", "catchment.agreement-changed-meanwhile");

    private final AgreementStore agreements;
    private final AreaStore areas;
    private final Audit audit;
    private final Clock clock;

    Agreements(AgreementStore agreements, AreaStore areas, Audit audit, Clock clock) {
        this.agreements = agreements;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is known of an area, beside its name. */
    public record OfArea(Area area, Versioned<Agreement> agreement) {}

    /** Of every area that belongs, belonged or will belong to the hospital's catchment, or is told of here; by code. */
    @Transactional
    public List<OfArea> all(HospitalId hospital) {
        Map<AreaCode, Versioned<Agreement>> known = new TreeMap<>();
        agreements.of(hospital).forEach(each -> known.put(each.value().area(), each));
        return areas.all().stream()
                .map(Versioned::value)
                .filter(each -> known.containsKey(each.area().code()) || each.belongsTo(hospital))
                .map(each -> new OfArea(
                        each.area(),
                        known.getOrDefault(
                                each.area().code(), none(hospital, each.area().code()))))
                .toList();
    }

    /** What the hospital has agreed with those areas that it was ever told of. */
    @Transactional
    public Map<AreaCode, Agreed> agreed(HospitalId hospital) {
        return agreements.of(hospital).stream()
                .map(Versioned::value)
                .collect(Collectors.toMap(Agreement::area, Agreement::agreed));
    }

    /** What hospitals know of an area; one that was never told of it is not among them. */
    @Transactional
    public List<Agreement> of(AreaCode area) {
        return agreements.of(area).stream().map(Versioned::value).toList();
    }

    /** Refused NOT_FOUND for an area that is not known. */
    @Transactional
    public Result<OfArea> read(HospitalId hospital, AreaCode area) {
        return areas.find(area)
                .map(known -> Result.done(new OfArea(
                        known.value().area(), agreements.find(hospital, area).orElseGet(() -> none(hospital, area)))))
                .orElseGet(() -> Result.notFound(Finding.of("area", area, "catchment.area-unknown", area)));
    }

    /**
     * Writes what is known anew; the same as stands changes nothing. Refused INVALID when it does not fit together or the
     * area is not the hospital's, CONFLICT when another version stands.
     */
    @Transactional
    public Result<OfArea> put(Agreement agreement, Long expectedVersion) {
        Optional<Versioned<AreaRecord>> area = areas.lock(agreement.area());
        if (area.isEmpty()) {
            return Result.notFound(Finding.of("area", agreement.area(), "catchment.area-unknown", agreement.area()));
        }
        Versioned<Agreement> before = agreements
                .lock(agreement.hospital(), agreement.area())
                .orElseGet(() -> none(agreement.hospital(), agreement.area()));
        if (before.version() == 0 && !area.get().value().belongsTo(agreement.hospital())) {
            return Result.invalid(Finding.of(
                    "area", agreement.area(), "catchment.agreement-outside", agreement.area(), agreement.hospital()));
        }
        List<Finding> findings = AgreementRules.check(agreement, LocalDate.now(clock));
        if (!findings.isEmpty()) {
            return Result.invalid(findings);
        }
        Area known = area.get().value().area();
        if (before.value().equals(agreement)) {
            return Result.done(new OfArea(known, before));
        }
        Optional<Finding> stale = VERSIONS.conflictWith(before.version(), expectedVersion, known.name());
        if (stale.isPresent()) {
            return Result.conflict(stale.get());
        }
        Versioned<Agreement> after = agreements.write(agreement);
        audit.record(
                "catchment.agreement-put",
                "agreement/" + agreement.hospital() + "/" + agreement.area(),
                before.version() == 0 ? null : before.value(),
                after.value());
        return Result.done(new OfArea(known, after));
    }

    private static Versioned<Agreement> none(HospitalId hospital, AreaCode area) {
        return new Versioned<>(Agreement.none(hospital, area), 0);
    }
}
