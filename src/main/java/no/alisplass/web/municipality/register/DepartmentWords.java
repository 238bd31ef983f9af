package no.alisplass.web.municipality.register;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.alisplass.capacity.Department;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.DepartmentId;

/** What departments are called. */
public record DepartmentWords(Map<DepartmentId, String> names) {
    DepartmentWords(List<Department> departments) {
        this(departments.stream().collect(Collectors.toMap(Department::id, Department::name, (one, same) -> one)));
    }

    /** In words for all of the hospitals. */
    public static DepartmentWords of(List<Hospital> hospitals) {
        return new DepartmentWords(OwnRegister.names(hospitals));
    }

    String of(DepartmentId id) {
        return names.getOrDefault(id, id.value());
    }

    String of(Collection<DepartmentId> ids, String between) {
        return ids.stream().map(this::of).collect(Collectors.joining(between));
    }
}
