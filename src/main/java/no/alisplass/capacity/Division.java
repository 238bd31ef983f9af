package no.alisplass.capacity;

import java.util.List;
import no.alisplass.domain.Service;

/** A division of a hospital; all its departments follow the catchment of one service. */
public record Division(String name, Service service, List<Department> departments) {
    public Division {
        departments = List.copyOf(departments);
    }
}
