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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import no.alisplass.access.VacancyAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Asker;
import no.alisplass.api.http.Paging;
import no.alisplass.domain.HospitalId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.vacancy.VacancyBoard;
import no.alisplass.vacancy.VacancyWay;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where doctors stand for a vacancy, and what areas say of theirs. */
@Path("/api/v1/hospitals/{hospital}/vacancies/{vacancyId}/doctors")
@Tag(name = "Ledige vikariater")
class VacancyDoctorResource {
    private final VacancyBoard board;
    private final VacancyWay way;
    private final VacancyAccess access;
    private final Asker asker;

    VacancyDoctorResource(VacancyBoard board, VacancyWay way, VacancyAccess access, Asker asker) {
        this.board = board;
        this.way = way;
        this.access = access;
        this.asker = asker;
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.MUNICIPALITY})
    @ShowsPersons(Seen.VACANCY)
    @Operation(
            summary = "Hvem som er rangert for et ledig vikariat, den første først, og hvem som ikke er det og hvorfor",
            description = "Side for side. En kommune ser bare sine egne leger, med nummeret hver har.")
    public RestResponse<List<VacancyBodies.Doctor>> doctors(
            HospitalId hospital, @Min(1) @Max(999_999_999_999L) long vacancyId, @BeanParam @Valid Paging paging) {
        return paging.of(VacancyBodies.doctors(
                Answers.of(access.of(hospital).then(by -> board.one(hospital, vacancyId, by)))
                        .standings(),
                asker.language()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.VACANCY)
    @Operation(
            summary = "Nominerer en av kommunens leger til et ledig vikariat, eller tar legen ut",
            description =
                    "Til kommunens frist. Det som sies sist, gjelder. Det eneste en nominasjon setter til side, er"
                            + " ønskene til legen og grensen kommunen har satt; annet er 409 med grunnen.")
    public VacancyBodies.Doctor nominate(
            HospitalId hospital,
            @Min(1) @Max(999_999_999_999L) long vacancyId,
            @Valid @NotNull VacancyBodies.Said body) {
        return VacancyBodies.Doctor.of(
                Answers.of(access.ofOwnArea(hospital)
                        .then(by -> way.nominate(hospital, vacancyId, body.hpr(), body.said(), by))),
                asker.language());
    }
}
