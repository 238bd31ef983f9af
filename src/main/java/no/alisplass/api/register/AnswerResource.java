package no.alisplass.api.register;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import no.alisplass.access.RegisterAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Patterns;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Result;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.look.DoctorAnswer;
import no.alisplass.register.look.DoctorAnswers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What an area's doctors say is wrong with what is registered about them: tasks for the area. */
@Path("/api/v1/areas/{area}")
@Tag(name = "Register")
public class AnswerResource {
    private final DoctorAnswers answers;
    private final RegisterAccess access;

    @Inject
    AnswerResource(DoctorAnswers answers, RegisterAccess access) {
        this.answers = answers;
        this.access = access;
    }

    @GET
    @Path("doctor-tasks")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.DOCTOR_ANSWERS)
    @Operation(summary = "Det legene sier er feil, side for side", description = "De som venter først.")
    public RestResponse<List<LookBodies.Task>> tasks(
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @Parameter(description = "true: bare de som venter")
                    @QueryParam("open")
                    @DefaultValue("false")
                    @Pattern(regexp = "true|false") @Size(max = 5) String open,
            @BeanParam @Valid Paging paging) {
        DoctorAnswers.Page page = Answers.of(
                own(area).map(own -> answers.tasks(own, Boolean.parseBoolean(open), paging.page(), paging.size())));
        return paging.answer(page.answers().stream().map(LookBodies.Task::of).toList(), page.total());
    }

    /** What was done about it. */
    @Schema(name = "TaskDoneBody")
    record Done(
            @Schema(description = "CHANGED: rettet. STANDS: riktig som det er.") @NotNull DoctorAnswer.Outcome outcome) {}

    @POST
    @Path("doctors/{hprNumber}/tasks/{id}/done")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.DOCTOR_ANSWERS)
    @Operation(summary = "Sier hva som ble gjort med det legen sa er feil")
    public LookBodies.Task done(
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,
            @PathParam("hprNumber") @Pattern(regexp = DoctorAddress.FORM) @Size(max = 9) String hprNumber,
            @PathParam("id") @Pattern(regexp = "[0-9]{1,18}") @Size(max = 18) String id,
            @Valid @NotNull Done body) {
        return LookBodies.Task.of(Answers.of(own(area).then(own -> DoctorAddress.number(hprNumber)
                .then(hpr -> answers.done(own, hpr, Long.parseLong(id), body.outcome())))));
    }

    private Result<AreaCode> own(String area) {
        return access.toWrite(new AreaCode(area));
    }
}
