package no.alisplass.api.register;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.access.RegisterAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Asker;
import no.alisplass.api.http.ETags;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Patterns;
import no.alisplass.api.http.Whole;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.ClosingReason;
import no.alisplass.register.DoctorPage;
import no.alisplass.register.DoctorRecord;
import no.alisplass.register.Register;
import no.alisplass.register.RegisterLists;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The register of an area, kept all year. A municipality sees only its own; the coordinator reads those of the catchment. */
@Path("/api/v1/areas/{area}/doctors")
@Tag(name = "Register")
public class RegisterResource {
    private final Register register;
    private final RegisterLists lists;
    private final RegisterAccess access;
    private final Asker asker;

    @Inject
    RegisterResource(Register register, RegisterLists lists, RegisterAccess access, Asker asker) {
        this.register = register;
        this.lists = lists;
        this.access = access;
        this.asker = asker;
    }

    @GET
    @RolesAllowed({Roles.MUNICIPALITY, Roles.COORDINATOR})
    @ShowsPersons(Seen.REGISTER)
    @Operation(
            summary = "Legene området har, etter navn, side for side",
            description = "De som venter, når ikke annet er sagt.")
    public RestResponse<List<DoctorResponse>> all(
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @BeanParam @Valid DoctorChoice which,
            @BeanParam @Valid Paging paging) {
        DoctorPage page = Answers.of(access.toRead(new AreaCode(area))
                .then(read -> lists.doctors(read, which.filter(), paging.page(), paging.size())));
        return paging.answer(
                page.doctors().stream()
                        .map(each -> DoctorResponse.of(each, asker.language()))
                        .toList(),
                page.total());
    }

    @GET
    @Path("{hprNumber}")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.COORDINATOR})
    @ShowsPersons(Seen.REGISTERED_DOCTOR)
    @Whole("One record, which a change replaces whole, under its ETag.")
    @Operation(summary = "Det som er kjent om en lege", description = "ETag er versjonen en endring må vise til.")
    public RestResponse<DoctorResponse> one(
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @PathParam("hprNumber") @Pattern(regexp = DoctorAddress.FORM) @Size(max = 9) String hprNumber) {
        return answer(access.toRead(new AreaCode(area))
                .then(read -> number(hprNumber).then(hpr -> register.doctor(read, hpr))));
    }

    @PUT
    @Path("{hprNumber}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.REGISTERED_DOCTOR)
    @Operation(
            summary = "Registrerer en lege, eller skriver alt som er kjent på nytt",
            description = "En endring krever If-Match. Et nummer som et annet område har, kan ikke registreres.")
    public RestResponse<DoctorResponse> put(
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @PathParam("hprNumber") @Pattern(regexp = DoctorAddress.FORM) @Size(max = 9) String hprNumber,
            @HeaderParam("If-Match") @Size(max = 40) String ifMatch,
            @Valid @NotNull DoctorRequest body) {
        return answer(own(area)
                .then(own -> number(hprNumber).then(hpr -> register.put(own, body.facts(hpr), ETags.seen(ifMatch)))));
    }

    @POST
    @Path("{hprNumber}/confirmation")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.REGISTERED_DOCTOR)
    @Operation(summary = "Sier at alt som er kjent om legen, er riktig", description = "Krever If-Match.")
    public RestResponse<DoctorResponse> confirm(
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @PathParam("hprNumber") @Pattern(regexp = DoctorAddress.FORM) @Size(max = 9) String hprNumber,
            @HeaderParam("If-Match") @Size(max = 40) String ifMatch) {
        return answer(
                own(area).then(own -> number(hprNumber).then(hpr -> register.confirm(own, hpr, ETags.seen(ifMatch)))));
    }

    /** Why and from when a doctor no longer waits. */
    @Schema(name = "ClosingBody")
    record Closing(
            @Schema(examples = "FINISHED") @NotNull ClosingReason reason,

            @Schema(description = "Første dagen legen ikke venter; ikke etter i dag", examples = "2026-11-01") @NotNull LocalDate on) {}

    @POST
    @Path("{hprNumber}/closing")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.REGISTERED_DOCTOR)
    @Operation(summary = "Avslutter en lege som ikke venter lenger", description = "Krever If-Match.")
    public RestResponse<DoctorResponse> close(
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @PathParam("hprNumber") @Pattern(regexp = DoctorAddress.FORM) @Size(max = 9) String hprNumber,
            @HeaderParam("If-Match") @Size(max = 40) String ifMatch,
            @Valid @NotNull Closing body) {
        return answer(own(area).then(own -> number(hprNumber)
                .then(hpr -> register.close(own, hpr, body.reason(), body.on(), ETags.seen(ifMatch)))));
    }

    @POST
    @Path("{hprNumber}/reopening")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.REGISTERED_DOCTOR)
    @Operation(summary = "Åpner en lege som var avsluttet", description = "Krever If-Match.")
    public RestResponse<DoctorResponse> reopen(
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @PathParam("hprNumber") @Pattern(regexp = DoctorAddress.FORM) @Size(max = 9) String hprNumber,
            @HeaderParam("If-Match") @Size(max = 40) String ifMatch) {
        return answer(
                own(area).then(own -> number(hprNumber).then(hpr -> register.reopen(own, hpr, ETags.seen(ifMatch)))));
    }

    @GET
    @Path("{hprNumber}/history")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.COORDINATOR})
    @ShowsPersons(Seen.REGISTER_HISTORY)
    @Operation(
            summary = "Alle endringer mens området har hatt legen, den siste først, side for side",
            description = "Feltene som ble annerledes, med verdiene før og etter.")
    public RestResponse<List<DoctorResponse.Change>> history(
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @PathParam("hprNumber") @Pattern(regexp = DoctorAddress.FORM) @Size(max = 9) String hprNumber,
            @BeanParam @Valid Paging paging) {
        DoctorPage.History history =
                Answers.of(access.toRead(new AreaCode(area)).then(read -> number(hprNumber)
                        .then(hpr -> register.history(read, hpr, paging.page(), paging.size()))));
        return paging.answer(
                history.changes().stream().map(DoctorResponse.Change::of).toList(), history.total());
    }

    private Result<AreaCode> own(String area) {
        return access.toWrite(new AreaCode(area));
    }

    private static Result<HprNumber> number(String text) {
        return DoctorAddress.number(text);
    }

    private RestResponse<DoctorResponse> answer(Result<DoctorRecord> result) {
        DoctorRecord known = Answers.of(result);
        return ETags.answer(
                DoctorResponse.of(known, asker.language()), known.doctor().version());
    }
}
