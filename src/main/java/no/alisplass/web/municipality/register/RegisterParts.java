package no.alisplass.web.municipality.register;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.web.municipality.DoctorChoices;
import no.alisplass.web.municipality.DoctorForm;
import no.alisplass.web.municipality.DoctorParts;
import no.alisplass.web.municipality.RowChange;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The parts of the form that the server makes anew while it is filled in, as {@link DoctorParts}; nothing is stored. */
@Path(OwnRegister.BASE + "/skjema")
@Blocking
public class RegisterParts {
    private final OwnRegister own;
    private final FormRequest posted;

    @Inject
    RegisterParts(OwnRegister own, FormRequest posted) {
        this.own = own;
        this.posted = posted;
    }

    record Stays(Form form, List<RegisterForm.StayRow> stays, DoctorChoices choices, String focus)
            implements TemplateInstance {}

    @POST
    @Path("perioder")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(hidden = true)
    public Response periods() {
        RowChange change = RowChange.of(posted.form());
        return Pages.show(new DoctorParts.Periods(
                change.form(),
                DoctorForm.periodRows(change.form()),
                own.choices(RegisterForm.departments(change.form())),
                DoctorParts.service(change.form(), own.today()),
                change.focus()));
    }

    @POST
    @Path("opphold")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(hidden = true)
    public Response stays() {
        RowChange change = RowChange.of(posted.form());
        return Pages.show(new Stays(
                change.form(),
                RegisterForm.stayRows(change.form()),
                own.choices(RegisterForm.departments(change.form())),
                change.focus()));
    }

    /** Counted service as periods or months are typed. */
    @POST
    @Path("tjeneste")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(hidden = true)
    public Response counted() {
        return Pages.show(new DoctorParts.Counted(DoctorParts.service(posted.form(), own.today())));
    }
}
