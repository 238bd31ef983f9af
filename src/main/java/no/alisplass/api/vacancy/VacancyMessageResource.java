package no.alisplass.api.vacancy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import no.alisplass.access.VacancyAccess;
import no.alisplass.api.http.Asker;
import no.alisplass.api.http.Paging;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.vacancy.VacancyBoard;
import no.alisplass.vacancy.VacancyTold;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What is told of vacancies to whom. */
@Path("/api/v1/vacancy-messages")
@Tag(name = "Ledige vikariater")
class VacancyMessageResource {
    private final VacancyBoard board;
    private final VacancyAccess access;
    private final Asker asker;

    VacancyMessageResource(VacancyBoard board, VacancyAccess access, Asker asker) {
        this.board = board;
        this.access = access;
        this.asker = asker;
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT, Roles.MUNICIPALITY})
    @ShowsNobody
    @Operation(
            summary = "Det som er sagt om ledige vikariater til den som spør, det siste først, side for side",
            description = "Med «waiting=true» bare der kommunens frist ikke er ute. Ingen e-post er lovet.")
    public RestResponse<List<VacancyBodies.Message>> messages(
            @Parameter(description = "true: bare det som venter")
                    @QueryParam("waiting")
                    @DefaultValue("false")
                    @Pattern(regexp = "true|false") @Size(max = 5) String waiting,
            @BeanParam @Valid Paging paging) {
        VacancyTold.Page page = board.news(access.first(), Boolean.parseBoolean(waiting), paging.page(), paging.size());
        return paging.answer(
                page.told().stream()
                        .map(each -> VacancyBodies.Message.of(each, asker.language()))
                        .toList(),
                page.total());
    }
}
