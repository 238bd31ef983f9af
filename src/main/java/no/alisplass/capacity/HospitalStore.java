package no.alisplass.capacity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Versioned;

/** Hospitals in the database, each with its divisions and departments. */
@ApplicationScoped
class HospitalStore implements PanacheRepositoryBase<HospitalEntity, String> {
    private static final Sort BY_PLACE = Sort.by("place");

    private final Departments departments;

    @Inject
    HospitalStore(Departments departments) {
        this.departments = departments;
    }

    @ApplicationScoped
    static class Departments implements PanacheRepositoryBase<DepartmentEntity, String> {}

    /** All hospitals by id, read in two queries. */
    List<Hospital> all() {
        Map<String, List<DepartmentEntity>> departments =
                this.departments.listAll(BY_PLACE).stream().collect(Collectors.groupingBy(entity -> entity.hospitalId));
        return list("from HospitalEntity h left join fetch h.divisions order by h.id").stream()
                .map(entity -> versioned(entity, departments.getOrDefault(entity.id, List.of())))
                .map(Versioned::value)
                .toList();
    }

    Optional<Versioned<Hospital>> find(HospitalId id) {
        return findByIdOptional(id.value()).map(this::read);
    }

    /** Holds the hospital against other writers until the transaction ends. */
    Optional<Versioned<Hospital>> lock(HospitalId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE).map(this::read);
    }

    Optional<HospitalId> ownerOf(DepartmentId id) {
        return departments.findByIdOptional(id.value()).map(department -> new HospitalId(department.hospitalId));
    }

    /** The hospital with that organisation number. */
    Optional<HospitalId> numbered(String organisationNumber) {
        return find("organisationNumber", organisationNumber)
                .firstResultOptional()
                .map(entity -> new HospitalId(entity.id));
    }

    /** The positions and vacancies that stand on a department, as a message names them. */
    List<String> usesOf(DepartmentId id) {
        List<String> uses = new ArrayList<>(getEntityManager()
                .createQuery(
                        "select p.id from PositionEntity p"
                                + " where p.firstDepartmentId = :id or p.secondDepartmentId = :id order by p.id",
                        String.class)
                .setParameter("id", id.value())
                .getResultList());
        getEntityManager()
                .createQuery("select v.id from VacancyEntity v where v.departmentId = :id order by v.id", Long.class)
                .setParameter("id", id.value())
                .getResultStream()
                .map(vacancy -> "vikariat " + vacancy)
                .forEach(uses::add);
        return uses;
    }

    Versioned<Hospital> write(Hospital hospital) {
        // What is known of a hospital's departments counts as a change of it.
        HospitalEntity entity = findByIdOptional(hospital.id().value(), LockModeType.PESSIMISTIC_FORCE_INCREMENT)
                .orElseGet(HospitalEntity::new);
        entity.copyFrom(hospital);
        persist(entity);
        writeDepartments(hospital);
        flush();
        return read(entity);
    }

    private void writeDepartments(Hospital hospital) {
        String id = hospital.id().value();
        Map<String, DepartmentEntity> left = new TreeMap<>();
        departments(id).forEach(entity -> left.put(entity.id, entity));
        int place = 0;
        for (Division division : hospital.divisions()) {
            for (Department department : division.departments()) {
                DepartmentEntity entity = Optional.ofNullable(
                                left.remove(department.id().value()))
                        .orElseGet(DepartmentEntity::new);
                entity.hospitalId = id;
                entity.copyFrom(department, division.name(), place++);
                departments.persist(entity);
            }
        }
        left.values().forEach(departments::delete);
    }

    private List<DepartmentEntity> departments(String hospital) {
        return departments.list("hospitalId", BY_PLACE, hospital);
    }

    private Versioned<Hospital> read(HospitalEntity entity) {
        return versioned(entity, departments(entity.id));
    }

    private static Versioned<Hospital> versioned(HospitalEntity entity, List<DepartmentEntity> departments) {
        List<Division> divisions = entity.divisions.stream()
                .map(row -> new Division(
                        row.name(),
                        row.service(),
                        departments.stream()
                                .filter(department -> department.divisionName.equals(row.name()))
                                .map(department -> new Department(
                                        new DepartmentId(department.id), department.name, department.onCall))
                                .toList()))
                .toList();
        Hospital hospital = new Hospital(new HospitalId(entity.id), entity.organisationNumber, entity.name, divisions);
        return new Versioned<>(hospital, entity.version);
    }
}
