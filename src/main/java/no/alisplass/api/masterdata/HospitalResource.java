package no.alisplass.api.masterdata;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import no.alisplass.access.HospitalAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.ETags;
import no.alisplass.api.http.Patterns;
import no.alisplass.api.http.Whole;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Versioned;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Hospitals with their divisions and departments. */
@Path("/api/v1/hospitals")
@Tag(name = "Sykehus")
public class HospitalResource {
    private final Capacity capacity;
    private final HospitalAccess access;

    @Inject
    HospitalResource(Capacity capacity, HospitalAccess access) {
        this.capacity = capacity;
        this.access = access;
    }

    @GET
    @Whole("The country has some twenty.")
    @RolesAllowed({Roles.COORDINATOR, Roles.MUNICIPALITY, Roles.DEPARTMENT, Roles.PLANNER, Roles.ADMIN})
    @ShowsNobody
    @Operation(summary = "Alle sykehus", description = "De som er bundet til et sykehus, ser bare det.")
    public List<Hospital> all() {
        return access.hospitals();
    }

    @GET
    @Whole("What a change replaces whole, under one ETag.")
    @Path("{id}")
    @RolesAllowed({Roles.COORDINATOR, Roles.MUNICIPALITY, Roles.DEPARTMENT, Roles.PLANNER, Roles.ADMIN})
    @ShowsNobody
    @Operation(summary = "Et sykehus", description = "ETag er versjonen en endring må vise til.")
    public RestResponse<Hospital> one(
            @Parameter(example = "ahus") @PathParam("id") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String id) {
        Versioned<Hospital> hospital = Answers.of(capacity.read(Answers.of(access.hospital(new HospitalId(id)))));
        return ETags.answer(hospital, hospital.value());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}")
    @RolesAllowed({Roles.COORDINATOR, Roles.ADMIN})
    @ShowsNobody
    @Operation(
            summary = "Oppretter eller erstatter et sykehus",
            description =
                    "Hele dokumentet sendes. En endring krever If-Match; det samme dokumentet på nytt endrer ingenting."
                            + " En avdeling som er i bruk, kan ikke tas bort.")
    public RestResponse<Hospital> put(
            @Parameter(example = "ahus") @PathParam("id") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String id,
            @Parameter(description = "ETag for versjonen som endres", example = "\"3\"")
                    @HeaderParam("If-Match")
                    @Size(max = 40) String ifMatch,
            @Valid @NotNull HospitalRequest body) {
        Versioned<Hospital> hospital = Answers.of(
                capacity.put(body.hospital(Answers.of(access.hospital(new HospitalId(id)))), ETags.seen(ifMatch)));
        return ETags.answer(hospital, hospital.value());
    }
}
