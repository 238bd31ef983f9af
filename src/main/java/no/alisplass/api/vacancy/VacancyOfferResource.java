package no.alisplass.api.vacancy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import no.alisplass.access.VacancyAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Paging;
import no.alisplass.domain.HospitalId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.vacancy.VacancyBoard;
import no.alisplass.vacancy.VacancyWay;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** To whom a vacancy is offered; each is an offer as any other, under {@code /api/v1/offers}. */
@Path("/api/v1/hospitals/{hospital}/vacancies/{vacancyId}/offers")
@Tag(name = "Ledige vikariater")
class VacancyOfferResource {
    private final VacancyBoard board;
    private final VacancyWay way;
    private final VacancyAccess access;

    VacancyOfferResource(VacancyBoard board, VacancyWay way, VacancyAccess access) {
        this.board = board;
        this.way = way;
        this.access = access;
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT, Roles.MUNICIPALITY})
    @ShowsPersons(Seen.VACANCY)
    @Operation(
            summary = "Hvem et ledig vikariat er og var tilbudt, det første først, side for side",
            description = "En kommune ser sine egne leger, en avdeling bare den som kommer eller kan komme.")
    public RestResponse<List<VacancyBodies.Offered>> offers(
            HospitalId hospital, @Min(1) @Max(999_999_999_999L) long vacancyId, @BeanParam @Valid Paging paging) {
        return paging.of(
                Answers.of(access.of(hospital).then(by -> board.one(hospital, vacancyId, by))).offers().stream()
                        .map(VacancyBodies.Offered::of)
                        .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.VACANCY)
    @Operation(
            summary = "Tilbyr et ledig vikariat til den første i rekkefølgen, eller til en annen av en grunn",
            description =
                    "Aldri til to samtidig. Rangeringen lagres. Der avdelingens leder vurderer tilbud før de sendes,"
                            + " blir det et utkast, som sendes når det er vurdert.")
    public RestResponse<VacancyBodies.Offered> offer(
            HospitalId hospital,
            @Min(1) @Max(999_999_999_999L) long vacancyId,
            @Valid @NotNull VacancyBodies.ToOffer body) {
        VacancyBodies.Offered made = VacancyBodies.Offered.of(Answers.of(
                access.of(hospital).then(by -> way.offer(hospital, vacancyId, body.hpr(), body.text(), by))));
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, made)
                .header(HttpHeaders.LOCATION, "/api/v1/offers/" + made.offer())
                .build();
    }

    @POST
    @Path("/sent")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.VACANCY)
    @Operation(summary = "Sender tilbudet som avdelingen har vurdert")
    public VacancyBodies.Offered send(HospitalId hospital, @Min(1) @Max(999_999_999_999L) long vacancyId) {
        return VacancyBodies.Offered.of(Answers.of(access.of(hospital).then(by -> way.send(hospital, vacancyId, by))));
    }

    @POST
    @Path("/to-all")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(
            summary = "Frigir et ledig vikariat til alle før tiden",
            description = "Mens noen fortsatt kunne fått tilbudet, med en skriftlig grunn.")
    public VacancyBodies.OfArea release(
            HospitalId hospital,
            @Min(1) @Max(999_999_999_999L) long vacancyId,
            @Valid @NotNull VacancyBodies.ToRelease body) {
        return VacancyBodies.OfArea.of(
                Answers.of(access.of(hospital).then(by -> way.release(hospital, vacancyId, body.text(), by))));
    }
}
