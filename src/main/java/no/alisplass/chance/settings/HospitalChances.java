package no.alisplass.chance.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import no.alisplass.capacity.Capacity;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.domain.Versioned;
import no.alisplass.platform.Audit;

/** Whether each hospital lets areas see chances, as its coordinator has set it. Settings never written are the usual ones, version 0. */
@ApplicationScoped
public class HospitalChances {
    private static final Versioned.Codes VERSIONS =
            new Versioned.Codes("chance.settings-version-missing", "chance.settings-changed-meanwhile");

    private final EntityManager database;
    private final Capacity capacity;
    private final Audit audit;

    HospitalChances(EntityManager database, Capacity capacity, Audit audit) {
        this.database = database;
        this.capacity = capacity;
        this.audit = audit;
    }

    /** As they hold now; the usual ones of a hospital that is not known. */
    @Transactional
    @SuppressWarnings("unchecked")
    public Versioned<ChanceSettings> of(HospitalId hospital) {
        List<Tuple> rows = database.createNativeQuery(
                        "select shown, version from chance_settings where hospital_id = :hospital", Tuple.class)
                .setParameter("hospital", hospital.value())
                .getResultList();
        return rows.stream()
                .map(row -> new Versioned<>(
                        new ChanceSettings(hospital, row.get("shown", Boolean.class)), row.get("version", Long.class)))
                .findFirst()
                .orElseGet(() -> new Versioned<>(ChanceSettings.usual(hospital), 0));
    }

    /**
     * Writes them anew, from now on; the same as stand change nothing. Refused NOT_FOUND for an unknown hospital, CONFLICT when another
     * version stands.
     */
    @Transactional
    public Result<Versioned<ChanceSettings>> put(ChanceSettings wanted, Long expectedVersion) {
        HospitalId hospital = wanted.hospital();
        return capacity.read(hospital).then(known -> {
            database.createNativeQuery("select pg_advisory_xact_lock(hashtext('chance-settings/' || :hospital))")
                    .setParameter("hospital", hospital.value())
                    .getSingleResult();
            Versioned<ChanceSettings> before = of(hospital);
            if (before.value().equals(wanted)) {
                return Result.done(before);
            }
            Optional<Finding> stale = VERSIONS.conflictWith(before.version(), expectedVersion, hospital.value());
            if (stale.isPresent()) {
                return Result.conflict(stale.get());
            }
            database.createNativeQuery("insert into chance_settings (hospital_id, shown, version)"
                            + " values (:hospital, :shown, 1) on conflict (hospital_id) do update set"
                            + " shown = :shown, version = chance_settings.version + 1")
                    .setParameter("hospital", hospital.value())
                    .setParameter("shown", wanted.shown())
                    .executeUpdate();
            Versioned<ChanceSettings> after = of(hospital);
            audit.record("chance.settings-put", "hospital/" + hospital + "/chances", before.value(), after.value());
            return Result.done(after);
        });
    }
}
