package no.alisplass.capacity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
    private final Instance<VacancyWatch> watches;

    @Inject
    Vacancies(
            VacancyStore vacancies,
            HospitalStore hospitals,
            Audit audit,
            Clock clock,
            @Any Instance<VacancyWatch> watches) {
        this.watches = watches;
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

    /** Those of some hospitals, the earliest first; one statement. */
    @Transactional
    public List<Versioned<Vacancy>> of(Collection<HospitalId> of) {
        return vacancies
                .list(
                        "hospitalId in ?1 order by firstDay, id",
                        of.stream().map(HospitalId::value).toList())
                .stream()
                .map(VacancyEntity::versioned)
                .toList();
    }

    @Transactional
    public Result<Versioned<Vacancy>> read(HospitalId hospital, long id) {
        return find(hospital, id, LockModeType.NONE).map(VacancyEntity::versioned);
    }

    /** Open ones, of any hospital, that are to be released by then; held. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Versioned<Vacancy>> due(Instant due, int most) {
        return vacancies
                .find("state = ?1 and releaseAt <= ?2 order by id", VacancyState.OPEN, due)
                .page(0, most)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .map(VacancyEntity::versioned)
                .toList();
    }

    /** Open ones, of any hospital and not over, that have no course: they were reported before there was one. */
    @Transactional
    public List<Long> withoutCourse() {
        return vacancies
                .find(
                        "state = ?1 and counts and releaseAt is null and lastDay >= ?2 order by id",
                        VacancyState.OPEN,
                        LocalDate.now(clock))
                .stream()
                .map(entity -> entity.id)
                .toList();
    }

    /** Holds one until the transaction ends; refused NOT_FOUND as {@link #read}. */
    @Transactional
    public Result<Versioned<Vacancy>> lock(HospitalId hospital, long id) {
        return find(hospital, id, LockModeType.PESSIMISTIC_WRITE).map(VacancyEntity::versioned);
    }

    /** Holds one that there is, whoever's. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Vacancy lock(long id) {
        return vacancies
                .findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .map(entity -> entity.versioned().value())
                .orElseThrow();
    }

    /** By what one is filled; empty for one that is not told to areas. */
    @Transactional
    public Optional<Vacancy.Course> course(long id) {
        return vacancies
                .findByIdOptional(id)
                .map(entity -> entity.versioned().value().course());
    }

    /** Writes what has become of one that is held; that it may is for room {@code vacancy} to know. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Versioned<Vacancy> write(Vacancy vacancy) {
        VacancyEntity entity = vacancies.findById(vacancy.id());
        entity.copyFrom(vacancy);
        vacancies.flush();
        return entity.versioned();
    }

    /** As the longer one, of service that counts, by the caller. */
    @Transactional
    public Result<Versioned<Vacancy>> report(
            HospitalId hospitalId, DepartmentId department, LocalDate from, LocalDate to, boolean onCall, String note) {
        return report(hospitalId, department, from, to, onCall, note, true, null);
    }

    /** Somebody who reports a vacancy. @param as what, by the name room {@code offer} has for it */
    public record Reporter(String who, String as) {}

    /**
     * Reports a vacancy; {@code from} and {@code to} inclusive, at most two years, not over already.
     *
     * @param counts false for service of which it is said on purpose that it does not count
     * @param by null for the caller
     */
    @Transactional
    public Result<Versioned<Vacancy>> report(
            HospitalId hospitalId,
            DepartmentId department,
            LocalDate from,
            LocalDate to,
            boolean onCall,
            String note,
            boolean counts,
            Reporter by) {
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
        entity.counts = counts;
        entity.state = counts ? VacancyState.OPEN : VacancyState.OWN;
        if (counts) {
            watches.forEach(watch -> entity.copyFrom(watch.course(hospitalId, from, to)));
        }
        vacancies.persistAndFlush(entity);
        Versioned<Vacancy> after = entity.versioned();
        audit.record("capacity.vacancy-reported", "vacancy/" + entity.id, null, after.value());
        watches.forEach(watch -> watch.reported(after.value(), by));
        return Result.done(after);
    }

    /**
     * Changes dates, duty, note or state; whether the state may, room {@code vacancy} knows.
     *
     * @param then what else is to be written, of the vacancy with the change
     */
    @Transactional
    public Result<Versioned<Vacancy>> change(
            HospitalId hospital, long id, Vacancy.Change change, UnaryOperator<Vacancy> then, Long expectedVersion) {
        return find(hospital, id, LockModeType.PESSIMISTIC_WRITE)
                .then(entity -> change(entity, change, then, expectedVersion));
    }

    private Result<Versioned<Vacancy>> change(
            VacancyEntity entity, Vacancy.Change change, UnaryOperator<Vacancy> then, Long expectedVersion) {
        Versioned<Vacancy> before = entity.versioned();
        Vacancy was = before.value();
        Optional<Finding> stale =
                Capacity.VERSIONS.conflictWith(before.version(), expectedVersion, "vikariat " + was.id());
        if (stale.isPresent()) {
            return Result.conflict(stale.get());
        }
        List<Finding> unfit = VacancyRules.checkNote(change.note());
        if (!unfit.isEmpty()) {
            return Result.invalid(unfit);
        }
        Vacancy next = was.with(change);
        if (!next.from().equals(was.from()) || !next.to().equals(was.to())) {
            Hospital hospital = hospitals.find(was.hospital()).orElseThrow().value();
            List<Finding> findings =
                    VacancyRules.check(hospital, was.department(), next.from(), next.to(), LocalDate.now(clock));
            if (!findings.isEmpty()) {
                return Result.invalid(findings);
            }
        }
        entity.copyFrom(then.apply(next));
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
}
