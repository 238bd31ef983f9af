package no.alisplass.vacancy.settings;

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

/** How each hospital fills vacancies, as its coordinator has set it. Settings never written are the usual ones, version 0. */
@ApplicationScoped
public class HospitalVacancies {
    private static final Versioned.Codes VERSIONS =
            new Versioned.Codes("vacancy.settings-version-missing", "vacancy.settings-changed-meanwhile");
    private static final String READ =
            "select nominate_days, release_weeks, version from vacancy_settings where hospital_id = :hospital";

    private final EntityManager database;
    private final Capacity capacity;
    private final Audit audit;

    HospitalVacancies(EntityManager database, Capacity capacity, Audit audit) {
        this.database = database;
        this.capacity = capacity;
        this.audit = audit;
    }

    /** As they hold now; the usual ones of a hospital that is not known. */
    @Transactional
    @SuppressWarnings("unchecked")
    public Versioned<VacancySettings> of(HospitalId hospital) {
        List<Tuple> rows = database.createNativeQuery(READ, Tuple.class)
                .setParameter("hospital", hospital.value())
                .getResultList();
        return rows.stream()
                .map(row -> new Versioned<>(
                        new VacancySettings(
                                hospital,
                                row.get("nominate_days", Integer.class),
                                row.get("release_weeks", Integer.class)),
                        row.get("version", Long.class)))
                .findFirst()
                .orElseGet(() -> new Versioned<>(VacancySettings.usual(hospital), 0));
    }

    /**
     * Writes them anew, for vacancies that are reported from then on; the same as stand change nothing. Refused NOT_FOUND for an unknown
     * hospital, INVALID when a number is out of bounds, CONFLICT when another version stands.
     */
    @Transactional
    public Result<Versioned<VacancySettings>> put(VacancySettings wanted, Long expectedVersion) {
        HospitalId hospital = wanted.hospital();
        return capacity.read(hospital).then(known -> {
            List<Finding> faults = wanted.faults();
            if (!faults.isEmpty()) {
                return Result.invalid(faults);
            }
            database.createNativeQuery("select pg_advisory_xact_lock(hashtext('vacancy-settings/' || :hospital))")
                    .setParameter("hospital", hospital.value())
                    .getSingleResult();
            Versioned<VacancySettings> before = of(hospital);
            if (before.value().equals(wanted)) {
                return Result.done(before);
            }
            Optional<Finding> stale = VERSIONS.conflictWith(before.version(), expectedVersion, hospital.value());
            if (stale.isPresent()) {
                return Result.conflict(stale.get());
            }
            database.createNativeQuery(
                            "insert into vacancy_settings (hospital_id, nominate_days, release_weeks, version)"
                                    + " values (:hospital, :days, :weeks, 1) on conflict (hospital_id) do update set"
                                    + " nominate_days = :days, release_weeks = :weeks, version = vacancy_settings.version + 1")
                    .setParameter("hospital", hospital.value())
                    .setParameter("days", wanted.nominateDays())
                    .setParameter("weeks", wanted.releaseWeeks())
                    .executeUpdate();
            Versioned<VacancySettings> after = of(hospital);
            audit.record("vacancy.settings-put", "hospital/" + hospital + "/vacancies", before.value(), after.value());
            return Result.done(after);
        });
    }
}
