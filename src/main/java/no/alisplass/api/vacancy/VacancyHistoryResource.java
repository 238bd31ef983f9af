package no.alisplass.api.vacancy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import no.alisplass.access.VacancyAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Asker;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Whole;
import no.alisplass.domain.HospitalId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.vacancy.VacancyBoard;
import no.alisplass.vacancy.VacancyTold;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What was done with a vacancy, and whom it was to be told. */
@Path("/api/v1/hospitals/{hospital}/vacancies/{vacancyId}/events")
@Tag(name = "Ledige vikariater")
class VacancyHistoryResource {
    private final VacancyBoard board;
    private final VacancyAccess access;
    private final Asker asker;

    VacancyHistoryResource(VacancyBoard board, VacancyAccess access, Asker asker) {
        this.board = board;
        this.access = access;
        this.asker = asker;
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT, Roles.MUNICIPALITY})
    @ShowsPersons(Seen.VACANCY)
    @Operation(
            summary = "Alt som er gjort med et ledig vikariat: hvem, hva og når, det første først, side for side",
            description = "En kommune får det som gjelder dens egne leger eller ingen lege, en avdeling det siste.")
    public RestResponse<List<VacancyBodies.Event>> events(
            HospitalId hospital, @Min(1) @Max(999_999_999_999L) long vacancyId, @BeanParam @Valid Paging paging) {
        return paging.of(Answers.of(access.of(hospital).then(by -> board.events(hospital, vacancyId, by))).stream()
                .map(VacancyBodies.Event::of)
                .toList());
    }

    @GET
    @Path("/{number}/ranking")
    @Whole("One ranking, as it is stored.")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.VACANCY)
    @Operation(
            summary = "Rangeringen vikariatet ble tilbudt etter, slik den var da",
            description = "Fakta, dag og frø er alt regelsettet trenger for å komme til den samme rekkefølgen.")
    public VacancyBodies.Stored ranking(
            HospitalId hospital,
            @Min(1) @Max(999_999_999_999L) long vacancyId,
            @Min(1) @Max(999_999_999_999L) long number) {
        return VacancyBodies.Stored.of(
                Answers.of(access.of(hospital).then(by -> board.ranking(hospital, vacancyId, number, by))));
    }

    @GET
    @Path("/messages")
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT, Roles.MUNICIPALITY})
    @ShowsNobody
    @Operation(
            summary = "Det som skulle sies til den som spør om et ledig vikariat, det siste først, side for side",
            description = "At det står her, betyr ikke at noe er sendt.")
    public RestResponse<List<VacancyBodies.Message>> messages(
            HospitalId hospital, @Min(1) @Max(999_999_999_999L) long vacancyId, @BeanParam @Valid Paging paging) {
        VacancyTold.Page page = Answers.of(
                access.of(hospital).then(by -> board.told(hospital, vacancyId, by, paging.page(), paging.size())));
        return paging.answer(
                page.told().stream()
                        .map(each -> VacancyBodies.Message.of(each, asker.language()))
                        .toList(),
                page.total());
    }
}
