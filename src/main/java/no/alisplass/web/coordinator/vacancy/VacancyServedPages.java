package no.alisplass.web.coordinator.vacancy;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import no.alisplass.capacity.Vacancy;
import no.alisplass.domain.HospitalId;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Offer;
import no.alisplass.offer.life.Actor;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.vacancy.VacancyBoard;
import no.alisplass.web.offer.OfferDesk;
import no.alisplass.web.offer.ServedDesk;
import no.alisplass.web.offer.VacancyWords;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Months served in a vacancy, and that it is broken off, as the coordinator tells them: the pages of a round's, at the vacancy's address. */
@Path(VacancyPages.BASE + "/{hospital}/{vacancyId}/tjeneste")
@Blocking
public class VacancyServedPages {
    private static final long MOST = 999_999_999_999L;

    private final ServedDesk served;
    private final OfferDesk offers;
    private final VacancyBoard board;
    private final VacancyWords words;
    private final Caller caller;

    @Inject
    VacancyServedPages(ServedDesk served, OfferDesk offers, VacancyBoard board, VacancyWords words, Caller caller) {
        this.served = served;
        this.offers = offers;
        this.board = board;
        this.words = words;
        this.caller = caller;
    }

    /** There is one at a time: the vacancy tells of it. */
    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response back(HospitalId hospital, @PathParam("vacancyId") @Min(1) @Max(MOST) long id) {
        return Pages.seeOther(VacancyPages.at(vacancy(hospital, id)));
    }

    @GET
    @Path("{offer}/maneder")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response months(
            HospitalId hospital,
            @PathParam("vacancyId") @Min(1) @Max(MOST) long id,
            @PathParam("offer") @Min(1) @Max(MOST) long number) {
        return served.months(place(hospital, id), offer(id, number));
    }

    @POST
    @Path("{offer}/maneder")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response confirm(
            HospitalId hospital,
            @PathParam("vacancyId") @Min(1) @Max(MOST) long id,
            @PathParam("offer") @Min(1) @Max(MOST) long number) {
        return served.confirm(place(hospital, id), offer(id, number));
    }

    @GET
    @Path("{offer}/avbrudd")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response interruption(
            HospitalId hospital,
            @PathParam("vacancyId") @Min(1) @Max(MOST) long id,
            @PathParam("offer") @Min(1) @Max(MOST) long number) {
        return served.interruption(place(hospital, id), offer(id, number));
    }

    @POST
    @Path("{offer}/avbrudd")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response interrupt(
            HospitalId hospital,
            @PathParam("vacancyId") @Min(1) @Max(MOST) long id,
            @PathParam("offer") @Min(1) @Max(MOST) long number) {
        return served.interrupt(place(hospital, id), offer(id, number));
    }

    /** @param at address of the vacancy */
    static String base(String at) {
        return at + "/tjeneste";
    }

    private Vacancy vacancy(HospitalId hospital, long id) {
        return Pages.of(board.one(hospital, id, by())).vacancy().value();
    }

    private Offer offer(long vacancy, long number) {
        return VacancyPages.ofVacancy(vacancy, offers.offer(number, by()));
    }

    private ServedDesk.Place place(HospitalId hospital, long id) {
        Vacancy vacancy = vacancy(hospital, id);
        String at = VacancyPages.at(vacancy);
        return new ServedDesk.Place(
                by(),
                base(at),
                words.told(vacancy, words.names(vacancy), at).department(),
                Texts.of("vacancy-kicker"),
                List.of(Link.to(Texts.of("vacancies-title"), VacancyPages.base(hospital))));
    }

    private Acting by() {
        return Acting.as(Actor.COORDINATOR, caller);
    }
}
