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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.alisplass.allocation.outcome.WaitingTimes;
import no.alisplass.capacity.Department;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.report.LeastReport;
import no.alisplass.report.LeastReport.Asked;
import no.alisplass.report.LeastReport.Goal;
import no.alisplass.report.Report;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.least.SeatCeiling;
import no.alisplass.scenario.least.find.LeastSeatsFinder;
import no.alisplass.scenario.least.find.LeastSeatsFinder.Answered;
import no.alisplass.scenario.least.find.LeastSeatsFinder.Whom;
import no.alisplass.web.shell.Chart;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How few more seats would be enough, and where? Counts alone; asked by GET, for nothing is changed. */
@Path("/planlegger/hva-om/{round}/minst")
@Blocking
public class LeastSeatsPages {
    private static final String WHOM = "hvem";
    private static final String WAITED = "halvar";
    private static final String NO_LIMITS = "uten-grenser";
    private static final int LONGEST_WAIT = 40;

    private final WhatIfDesk desk;
    private final LeastSeatsFinder finder;
    private final WaitingTimes waiting;

    @Inject
    LeastSeatsPages(WhatIfDesk desk, LeastSeatsFinder finder, WaitingTimes waiting) {
        this.desk = desk;
        this.finder = finder;
        this.waiting = waiting;
    }

    /** The most seats of a department in each half-year. */
    @TemplateData
    public record Ceiling(String name, String department) {}

    /** @param report null where the question cannot be read @param places null where no seat is added @param asked the question as an address has it */
    record Least(
            String roundTitle,
            String id,
            Form form,
            List<Choice> goals,
            List<Ceiling> ceilings,
            Report report,
            Chart places,
            List<ReportTable> tables,
            String asked)
            implements TemplateInstance {}

    @GET
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(hidden = true)
    public Response least(RoundId round, @Context UriInfo address) {
        WhatIfDesk.Asked asked = desk.asked(round);
        Form form = Form.of(address.getQueryParameters());
        Optional<Report> report = report(asked, form);
        if (form.value(WHOM).isEmpty()) {
            form.having(WHOM, Goal.EVERYONE);
        }
        String query = address.getRequestUri().getRawQuery();
        Least page = new Least(
                asked.round().title(),
                round.value(),
                form,
                Stream.of(Goal.EVERYONE, Goal.WAITED, Goal.FIRST_WISH)
                        .map(goal -> new Choice(goal.name(), Texts.of("least-goal-" + goal)))
                        .toList(),
                asked.names().departments().stream()
                        .map(each -> new Ceiling(field(each), each.name()))
                        .toList(),
                report.orElse(null),
                report.map(each -> each.table(LeastReport.PLACES))
                        .filter(table -> !table.rows().isEmpty())
                        .map(LeastSeatsPages::chart)
                        .orElse(null),
                report.map(Report::tables).orElse(List.of()).stream()
                        .filter(table -> !table.rows().isEmpty())
                        .map(ReportTable::of)
                        .toList(),
                query == null ? "" : "?" + query);
        return form.faulty() ? Pages.faulty(page) : Pages.show(page);
    }

    @GET
    @Path("tabell.xlsx")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(hidden = true)
    public Response book(RoundId round, @Context UriInfo address) {
        WhatIfDesk.Asked asked = desk.asked(round);
        return WhatIfFilePages.book(answered(asked, address), asked, "minst");
    }

    @GET
    @Path("ark.pdf")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(hidden = true)
    public Response sheet(RoundId round, @Context UriInfo address) {
        WhatIfDesk.Asked asked = desk.asked(round);
        return WhatIfFilePages.sheet(answered(asked, address), LeastReport.ON_PAPER, asked, "minst");
    }

    /** Refused where the question cannot be read or answered. */
    private Report answered(WhatIfDesk.Asked asked, UriInfo address) {
        Form form = Form.of(address.getQueryParameters());
        return report(asked, form).orElseGet(() -> Pages.of(Result.<Report>invalid(form.findings())));
    }

    /** Where the new seats are, beside each other for each question. */
    private static Chart chart(Report.Table places) {
        Map<String, Map<String, Integer>> added = new LinkedHashMap<>();
        Set<String> where = new LinkedHashSet<>();
        for (List<Object> row : places.rows()) {
            String place = row.get(1) + ", " + row.get(2);
            where.add(place);
            added.computeIfAbsent(row.get(0).toString(), none -> new HashMap<>())
                    .merge(place, (Integer) row.get(4), Integer::sum);
        }
        return new Chart(
                "steder",
                places.title(),
                Texts.of("worth-chart-place"),
                List.copyOf(where),
                added.entrySet().stream()
                        .map(each -> new Chart.Series(
                                each.getKey(),
                                where.stream().map(each.getValue()::get).toList()))
                        .toList(),
                false,
                true,
                Chart.Look.TOLD);
    }

    private static String field(Department department) {
        return "hoyst_" + department.id();
    }

    /** Empty, and told in the form, where the question cannot be read or answered. */
    private Optional<Report> report(WhatIfDesk.Asked asked, Form form) {
        Optional<List<Asked>> found = form.value(WHOM).isEmpty() ? Optional.of(usual(asked)) : wanted(asked, form);
        return found.map(
                all -> LeastReport.of(all, asked.problemHash(), asked.round().title(), asked.words()));
    }

    /** What is told before anybody asks. */
    private List<Asked> usual(WhatIfDesk.Asked asked) {
        return List.of(
                usual(asked, Goal.EVERYONE, new Whom(false, true, Optional.empty())),
                usual(asked, Goal.FIRST_WISH, new Whom(true, true, Optional.empty())),
                usual(asked, Goal.NO_LIMITS, new Whom(false, false, Optional.empty())));
    }

    private Asked usual(WhatIfDesk.Asked asked, Goal goal, Whom whom) {
        Result<Answered> found = finder.find(asked.snapshot(), whom, List.of());
        return new Asked(
                goal,
                0,
                whom.limits(),
                false,
                found instanceof Result.Done<Answered> done ? done.value().told() : null);
    }

    private Optional<List<Asked>> wanted(WhatIfDesk.Asked asked, Form form) {
        Optional<Goal> goal = form.choice(WHOM, Goal::valueOf).filter(each -> each != Goal.NO_LIMITS);
        int halfYears = 0;
        if (goal.filter(each -> each == Goal.WAITED).isPresent()) {
            if (form.value(WAITED).isBlank()) {
                form.refuse(Finding.of(WAITED, null, "web.missing"));
            }
            halfYears = form.number(WAITED, 1, LONGEST_WAIT).orElse(0);
        }
        List<SeatCeiling> ceilings = new ArrayList<>();
        for (Department department : asked.names().departments()) {
            form.number(field(department), 0, SeatChange.MOST)
                    .ifPresent(most -> ceilings.add(new SeatCeiling(department.id(), null, most)));
        }
        if (form.faulty() || goal.isEmpty()) {
            return Optional.empty();
        }
        boolean limits = !form.has(NO_LIMITS, "ja");
        Optional<Set<DoctorId>> only = goal.get() == Goal.WAITED
                ? form.take(waiting.atLeast(asked.round().id(), asked.snapshot(), halfYears))
                : Optional.empty();
        int waited = halfYears;
        return form.take(finder.find(asked.snapshot(), new Whom(goal.get() == Goal.FIRST_WISH, limits, only), ceilings))
                .map(found -> List.of(new Asked(goal.get(), waited, limits, !ceilings.isEmpty(), found.told())));
    }
}
