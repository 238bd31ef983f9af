package no.alisplass.web.coordinator.seat;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Hospital;
import no.alisplass.capacity.PositionPart;
import no.alisplass.capacity.PositionRules;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Another earmarked position: in one department for six months, or in two for three each. */
@Path("/koordinator/stillinger/{hospital}/ny")
@Blocking
public class PositionNewPages {
    private final Capacity capacity;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    PositionNewPages(Capacity capacity, FormRequest posted, Flash flash) {
        this.capacity = capacity;
        this.posted = posted;
        this.flash = flash;
    }

    record New(Form form, String action, List<Choice> departments, List<Link> trail) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response plan(
            HospitalId hospital,
            @QueryParam("fra") @Pattern(regexp = PositionPages.HALF_YEAR) @Size(max = 6) String from) {
        return Pages.show(newPage(hospital, Form.empty().with("fra", from)));
    }

    @POST
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response create(HospitalId hospital) {
        Form form = posted.form();
        List<DepartmentId> departments = new ArrayList<>();
        form.chosen("parts[0].department", DepartmentId::new).ifPresent(departments::add);
        form.choice("parts[1].department", DepartmentId::new).ifPresent(departments::add);
        int months = PositionRules.MONTHS / Math.max(1, departments.size());
        if (form.faulty()
                || form.take(capacity.addPosition(
                                hospital,
                                departments.stream()
                                        .map(each -> new PositionPart(each, months))
                                        .toList()))
                        .isEmpty()) {
            return Pages.faulty(newPage(hospital, form));
        }
        flash.tell("positions-made");
        String from = form.value("fra").matches(PositionPages.HALF_YEAR) ? "&fra=" + form.value("fra") : "";
        return Pages.seeOther("/koordinator/stillinger?sykehus=" + hospital + from);
    }

    private New newPage(HospitalId hospital, Form form) {
        Hospital known = Pages.of(capacity.read(hospital)).value();
        return new New(
                form,
                "/koordinator/stillinger/" + hospital + "/ny",
                known.departments()
                        .map(each -> new Choice(each.id().value(), each.name()))
                        .toList(),
                List.of(Link.to(Texts.of("positions-title"), "/koordinator/stillinger?sykehus=" + hospital)));
    }
}
