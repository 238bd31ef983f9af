package no.alisplass.web.department;

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
import no.alisplass.capacity.Vacancy;
import no.alisplass.capacity.VacancyState;
import no.alisplass.domain.HospitalId;
import no.alisplass.offer.Acting;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.vacancy.VacancyBoard;
import no.alisplass.vacancy.VacancyWay;
import no.alisplass.vacancy.life.VacancyStep;
import no.alisplass.web.offer.OfferWords;
import no.alisplass.web.offer.VacancyWords;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One of a department's vacancies: where it stands, who is offered it or comes, and what was done. */
@Path("/avdeling/ledige/{id}")
@Blocking
public class DepartmentVacancyPages {
    private final VacancyBoard board;
    private final VacancyWay way;
    private final VacancyWords words;
    private final OfferWords offers;
    private final OwnDepartment own;
    private final Caller caller;
    private final Flash flash;

    @Inject
    DepartmentVacancyPages(
            VacancyBoard board,
            VacancyWay way,
            VacancyWords words,
            OfferWords offers,
            OwnDepartment own,
            Caller caller,
            Flash flash) {
        this.board = board;
        this.way = way;
        this.words = words;
        this.offers = offers;
        this.own = own;
        this.caller = caller;
        this.flash = flash;
    }

    /** @param reopen where a POST opens it again; null where that cannot be */
    record One(
            VacancyWords.Told vacancy,
            boolean counts,
            int ranked,
            List<OfferWords.Told> offers,
            boolean canFill,
            String reopen,
            List<VacancyWords.Line> lines,
            Form form)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.DEPARTMENT)
    @ShowsPersons(Seen.VACANCY)
    @Operation(hidden = true)
    public Response one(@PathParam("id") @Min(1) @Max(999_999_999_999L) long id) {
        return Pages.show(page(id, Form.empty()));
    }

    /** The department has found somebody by itself. */
    @POST
    @RolesAllowed(Roles.DEPARTMENT)
    @ShowsPersons(Seen.VACANCY)
    @Operation(hidden = true)
    public Response filled(@PathParam("id") @Min(1) @Max(999_999_999_999L) long id) {
        Acting by = own.by();
        Form form = Form.empty();
        long version = Pages.of(board.one(hospital(), id, by)).vacancy().version();
        Vacancy.Change change = new Vacancy.Change(null, null, null, null, VacancyState.FILLED);
        if (form.take(way.change(hospital(), id, change, by, version)).isEmpty()) {
            return Pages.faulty(page(id, form.atField(Form.WHOLE)));
        }
        flash.tell("vacancy-done-besatt");
        return Pages.seeOther("/avdeling/ledige/" + id);
    }

    private One page(long id, Form form) {
        Acting by = own.by();
        VacancyBoard.Seen seen = Pages.of(board.one(hospital(), id, by));
        Vacancy vacancy = seen.vacancy().value();
        return new One(
                words.told(vacancy, words.names(vacancy), "/avdeling/ledige/" + id),
                vacancy.counts(),
                seen.ranked(),
                offers.all(seen.offers(), by, offer -> DepartmentOfferPages.BASE + "/" + offer.id()),
                seen.steps().contains(VacancyStep.FILL_OTHERWISE),
                seen.steps().contains(VacancyStep.REOPEN) && seen.offers().isEmpty()
                        ? "/avdeling/vikariater/" + id + "/apne"
                        : null,
                words.record(Pages.of(board.events(hospital(), id, by)), by),
                form);
    }

    /** {@link OwnDepartment#by} has refused who has none. */
    private HospitalId hospital() {
        return caller.hospital().orElseThrow();
    }
}
