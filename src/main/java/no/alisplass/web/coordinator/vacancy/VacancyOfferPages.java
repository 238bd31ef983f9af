package no.alisplass.web.coordinator.vacancy;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.alisplass.domain.HospitalId;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Offer;
import no.alisplass.offer.Offers;
import no.alisplass.offer.life.Actor;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.vacancy.VacancyBoard;
import no.alisplass.web.offer.OfferDesk;
import no.alisplass.web.offer.OfferTask;
import no.alisplass.web.offer.OfferWords;
import no.alisplass.web.offer.ServedDesk;
import no.alisplass.web.offer.VacancyWords;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One offer of a vacancy: as those of a round, {@code OfferPages}, at the vacancy's address. */
@Path(VacancyPages.BASE + "/{hospital}/{vacancyId}/tilbud/{offer}")
@Blocking
public class VacancyOfferPages {
    private final Offers offers;
    private final OfferDesk desk;
    private final ServedDesk served;
    private final OfferWords words;
    private final VacancyBoard board;
    private final VacancyWords vacancies;
    private final Caller caller;

    @Inject
    VacancyOfferPages(
            Offers offers,
            OfferDesk desk,
            ServedDesk served,
            OfferWords words,
            VacancyBoard board,
            VacancyWords vacancies,
            Caller caller) {
        this.offers = offers;
        this.desk = desk;
        this.served = served;
        this.words = words;
        this.board = board;
        this.vacancies = vacancies;
        this.caller = caller;
    }

    record Show(
            String vacancy,
            List<Link> trail,
            OfferWords.Told offer,
            List<OfferDesk.Button> buttons,
            List<OfferWords.Line> lines)
            implements TemplateInstance {}

    record Take(String vacancy, List<Link> trail, OfferDesk.StepPage step, Form form) implements TemplateInstance {}

    /** The vacancy an offer is of. @param at its address */
    private record Of(String name, String at, List<Link> trail) {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response show(
            HospitalId hospital,
            @PathParam("vacancyId") @Min(1) @Max(999_999_999_999L) long id,
            @PathParam("offer") @Min(1) @Max(999_999_999_999L) long number) {
        Of vacancy = vacancy(hospital, id);
        Offer offer = offer(id, number);
        String base = base(vacancy, offer);
        return Pages.show(new Show(
                vacancy.name(),
                vacancy.trail(),
                words.one(offer, by(), base),
                Stream.concat(
                                desk.buttons(offer, by(), base).stream(),
                                served.buttons(offer, by(), VacancyServedPages.base(vacancy.at())).stream())
                        .toList(),
                words.record(Pages.of(offers.events(number, by())), by())));
    }

    @GET
    @Path("{step}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response step(
            HospitalId hospital,
            @PathParam("vacancyId") @Min(1) @Max(999_999_999_999L) long id,
            @PathParam("offer") @Min(1) @Max(999_999_999_999L) long number,
            @PathParam("step") @Pattern(regexp = OfferTask.SLUG) @Size(max = 30) String slug) {
        Of vacancy = vacancy(hospital, id);
        Offer offer = offer(id, number);
        return desk.step(slug, offer, by(), base(vacancy, offer), (step, form) -> page(vacancy, offer, step, form));
    }

    @POST
    @Path("{step}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response taken(
            HospitalId hospital,
            @PathParam("vacancyId") @Min(1) @Max(999_999_999_999L) long id,
            @PathParam("offer") @Min(1) @Max(999_999_999_999L) long number,
            @PathParam("step") @Pattern(regexp = OfferTask.SLUG) @Size(max = 30) String slug) {
        Of vacancy = vacancy(hospital, id);
        Offer offer = offer(id, number);
        return desk.taken(slug, offer, by(), base(vacancy, offer), (step, form) -> page(vacancy, offer, step, form));
    }

    private static Take page(Of vacancy, Offer offer, OfferDesk.StepPage step, Form form) {
        List<Link> trail = new ArrayList<>(vacancy.trail());
        trail.add(Link.to(step.offer().name(), base(vacancy, offer)));
        return new Take(vacancy.name(), trail, step, form);
    }

    private Of vacancy(HospitalId hospital, long id) {
        VacancyBoard.Seen seen = Pages.of(board.one(hospital, id, by()));
        String at = VacancyPages.at(seen.vacancy().value());
        VacancyWords.Told told = vacancies.told(
                seen.vacancy().value(), vacancies.names(seen.vacancy().value()), at);
        String name = Texts.of("vacancy-named", told.department(), told.from(), told.to());
        return new Of(
                name,
                at,
                List.of(
                        Link.to(Texts.of("vacancies-title"), VacancyPages.base(hospital)),
                        Link.to(told.department(), at)));
    }

    private Offer offer(long vacancy, long number) {
        return VacancyPages.ofVacancy(vacancy, desk.offer(number, by()));
    }

    private static String base(Of vacancy, Offer offer) {
        return vacancy.at() + "/tilbud/" + offer.id();
    }

    private Acting by() {
        return Acting.as(Actor.COORDINATOR, caller);
    }
}
