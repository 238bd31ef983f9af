package no.alisplass.web.shell;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import no.alisplass.allocation.outcome.RoundProgress;
import no.alisplass.catchment.Area;
import no.alisplass.catchment.AreaKind;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Months;
import no.alisplass.domain.Objective;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.Offers;
import no.alisplass.platform.Roles;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.waitlist.AreaStatus;
import no.alisplass.web.coordinator.CoordinatorPages;

/** Every tag on one page, in tests only. */
@Path("/test-tags")
@Blocking
public class SamplePages {
    @Inject
    FormRequest posted;

    @Inject
    Flash flash;

    record Tags(
            Form form,
            List<Link> trail,
            List<Step> steps,
            List<Choice> choices,
            Chart chart,
            LocalDate day,
            HalfYear half,
            Months months)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    public Response show() {
        return Pages.show(page(Form.empty().with("title", "Vår 2027")));
    }

    @POST
    @RolesAllowed(Roles.COORDINATOR)
    public Response save() {
        Form form = posted.form();
        String title = form.required("title", 20);
        form.date("start");
        form.number("count", 0, 9);
        if (form.faulty()) {
            return Pages.faulty(page(form));
        }
        String file = posted.file("fil").map(FormRequest.Upload::name).orElse("");
        flash.tellWithUndo("/test-tags", "doctor-added", title + file);
        return Pages.seeOther("/test-tags");
    }

    @GET
    @Path("rounds")
    @RolesAllowed(Roles.COORDINATOR)
    public Response rounds() {
        Round open = round("ahus-2027-h", "Høst 2027", "2027-H", RoundState.OPEN);
        Round closed = round("ahus-2027-v", "Vår 2027", "2027-V", RoundState.CLOSED);
        Round approved = round("ahus-2026-h", "Høst 2026", "2026-H", RoundState.APPROVED);
        LocalDate day = LocalDate.of(2026, 11, 22);
        List<AreaStatus> silent = Collections.nCopies(
                10,
                new AreaStatus(new Area(new AreaCode("3205"), "Lillestrøm", AreaKind.MUNICIPALITY), false, 0, null));
        return Pages.show(new CoordinatorPages.Start(
                List.of(
                        CoordinatorPages.card(
                                new RoundProgress(open, 8, silent, 24, 40, null, null, false, List.of(), day)),
                        CoordinatorPages.card(
                                new RoundProgress(closed, 8, List.of(), 24, 65, null, null, false, List.of(), day))),
                List.of(new CoordinatorPages.Earlier(
                        approved.title(), "/koordinator", "høst 2026", new Offers.Waits(0, 0))),
                0,
                0,
                day));
    }

    private static Round round(String id, String title, String halfYear, RoundState state) {
        HalfYear first = HalfYear.parse(halfYear);
        return new Round(
                new RoundId(id),
                new HospitalId("ahus"),
                title,
                List.of(first),
                "ahus-2020",
                1,
                Objective.values()[0],
                "seed",
                first.start().minusMonths(3),
                state,
                0);
    }

    @GET
    @Path("taken")
    @RolesAllowed(Roles.COORDINATOR)
    public Response taken() {
        return Pages.show(page(Pages.of(Result.conflict(Finding.of("state", "x", "web.choice-unknown", "x")))));
    }

    @GET
    @Path("broken")
    @RolesAllowed(Roles.COORDINATOR)
    public Response broken() {
        throw new IllegalStateException("secret of the house");
    }

    private static Tags page(Form form) {
        return new Tags(
                form,
                List.of(Link.to("Runder", "/koordinator")),
                List.of(
                        new Step("Forberede", null, "/koordinator", Step.State.DONE),
                        new Step("Få inn ventelister", "3 av 24 har svart", null, Step.State.CURRENT),
                        new Step("Rangere og fordele", null, null, Step.State.COMING),
                        new Step("Godkjenne", null, null, Step.State.COMING)),
                List.of(new Choice("a", "Geriatrisk avdeling"), new Choice("b", "Lungeavdelingen")),
                new Chart(
                        "sokere",
                        "Leger som ønsker hver plass",
                        "Avdeling",
                        List.of("Geriatri", "Lunge", "ØNH", "Akuttpsykiatri"),
                        List.of(
                                new Chart.Series("Første ønske", List.of(12, 7, 19, 30)),
                                new Chart.Series("Andre ønske", List.of(20, 9, 4, 11))),
                        true,
                        false),
                LocalDate.of(2027, 3, 1),
                HalfYear.parse("2027-V"),
                Months.of(new BigDecimal("5.5")));
    }
}
