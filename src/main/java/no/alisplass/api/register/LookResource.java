package no.alisplass.api.register;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import no.alisplass.access.RegisterAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Patterns;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Result;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.register.look.Looks;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** One-time links by which a doctor looks at what is registered: the area makes them for doctors it holds, and passes them on. */
@Path("/api/v1/areas/{area}/doctors/{hprNumber}/looks")
@Tag(name = "Register")
public class LookResource {
    private final Looks looks;
    private final RegisterAccess access;

    @Inject
    LookResource(Looks looks, RegisterAccess access) {
        this.looks = looks;
        this.access = access;
    }

    @GET
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(
            summary = "Lenkene som er laget til legens eget innsyn, den siste først, side for side",
            description = "Når de ble laget og åpnet, og hvordan det er med dem; aldri lenken selv.")
    public RestResponse<List<LookBodies.Look>> all(
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @PathParam("hprNumber") @Pattern(regexp = DoctorAddress.FORM) @Size(max = 9) String hprNumber,
            @BeanParam @Valid Paging paging) {
        Looks.Page page = Answers.of(own(area).then(own -> DoctorAddress.number(hprNumber)
                .then(hpr -> looks.links(own, hpr, paging.page(), paging.size()))));
        return paging.answer(
                page.links().stream()
                        .map(each -> LookBodies.Look.of(each, looks.state(each)))
                        .toList(),
                page.total());
    }

    @POST
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(
            summary = "Lager en engangslenke til legens eget innsyn",
            description = "Lenken står i svaret og aldri siden. Eldre lenker til samme lege åpner ingenting lenger.")
    public RestResponse<LookBodies.Made> make(
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @PathParam("hprNumber") @Pattern(regexp = DoctorAddress.FORM) @Size(max = 9) String hprNumber,
            @Context HttpServerRequest request) {
        Looks.Made made = Answers.of(
                own(area).then(own -> DoctorAddress.number(hprNumber).then(hpr -> looks.make(own, hpr, null))));
        return RestResponse.status(
                RestResponse.Status.CREATED, LookBodies.Made.of(made, request.scheme() + "://" + request.authority()));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(summary = "Trekker en lenke", description = "Det den har åpnet, lukkes også.")
    public LookBodies.Look withdraw(
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @PathParam("hprNumber") @Pattern(regexp = DoctorAddress.FORM) @Size(max = 9) String hprNumber,
            @PathParam("id") @Pattern(regexp = "[0-9]{1,18}") @Size(max = 18) String id) {
        return Answers.of(own(area)
                .then(own -> DoctorAddress.number(hprNumber).then(hpr -> looks.withdraw(own, hpr, Long.parseLong(id))))
                .map(link -> LookBodies.Look.of(link, looks.state(link))));
    }

    private Result<AreaCode> own(String area) {
        return access.toWrite(new AreaCode(area));
    }
}
