package no.alisplass.capacity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Service;

/** A hospital with its divisions and departments, one document in the order people list them. */
public record Hospital(HospitalId id, String organisationNumber, String name, List<Division> divisions) {
    public Hospital {
        divisions = List.copyOf(divisions);
    }

    public Optional<Department> department(DepartmentId id) {
        return departments().filter(department -> department.id().equals(id)).findFirst();
    }

    /** What the department is called; its id when the hospital has no such department. */
    public String departmentName(DepartmentId id) {
        return department(id).map(Department::name).orElse(id.value());
    }

    /** The service a department gives; empty when the hospital has no such department. */
    public Optional<Service> serviceOf(DepartmentId id) {
        return divisions.stream()
                .filter(division -> division.departments().stream()
                        .anyMatch(department -> department.id().equals(id)))
                .map(Division::service)
                .findFirst();
    }

    public Stream<Department> departments() {
        return divisions.stream().flatMap(division -> division.departments().stream());
    }
}
