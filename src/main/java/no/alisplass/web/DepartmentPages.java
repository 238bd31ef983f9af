package no.alisplass.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Department;
import no.alisplass.capacity.Hospital;
import no.alisplass.capacity.Vacancies;
import no.alisplass.capacity.Vacancy;
import no.alisplass.capacity.VacancyState;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Versioned;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where a hospital department begins. */
@Path("/avdeling")
@Blocking
public class DepartmentPages {
    private final Capacity capacity;
    private final Vacancies vacancies;
    private final Caller caller;

    @Inject
    DepartmentPages(Capacity capacity, Vacancies vacancies, Caller caller) {
        this.capacity = capacity;
        this.vacancies = vacancies;
        this.caller = caller;
    }

    record VacancyRow(Vacancy vacancy, String department) {}

    record Start(String hospital, List<VacancyRow> vacancies) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.DEPARTMENT)
    @Operation(hidden = true)
    public Response start() {
        Optional<Hospital> hospital = caller.hospital().flatMap(capacity::hospital);
        List<VacancyRow> rows = new ArrayList<>();
        hospital.ifPresent(own -> {
            for (Versioned<Vacancy> each : Pages.of(vacancies.all(own.id(), VacancyState.OPEN))) {
                DepartmentId of = each.value().department();
                if (caller.department().map(of::equals).orElse(true)) {
                    rows.add(new VacancyRow(each.value(), name(own, of)));
                }
            }
        });
        return Pages.show(new Start(hospital.map(Hospital::name).orElse(""), rows));
    }

    static String name(Hospital hospital, DepartmentId id) {
        return hospital.divisions().stream()
                .flatMap(division -> division.departments().stream())
                .filter(each -> each.id().equals(id))
                .map(Department::name)
                .findFirst()
                .orElse(id.value());
    }
}
