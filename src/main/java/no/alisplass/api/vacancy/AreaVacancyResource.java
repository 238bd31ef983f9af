package no.alisplass.api.vacancy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import no.alisplass.access.OfferAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Paging;
import no.alisplass.domain.AreaCode;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.vacancy.VacancyBoard;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The vacancies of the hospitals that serve an area. */
@Path("/api/v1/areas/{area}/vacancies")
@Tag(name = "Ledige vikariater")
class AreaVacancyResource {
    private final VacancyBoard board;
    private final OfferAccess access;

    AreaVacancyResource(VacancyBoard board, OfferAccess access) {
        this.board = board;
        this.access = access;
    }

    @GET
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(
            summary = "Ledige vikariater i sykehusene som betjener området, de første først, side for side",
            description = "De som teller og ikke er over. Besatte bare der kommunen fikk vite om dem.")
    public RestResponse<List<VacancyBodies.OfArea>> ofArea(AreaCode area, @BeanParam @Valid Paging paging) {
        return paging.of(board.of(Answers.of(access.of(area)).area()).stream()
                .map(VacancyBodies.OfArea::of)
                .toList());
    }
}
