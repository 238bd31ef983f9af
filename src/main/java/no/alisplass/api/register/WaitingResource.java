package no.alisplass.api.register;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import no.alisplass.access.HospitalAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Asker;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Patterns;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HospitalId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.DoctorPage;
import no.alisplass.register.RegisterLists;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Everyone who waits in the areas a hospital serves; who only plans is told how many. */
@Path("/api/v1/hospitals/{hospital}/doctors")
@Tag(name = "Register")
public class WaitingResource {
    private final RegisterLists lists;
    private final HospitalAccess access;
    private final Asker asker;

    @Inject
    WaitingResource(RegisterLists lists, HospitalAccess access, Asker asker) {
        this.lists = lists;
        this.access = access;
        this.asker = asker;
    }

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.WAITING)
    @Operation(
            summary = "Legene i opptaksområdet, etter navn, side for side",
            description = "De som venter, når ikke annet er sagt.")
    public RestResponse<List<DoctorResponse>> all(
            @PathParam("hospital") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String hospital,
            @Parameter(description = "Bare legene til en kommune eller bydel", example = "3205")
                    @QueryParam("area")
                    @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @Parameter(description = "true: bare de som aldri har stått på en liste som ble sendt til en runde")
                    @QueryParam("neverListed")
                    @DefaultValue("false")
                    @Pattern(regexp = "true|false") @Size(max = 5) String neverListed,
            @BeanParam @Valid DoctorChoice which,
            @BeanParam @Valid Paging paging) {
        DoctorPage page = Answers.of(access.hospital(new HospitalId(hospital))
                .then(read -> lists.doctors(
                        read,
                        area == null ? null : new AreaCode(area),
                        which.filter().neverListed(Boolean.parseBoolean(neverListed)),
                        paging.page(),
                        paging.size())));
        return paging.answer(
                page.doctors().stream()
                        .map(each -> DoctorResponse.of(each, asker.language()))
                        .toList(),
                page.total());
    }

    @GET
    @Path("counts")
    @RolesAllowed({Roles.COORDINATOR, Roles.PLANNER})
    @ShowsNobody
    @Operation(summary = "Hvor mange som venter i hvert område, side for side")
    public RestResponse<List<DoctorResponse.Count>> counts(
            @PathParam("hospital") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String hospital,
            @BeanParam @Valid Paging paging) {
        return paging.of(Answers.of(access.hospital(new HospitalId(hospital)).then(lists::counts)).stream()
                .map(DoctorResponse.Count::of)
                .toList());
    }
}
