package no.alisplass.web.planner;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.report.Report;
import no.alisplass.report.WorthReport;
import no.alisplass.scenario.Scenarios;
import no.alisplass.scenario.SeatTrials;
import no.alisplass.scenario.count.Bottleneck;
import no.alisplass.web.shell.Chart;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What is one seat more worth, and where do most want to go? Counts alone. */
@Path("/planlegger/hva-om/{round}/verdi")
@Blocking
public class SeatWorthPages {
    private final WhatIfDesk desk;
    private final Scenarios scenarios;

    @Inject
    SeatWorthPages(WhatIfDesk desk, Scenarios scenarios) {
        this.desk = desk;
        this.scenarios = scenarios;
    }

    /** @param bars null where there is no place @param wanted null where there is no department */
    record Worth(String roundTitle, String id, int doctors, Report report, Chart bars, ReportTable why, Chart wanted)
            implements TemplateInstance {}

    @GET
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(hidden = true)
    public Response worth(RoundId round) {
        WhatIfDesk.Asked asked = desk.asked(round);
        Report report = report(asked);
        Report.Table worth = report.table(WorthReport.WORTH);
        Report.Table wanted = report.table(WorthReport.BOTTLENECK);
        return Pages.show(new Worth(
                asked.round().title(),
                round.value(),
                asked.snapshot().problem().doctors().size(),
                report,
                worth.rows().isEmpty() ? null : bars(worth),
                ReportTable.of(worth),
                wanted.rows().isEmpty() ? null : wanted(wanted)));
    }

    @GET
    @Path("tabell.xlsx")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(hidden = true)
    public Response book(RoundId round) {
        WhatIfDesk.Asked asked = desk.asked(round);
        return WhatIfFilePages.book(report(asked), asked, "verdi");
    }

    @GET
    @Path("ark.pdf")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(hidden = true)
    public Response sheet(RoundId round) {
        WhatIfDesk.Asked asked = desk.asked(round);
        return WhatIfFilePages.sheet(report(asked), WorthReport.ON_PAPER, asked, "verdi");
    }

    private Report report(WhatIfDesk.Asked asked) {
        SeatTrials trials = scenarios.trials(asked.snapshot());
        return Pages.of(WorthReport.of(
                trials,
                scenarios.work(trials.problem()),
                Bottleneck.of(asked.snapshot()),
                asked.problemHash(),
                asked.round().title(),
                asked.words()));
    }

    private static Chart bars(Report.Table worth) {
        return new Chart(
                "en-til",
                Texts.of("worth-chart"),
                Texts.of("worth-chart-place"),
                worth.rows().stream().map(row -> row.get(0) + ", " + row.get(1)).toList(),
                List.of(
                        new Chart.Series(
                                Texts.of("worth-chart-placed"),
                                worth.rows().stream()
                                        .map(row -> ((Report.Change) row.get(3)).by())
                                        .toList()),
                        new Chart.Series(
                                Texts.of("worth-chart-better"),
                                worth.rows().stream()
                                        .map(row -> (Integer) row.get(4))
                                        .toList())),
                false,
                true,
                Chart.Look.TOLD);
    }

    private static Chart wanted(Report.Table wanted) {
        return new Chart(
                "flaskehals",
                wanted.title(),
                wanted.head().get(0),
                wanted.rows().stream().map(row -> row.get(0).toString()).toList(),
                List.of(series(wanted, 1), series(wanted, 3)),
                false,
                false,
                Chart.Look.TOLD);
    }

    private static Chart.Series series(Report.Table table, int column) {
        return new Chart.Series(
                table.head().get(column),
                table.rows().stream().map(row -> (Integer) row.get(column)).toList());
    }
}
