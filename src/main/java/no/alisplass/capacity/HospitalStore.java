package no.alisplass.capacity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Versioned;

/** Hospitals in the database. */
@ApplicationScoped
class HospitalStore {
    private final EntityManager database;

    @Inject
    HospitalStore(EntityManager database) {
        this.database = database;
    }

    List<HospitalId> ids() {
        return database.createQuery("select h.id from HospitalEntity h order by h.id", String.class)
                .getResultStream()
                .map(HospitalId::new)
                .toList();
    }

    Optional<Versioned<Hospital>> find(HospitalId id) {
        return Optional.ofNullable(database.find(HospitalEntity.class, id.value()))
                .map(this::read);
    }

    /** Holds the hospital against other writers until the transaction ends. */
    Optional<Versioned<Hospital>> hold(HospitalId id) {
        return Optional.ofNullable(database.find(HospitalEntity.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                .map(this::read);
    }

    Optional<HospitalId> ownerOf(DepartmentId id) {
        return Optional.ofNullable(database.find(DepartmentEntity.class, id.value()))
                .map(department -> new HospitalId(department.hospitalId));
    }

    /** The hospital with that organisation number. */
    Optional<HospitalId> numbered(String organisationNumber) {
        return database.createQuery(
                        "select h.id from HospitalEntity h where h.organisationNumber = :number", String.class)
                .setParameter("number", organisationNumber)
                .getResultStream()
                .map(HospitalId::new)
                .findFirst();
    }

    /** The positions and vacancies that stand on a department, as a message names them. */
    List<String> usesOf(DepartmentId id) {
        List<String> uses = new ArrayList<>(database.createQuery(
                        "select p.id from PositionEntity p"
                                + " where p.firstDepartmentId = :id or p.secondDepartmentId = :id order by p.id",
                        String.class)
                .setParameter("id", id.value())
                .getResultList());
        database.createQuery("select v.id from VacancyEntity v where v.departmentId = :id order by v.id", Long.class)
                .setParameter("id", id.value())
                .getResultStream()
                .map(vacancy -> "vikariat " + vacancy)
                .forEach(uses::add);
        return uses;
    }

    Versioned<Hospital> write(Hospital hospital) {
        HospitalEntity entity =
                database.find(HospitalEntity.class, hospital.id().value());
        boolean fresh = entity == null;
        if (fresh) {
            entity = new HospitalEntity();
            entity.id = hospital.id().value();
        } else {
            database.lock(entity, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        }
        entity.organisationNumber = hospital.organisationNumber();
        entity.name = hospital.name();
        entity.divisions.clear();
        for (Division division : hospital.divisions()) {
            entity.divisions.add(
                    new HospitalEntity.DivisionRow(division.name(), division.service(), entity.divisions.size()));
        }
        if (fresh) {
            database.persist(entity);
        }
        writeDepartments(hospital);
        database.flush();
        return read(entity);
    }

    private void writeDepartments(Hospital hospital) {
        Map<String, DepartmentEntity> left = new TreeMap<>();
        departments(hospital.id().value()).forEach(entity -> left.put(entity.id, entity));
        int place = 0;
        for (Division division : hospital.divisions()) {
            for (Department department : division.departments()) {
                DepartmentEntity entity = left.remove(department.id().value());
                boolean fresh = entity == null;
                if (fresh) {
                    entity = new DepartmentEntity();
                    entity.id = department.id().value();
                    entity.hospitalId = hospital.id().value();
                }
                entity.divisionName = division.name();
                entity.name = department.name();
                entity.onCall = department.onCall();
                entity.place = place++;
                if (fresh) {
                    database.persist(entity);
                }
            }
        }
        left.values().forEach(database::remove);
    }

    private List<DepartmentEntity> departments(String hospital) {
        return database.createQuery(
                        "select d from DepartmentEntity d where d.hospitalId = :hospital order by d.place",
                        DepartmentEntity.class)
                .setParameter("hospital", hospital)
                .getResultList();
    }

    private Versioned<Hospital> read(HospitalEntity entity) {
        List<DepartmentEntity> departments = departments(entity.id);
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
