package no.alisplass.capacity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.domain.Versioned;
import no.alisplass.platform.Audit;

/** Sporadic vacancies: reported by a department as they arise, withdrawn or filled later (003 §7.3.1.2). */
@ApplicationScoped
public class Vacancies {
    private final VacancyStore vacancies;
    private final HospitalStore hospitals;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Vacancies(VacancyStore vacancies, HospitalStore hospitals, Audit audit, Clock clock) {
        this.vacancies = vacancies;
        this.hospitals = hospitals;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those of a hospital, the earliest first; of one state, or of any when it is null. */
    @Transactional
    public Result<List<Versioned<Vacancy>>> all(HospitalId hospital, VacancyState state) {
        if (hospitals.find(hospital).isEmpty()) {
            return Capacity.unknown(hospital);
        }
        return Result.done(
                vacancies
                        .list(
                                "hospitalId = ?1 and (?2 is null or state = ?2) order by firstDay, id",
                                hospital.value(),
                                state)
                        .stream()
                        .map(VacancyEntity::versioned)
                        .toList());
    }

    @Transactional
    public Result<Versioned<Vacancy>> read(HospitalId hospital, long id) {
        return find(hospital, id, LockModeType.NONE).map(VacancyEntity::versioned);
    }

    /** Reports a vacancy; {@code from} and {@code to} inclusive, at most two years, not over already. */
    @Transactional
    public Result<Versioned<Vacancy>> report(
            HospitalId hospitalId, DepartmentId department, LocalDate from, LocalDate to, boolean onCall, String note) {
        Optional<Versioned<Hospital>> hospital = hospitals.find(hospitalId);
        if (hospital.isEmpty()) {
            return Capacity.unknown(hospitalId);
        }
        List<Finding> findings =
                new ArrayList<>(VacancyRules.check(hospital.get().value(), department, from, to, LocalDate.now(clock)));
        findings.addAll(VacancyRules.checkNote(note));
        if (!findings.isEmpty()) {
            return Result.invalid(findings);
        }
        VacancyEntity entity = new VacancyEntity();
        entity.hospitalId = hospitalId.value();
        entity.departmentId = department.value();
        entity.firstDay = from;
        entity.lastDay = to;
        entity.onCall = onCall;
        entity.note = note;
        entity.state = VacancyState.OPEN;
        vacancies.persistAndFlush(entity);
        Versioned<Vacancy> after = entity.versioned();
        audit.record("capacity.vacancy-reported", "vacancy/" + entity.id, null, after.value());
        return Result.done(after);
    }

    /** Changes dates, duty, note or state; an open one can be withdrawn or filled, and those opened again. */
    @Transactional
    public Result<Versioned<Vacancy>> change(
            HospitalId hospital, long id, Vacancy.Change change, Long expectedVersion) {
        return find(hospital, id, LockModeType.PESSIMISTIC_WRITE)
                .then(entity -> change(entity, change, expectedVersion));
    }

    private Result<Versioned<Vacancy>> change(VacancyEntity entity, Vacancy.Change change, Long expectedVersion) {
        Versioned<Vacancy> before = entity.versioned();
        Vacancy was = before.value();
        Optional<Finding> stale =
                Capacity.VERSIONS.conflictWith(before.version(), expectedVersion, "vikariat " + was.id());
        if (stale.isPresent()) {
            return Result.conflict(stale.get());
        }
        VacancyState next = or(change.state(), was.state());
        if (!was.state().mayBecome(next)) {
            return Result.conflict(Finding.of("state", next, "capacity.vacancy-state", was.state(), next));
        }
        LocalDate from = or(change.from(), was.from());
        LocalDate to = or(change.to(), was.to());
        List<Finding> unfit = VacancyRules.checkNote(change.note());
        if (!unfit.isEmpty()) {
            return Result.invalid(unfit);
        }
        boolean datesChanged = !from.equals(was.from()) || !to.equals(was.to());
        if (datesChanged) {
            Hospital hospital = hospitals.find(was.hospital()).orElseThrow().value();
            List<Finding> findings = VacancyRules.check(hospital, was.department(), from, to, LocalDate.now(clock));
            if (!findings.isEmpty()) {
                return Result.invalid(findings);
            }
        }
        entity.firstDay = from;
        entity.lastDay = to;
        entity.onCall = or(change.onCall(), was.onCall());
        entity.note = or(change.note(), was.note());
        entity.state = next;
        vacancies.flush();
        Versioned<Vacancy> after = entity.versioned();
        audit.record("capacity.vacancy-changed", "vacancy/" + entity.id, was, after.value());
        return Result.done(after);
    }

    private Result<VacancyEntity> find(HospitalId hospital, long id, LockModeType lock) {
        return vacancies
                .findByIdOptional(id, lock)
                .filter(entity -> entity.hospitalId.equals(hospital.value()))
                .map(Result::done)
                .orElseGet(() ->
                        Result.notFound(Finding.of("id", id, "capacity.vacancy-unknown", Long.toString(id), hospital)));
    }

    private static <T> T or(T wanted, T otherwise) {
        return wanted == null ? otherwise : wanted;
    }
}
