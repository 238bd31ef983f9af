package no.alisplass.web.municipality.offer;

import io.quarkus.qute.TemplateInstance;
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
import java.util.Optional;
import no.alisplass.capacity.Vacancy;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.offer.Acting;
import no.alisplass.offer.life.Actor;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.vacancy.VacancyBoard;
import no.alisplass.vacancy.VacancyWay;
import no.alisplass.vacancy.life.VacancyStep;
import no.alisplass.vacancy.rank.Nomination;
import no.alisplass.vacancy.rank.Standing;
import no.alisplass.web.offer.OfferWords;
import no.alisplass.web.offer.VacancyWords;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Vacancies at the hospitals that serve a municipality: which of its own doctors are ranked, and whom it nominates or takes out. */
@Path(OwnVacancyPages.BASE)
@Blocking
public class OwnVacancyPages {
    static final String BASE = "/kommune/vikariater";

    private final VacancyBoard board;
    private final VacancyWay way;
    private final VacancyWords words;
    private final OfferWords offers;
    private final Caller caller;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    OwnVacancyPages(
            VacancyBoard board,
            VacancyWay way,
            VacancyWords words,
            OfferWords offers,
            Caller caller,
            FormRequest posted,
            Flash flash) {
        this.board = board;
        this.way = way;
        this.words = words;
        this.offers = offers;
        this.caller = caller;
        this.posted = posted;
        this.flash = flash;
    }

    record Own(List<VacancyWords.Told> vacancies) implements TemplateInstance {}

    /**
     * @param others how many doctors of other areas are ranked
     * @param open whether doctors can be nominated or taken out
     */
    record One(
            List<Link> trail,
            VacancyWords.Told vacancy,
            List<VacancyWords.Doctor> doctors,
            int others,
            int ranked,
            boolean open,
            List<OfferWords.Told> offers,
            List<VacancyWords.Line> lines,
            Form form)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(hidden = true)
    public Response all() {
        return Pages.show(new Own(board.of(caller.ownArea()).stream()
                .map(each -> words.told(each.value(), words.names(each.value()), at(each.value())))
                .toList()));
    }

    @GET
    @Path("{hospital}/{id}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.VACANCY)
    @Operation(hidden = true)
    public Response one(HospitalId hospital, @PathParam("id") @Min(1) @Max(999_999_999_999L) long id) {
        return Pages.show(page(hospital, id, Form.empty()));
    }

    @POST
    @Path("{hospital}/{id}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.VACANCY)
    @Operation(hidden = true)
    public Response say(HospitalId hospital, @PathParam("id") @Min(1) @Max(999_999_999_999L) long id) {
        Form form = posted.form();
        HprNumber doctor = form.chosen("doctor", VacancyWords::hpr).orElse(null);
        Nomination said = form.chosen("said", Nomination::valueOf).orElse(null);
        Optional<Standing> after =
                form.faulty() ? Optional.empty() : form.take(way.nominate(hospital, id, doctor, said, by()));
        if (after.isEmpty()) {
            return Pages.faulty(page(hospital, id, form.atField(Form.WHOLE)));
        }
        flash.tell("vacancy-done-" + said, after.get().name());
        return Pages.seeOther(BASE + "/" + hospital + "/" + id);
    }

    private One page(HospitalId hospital, long id, Form form) {
        VacancyBoard.Seen seen = Pages.of(board.one(hospital, id, by()));
        Vacancy vacancy = seen.vacancy().value();
        Names names = words.names(vacancy);
        List<VacancyWords.Doctor> doctors = words.doctors(seen.standings(), names);
        int own = (int) doctors.stream().filter(VacancyWords.Doctor::isRanked).count();
        return new One(
                List.of(Link.to(Texts.of("own-vacancies"), BASE)),
                words.told(vacancy, names, at(vacancy)),
                doctors,
                seen.ranked() - own,
                seen.ranked(),
                !seen.nominationsOver() && seen.steps().contains(VacancyStep.NOMINATE),
                offers.all(seen.offers(), by(), offer -> OwnOfferPages.BASE + "/" + offer.id()),
                words.record(Pages.of(board.events(hospital, id, by())), by()),
                form);
    }

    private static String at(Vacancy vacancy) {
        return BASE + "/" + vacancy.hospital() + "/" + vacancy.id();
    }

    private Acting by() {
        return Acting.as(Actor.AREA, caller);
    }
}
