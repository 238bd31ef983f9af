package no.alisplass.web.planner;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.planning.SweepQuestion;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.report.Report;
import no.alisplass.report.SweepReport;
import no.alisplass.scenario.Scenarios;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.SeatTrials;
import no.alisplass.scenario.sweep.SeatRange;
import no.alisplass.scenario.sweep.Sweep.Mode;
import no.alisplass.scenario.sweep.SweepSearch;
import no.alisplass.web.planner.job.SweepPages;
import no.alisplass.web.shell.Chart;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Ranges of seats, and what most is got out of. Counts alone; asked by GET, for nothing is changed. */
@Path("/planlegger/hva-om/{round}/spenn")
@Blocking
public class SeatSweepPages {
    private static final String MODE = "mate";

    private final WhatIfDesk desk;
    private final Scenarios scenarios;
    private final Caller caller;

    @Inject
    SeatSweepPages(WhatIfDesk desk, Scenarios scenarios, Caller caller) {
        this.desk = desk;
        this.scenarios = scenarios;
        this.caller = caller;
    }

    /** What is asked. */
    private record Question(List<SeatRange> ranges, Mode mode) {}

    /** @param now how many seats there are */
    @TemplateData
    public record Range(
            String department, String halfYear, int now, String from, String to, String fromLabel, String toLabel) {}

    /** @param frontier null where there is no answer @param table the frontier with the numbers of each place @param asked the question as an address has it @param later where it is asked to be worked out while one waits; null where it need or can not be */
    record Ranges(
            String roundTitle,
            String id,
            Form form,
            List<Range> ranges,
            List<Choice> modes,
            Report report,
            Chart frontier,
            ReportTable table,
            String asked,
            String later)
            implements TemplateInstance {}

    @GET
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(hidden = true)
    public Response ranges(RoundId round, @Context UriInfo address) {
        WhatIfDesk.Asked asked = desk.asked(round);
        SeatTrials trials = scenarios.trials(asked.snapshot());
        List<SeatChange> places = trials.places().now();
        Form form = Form.of(address.getQueryParameters());
        Optional<Question> question = places.isEmpty() ? Optional.empty() : question(trials, form);
        Report report =
                question.flatMap(read -> report(asked, trials, read, form)).orElse(null);
        String later = report != null
                ? null
                : question.filter(read -> caller.isIn(Roles.PLANNER) && fitsLater(trials, read))
                        .map(read -> SweepPages.asking(round, read.ranges(), read.mode()))
                        .orElse(null);
        String query = address.getRequestUri().getRawQuery();
        Ranges page = new Ranges(
                asked.round().title(),
                round.value(),
                form,
                places.stream().map(each -> range(asked, each)).toList(),
                Stream.of(Mode.values())
                        .map(mode -> new Choice(mode.name(), Texts.of("sweep-mode-" + mode)))
                        .toList(),
                report,
                report == null ? null : chart(report.table(SweepReport.FRONTIER)),
                report == null ? null : ReportTable.of(report.table(SweepReport.FRONTIER)),
                query == null ? "" : "?" + query,
                later);
        return form.faulty() ? Pages.faulty(page) : Pages.show(page);
    }

    @GET
    @Path("tabell.xlsx")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(hidden = true)
    public Response book(RoundId round, @Context UriInfo address) {
        WhatIfDesk.Asked asked = desk.asked(round);
        return WhatIfFilePages.book(answered(asked, address), asked, "spenn");
    }

    @GET
    @Path("ark.pdf")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(hidden = true)
    public Response sheet(RoundId round, @Context UriInfo address) {
        WhatIfDesk.Asked asked = desk.asked(round);
        return WhatIfFilePages.sheet(answered(asked, address), SweepReport.ON_PAPER, asked, "spenn");
    }

    /** Refused where the question cannot be read or is too much. */
    private Report answered(WhatIfDesk.Asked asked, UriInfo address) {
        Form form = Form.of(address.getQueryParameters());
        SeatTrials trials = scenarios.trials(asked.snapshot());
        return question(trials, form)
                .flatMap(question -> report(asked, trials, question, form))
                .orElseGet(() -> Pages.of(Result.<Report>invalid(form.findings())));
    }

    private static Range range(WhatIfDesk.Asked asked, SeatChange place) {
        String department = asked.names().department(place.department());
        return new Range(
                department,
                Formats.halfYear(place.halfYear()),
                place.seats(),
                from(place),
                to(place),
                Texts.of("sweep-from-in", department, place.halfYear()),
                Texts.of("sweep-to-in", department, place.halfYear()));
    }

    private static String from(SeatChange place) {
        return "fra_" + place.department() + "_" + place.halfYear();
    }

    private static String to(SeatChange place) {
        return "til_" + place.department() + "_" + place.halfYear();
    }

    /** Empty, and told in the form, where it is too much. */
    private static Optional<Report> report(WhatIfDesk.Asked asked, SeatTrials trials, Question question, Form form) {
        return form.take(SweepSearch.of(trials, question.ranges(), question.mode()))
                .map(sweep ->
                        SweepReport.of(sweep, asked.problemHash(), asked.round().title(), asked.words()));
    }

    /** Whether what is too much at once can be worked out while one waits. */
    private static boolean fitsLater(SeatTrials trials, Question question) {
        return SweepSearch.asked(trials, question.ranges(), question.mode(), SweepQuestion.most(trials))
                instanceof Result.Done;
    }

    /** Empty, and told in the form, where it cannot be read. */
    private static Optional<Question> question(SeatTrials trials, Form form) {
        List<SeatChange> places = trials.places().now();
        List<SeatRange> ranges = new ArrayList<>();
        for (SeatChange place : places) {
            Optional<Integer> from = form.number(from(place), 0, SeatChange.MOST);
            Optional<Integer> to = form.number(to(place), 0, SeatChange.MOST);
            if (from.isPresent() || to.isPresent()) {
                int first = from.orElse(Math.min(place.seats(), to.orElse(place.seats())));
                int last = to.orElse(Math.max(place.seats(), first));
                if (last < first) {
                    form.refuse(Finding.of(to(place), last, "scenario.range-backwards", first, last));
                }
                ranges.add(new SeatRange(place.department(), place.halfYear(), first, last));
            }
        }
        Optional<Mode> mode = form.choice(MODE, Mode::valueOf);
        if (form.faulty()) {
            return Optional.empty();
        }
        if (ranges.isEmpty()) {
            fill(trials, form, ranges, mode);
        }
        Mode chosen = form.choice(MODE, Mode::valueOf).orElse(Mode.ALL);
        form.having(MODE, chosen);
        return Optional.of(new Question(ranges, chosen));
    }

    /** What is told before anybody asks: one seat more in every place, all together where that is not too much. */
    private static void fill(SeatTrials trials, Form form, List<SeatRange> ranges, Optional<Mode> mode) {
        List<SeatChange> places = trials.places().now();
        boolean all = places.size() < Integer.SIZE - 1 && 1 << places.size() <= trials.most();
        int most = all ? places.size() : Math.max(1, trials.most() / 2);
        places.stream().limit(most).forEach(place -> {
            form.having(from(place), place.seats());
            form.having(to(place), place.seats() + 1);
            ranges.add(new SeatRange(place.department(), place.halfYear(), place.seats(), place.seats() + 1));
        });
        if (mode.isEmpty()) {
            form.having(MODE, all ? Mode.ALL : Mode.ONE_AT_A_TIME);
        }
    }

    private static Chart chart(Report.Table frontier) {
        return new Chart(
                "mest",
                frontier.title(),
                frontier.head().get(0),
                frontier.rows().stream().map(row -> row.get(0).toString()).toList(),
                List.of(new Chart.Series(
                        frontier.head().get(1),
                        frontier.rows().stream()
                                .map(row -> (Integer) row.get(1))
                                .toList())),
                false,
                false,
                Chart.Look.LINE);
    }
}
