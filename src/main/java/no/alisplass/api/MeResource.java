package no.alisplass.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/me")
@Tag(name = "Brukere")
public class MeResource {
    private final Caller caller;

    @Inject
    MeResource(Caller caller) {
        this.caller = caller;
    }

    public record Me(
            String name,
            List<String> roles,
            Optional<AreaCode> area,
            Optional<HospitalId> hospital,
            Optional<DepartmentId> department) {}

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.MUNICIPALITY, Roles.DEPARTMENT, Roles.PLANNER, Roles.ADMIN})
    @Operation(summary = "Hvem du er innlogget som, med roller og hva du er bundet til")
    public Me me() {
        List<String> roles = Roles.ALL.stream().filter(caller::isIn).toList();
        return new Me(caller.name(), roles, caller.area(), caller.hospital(), caller.department());
    }
}
