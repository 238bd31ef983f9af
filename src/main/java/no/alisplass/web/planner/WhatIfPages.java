package no.alisplass.web.planner;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import no.alisplass.access.RoundAccess;
import no.alisplass.domain.Finding;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.report.Report;
import no.alisplass.report.StepReport;
import no.alisplass.round.RoundState;
import no.alisplass.scenario.SeatChange;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Page;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Formats;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * What if the departments had other numbers of seats? Asks by GET, for nothing is changed; the answer stands beside the numbers, and comes anew
 * with each step. Counts alone: who it is about a coordinator reads on {@link WhatIfWhoPages}.
 */
@Path("/planlegger/hva-om")
@Blocking
public class WhatIfPages {
    private static final int SHOWN_ROUNDS = 20;

    private final RoundAccess access;
    private final WhatIfDesk desk;
    private final Caller caller;

    @Inject
    WhatIfPages(RoundAccess access, WhatIfDesk desk, Caller caller) {
        this.access = access;
        this.desk = desk;
        this.caller = caller;
    }

    record Choose(List<Link> rounds) implements TemplateInstance {}

    /**
     * What came of it.
     *
     * @param findings what is wrong with what was asked; then there is nothing else
     * @param beside the tables beside the grid @param below those below it
     * @param asked the numbers asked about, as an address has them
     * @param who whether the reader may be told who
     */
    @TemplateData
    public record Answer(
            List<Finding> findings,
            List<String> said,
            List<String> notes,
            List<ReportTable> beside,
            List<ReportTable> below,
            String base,
            String asked,
            boolean changed,
            boolean who) {}

    /** @param many whether the reader may have many numbers worked out, which only planners may */
    record Ask(
            String roundTitle,
            String id,
            List<String> halfYears,
            List<SeatForm.Row> rows,
            Form form,
            Answer answer,
            int doctors,
            String hash,
            boolean many)
            implements TemplateInstance {}

    record Part(Answer answer) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.PLANNER)
    @ShowsNobody
    @Operation(hidden = true)
    public Response choose() {
        return Pages.show(new Choose(
                access.page(null, EnumSet.of(RoundState.CLOSED, RoundState.APPROVED), 0, SHOWN_ROUNDS).rounds().stream()
                        .map(round -> Link.to(round.title(), "/planlegger/hva-om/" + round.id()))
                        .toList()));
    }

    @GET
    @Path("{round}")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(hidden = true)
    public Response ask(RoundId round, @Context UriInfo address, @Context HttpServerRequest request) {
        WhatIfDesk.Asked asked = desk.asked(round);
        SeatForm seats = desk.form(asked, address, !Page.partOnly(request));
        List<SeatChange> changes = seats.changes();
        Form form = seats.form();
        Report report =
                form.faulty() ? null : form.take(desk.report(asked, changes)).orElse(null);
        Answer answer = answer(round, form, report, changes);
        if (Page.partOnly(request)) {
            Part part = new Part(answer);
            // What is asked stays in the address, to be loaded anew and handed on.
            return form.faulty()
                    ? Pages.faulty(part)
                    : Response.fromResponse(Pages.show(part))
                            .header("HX-Replace-Url", answer.base() + answer.asked())
                            .build();
        }
        Ask page = new Ask(
                asked.round().title(),
                round.value(),
                asked.round().halfYears().stream().map(Formats::halfYear).toList(),
                seats.rows(asked.names(), asked.round().halfYears()),
                form,
                answer,
                asked.snapshot().problem().doctors().size(),
                asked.problemHash(),
                caller.isIn(Roles.PLANNER));
        return form.faulty() ? Pages.faulty(page) : Pages.show(page);
    }

    private Answer answer(RoundId round, Form form, Report report, List<SeatChange> changes) {
        boolean none = report == null;
        return new Answer(
                form.findings(),
                none ? List.of() : report.said(),
                none ? List.of() : report.notes(),
                none ? List.of() : tables(report, StepReport.OUTCOME, StepReport.MOVED),
                none
                        ? List.of()
                        : tables(report, StepReport.UNUSED, StepReport.WISHES, StepReport.CRITERIA, StepReport.AREAS),
                "/planlegger/hva-om/" + round,
                SeatForm.query(changes),
                !changes.isEmpty(),
                caller.isIn(Roles.COORDINATOR));
    }

    private static List<ReportTable> tables(Report report, String... ids) {
        return Stream.of(ids)
                .map(report::table)
                .filter(table -> !table.rows().isEmpty())
                .map(ReportTable::of)
                .toList();
    }
}
