package no.alisplass.web.text;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.alisplass.capacity.Department;
import no.alisplass.capacity.Hospital;
import no.alisplass.capacity.Position;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Option;
import no.alisplass.problem.Stay;

/** What departments, areas and offers are called. */
public final class Names {
    private final Hospital hospital;
    private final Map<AreaCode, String> areas;

    public Names(Hospital hospital, Map<AreaCode, String> areas) {
        this.hospital = hospital;
        this.areas = areas;
    }

    public String hospital() {
        return hospital.name();
    }

    public List<Department> departments() {
        return hospital.departments().toList();
    }

    public String department(DepartmentId id) {
        return hospital.department(id).map(Department::name).orElse(id.value());
    }

    public String departments(java.util.Collection<DepartmentId> ids) {
        return ids.stream().map(this::department).collect(Collectors.joining(", "));
    }

    public String area(AreaCode code) {
        return areas.getOrDefault(code, code.value());
    }

    /** The department, or two with the months in each. */
    public String position(Position position) {
        if (position.parts().size() == 1) {
            return department(position.parts().get(0).department());
        }
        return position.parts().stream()
                .map(part -> Texts.of("department-months", department(part.department()), part.months()))
                .collect(Collectors.joining(" + "));
    }

    /** Lunge, vår 2027 */
    public String stay(Stay stay) {
        String departments = stay.legs().size() == 1
                ? department(stay.legs().get(0).department())
                : stay.legs().stream().map(this::leg).collect(Collectors.joining(" + "));
        return departments + ", " + Formats.halfYear(stay.halfYear());
    }

    private String leg(Leg leg) {
        return Texts.of("department-months", department(leg.department()), leg.months());
    }

    public String stays(List<Stay> stays) {
        return stays.stream().map(this::stay).collect(Collectors.joining(" + "));
    }

    /** What is offered; the text for no place when it is null. */
    public String option(Option option) {
        return option == null ? Texts.of("no-place") : stays(option.stays());
    }
}
