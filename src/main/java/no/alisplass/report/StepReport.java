package no.alisplass.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.alisplass.report.Report.Change;
import no.alisplass.report.Report.Table;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.count.SeatStep;
import no.alisplass.scenario.count.SeatStep.Both;
import no.alisplass.scenario.count.SeatStep.Unused;

/** What other numbers of seats would do, in words. */
public final class StepReport {
    public static final String SEATS = "plasser";
    public static final String OUTCOME = "utfall";
    public static final String MOVED = "hvem";
    public static final String WISHES = "onsker";
    public static final String UNUSED = "tomme";
    public static final String CRITERIA = "kriterier";
    public static final String AREAS = "kommuner";

    /** What a meeting looks at. */
    public static final List<String> ON_PAPER = List.of(SEATS, OUTCOME, MOVED, WISHES, UNUSED);

    private final SeatStep step;
    private final ReportWords words;

    private StepReport(SeatStep step, ReportWords words) {
        this.step = step;
        this.words = words;
    }

    /**
     * @param round what the round is called
     * @param places the seats there are @param asked those that would be other
     */
    public static Report of(
            SeatStep step, List<SeatChange> places, List<SeatChange> asked, String round, ReportWords words) {
        StepReport report = new StepReport(step, words);
        List<String> notes = new ArrayList<>();
        if (step.setAside() > 0) {
            notes.add(words.text("step-set-aside", step.setAside()));
        }
        notes.add(words.text("step-certainty-" + step.certainty()));
        return new Report(
                words.text("step-title"),
                round,
                report.said(asked),
                List.of(
                        report.seats(places, asked),
                        report.outcome(),
                        report.moved(),
                        report.wishes(),
                        report.unused(),
                        report.criteria(),
                        report.areas()),
                notes,
                step.problemHash(),
                words.made());
    }

    private List<String> said(List<SeatChange> asked) {
        List<String> said = new ArrayList<>();
        if (asked.isEmpty()) {
            said.add(words.text("step-same"));
        } else {
            said.add(seatsSaid());
            said.add(words.text("step-who", step.moved().gains(), step.moved().losses()));
        }
        said.add(words.text(
                "step-stands",
                step.placed().then(),
                step.placed().then() + step.waiting().then(),
                step.waiting().then()));
        int empty = step.unused().stream().mapToInt(each -> each.seats().then()).sum();
        if (empty > 0) {
            said.add(words.text("step-empty", empty));
        }
        return said;
    }

    private String seatsSaid() {
        int placed = step.placed().change();
        String outcome = placed == 0
                ? words.text("step-placed-same")
                : words.text(placed > 0 ? "step-placed-more" : "step-placed-fewer", Math.abs(placed));
        int seats = step.seats().change();
        return seats == 0
                ? words.text("step-moved", outcome)
                : words.text(seats > 0 ? "step-more" : "step-fewer", Math.abs(seats), outcome);
    }

    private List<Object> row(String name, Both both) {
        return List.of(name, both.now(), both.then(), new Change(both.change()));
    }

    private List<String> nowAndThen(String first) {
        return List.of(first, words.text("now"), words.text("then"), words.text("change"));
    }

    private Table table(String id, List<String> head, List<List<Object>> rows) {
        return new Table(id, words.text("step-" + id + "-name"), words.text("step-" + id), head, rows);
    }

    private Table seats(List<SeatChange> places, List<SeatChange> asked) {
        Map<List<Object>, Integer> wanted = new HashMap<>();
        asked.forEach(each -> wanted.put(List.of(each.department(), each.halfYear()), each.seats()));
        List<List<Object>> rows = new ArrayList<>();
        for (SeatChange place : places) {
            int then = wanted.getOrDefault(List.of(place.department(), place.halfYear()), place.seats());
            rows.add(List.of(
                    words.department(place.department()),
                    words.halfYear(place.halfYear()),
                    place.seats(),
                    then,
                    new Change(then - place.seats())));
        }
        return table(
                SEATS,
                List.of(
                        words.text("department"),
                        words.text("half-year"),
                        words.text("now"),
                        words.text("then"),
                        words.text("change")),
                rows);
    }

    private Table outcome() {
        return table(
                OUTCOME,
                nowAndThen(words.text("doctors")),
                List.of(
                        row(words.text("placed"), step.placed()),
                        row(words.text("waiting"), step.waiting()),
                        row(words.text("best"), step.best())));
    }

    private Table moved() {
        return table(
                MOVED,
                List.of(words.text("doctors"), words.text("number")),
                List.of(
                        List.of(words.text("step-let-in"), step.moved().letIn()),
                        List.of(words.text("step-better"), step.moved().better()),
                        List.of(words.text("step-worse"), step.moved().worse()),
                        List.of(words.text("step-out"), step.moved().out())));
    }

    private Table wishes() {
        List<List<Object>> rows = new ArrayList<>();
        for (int rank = 0; rank < step.wishes().ranks().size(); rank++) {
            rows.add(
                    row(words.text("wish-rank", rank + 1), step.wishes().ranks().get(rank)));
        }
        rows.add(row(
                words.text("wish-later", SeatStep.Wishes.RANKS + 1),
                step.wishes().later()));
        rows.add(row(words.text("wish-not-among"), step.wishes().notAmong()));
        rows.add(row(words.text("wish-without"), step.wishes().without()));
        rows.removeIf(row -> row.get(1).equals(0) && row.get(2).equals(0));
        return table(WISHES, nowAndThen(words.text("wish")), rows);
    }

    private Table unused() {
        return table(
                UNUSED,
                List.of(
                        words.text("department"),
                        words.text("half-year"),
                        words.text("now"),
                        words.text("then"),
                        words.text("why")),
                step.unused().stream()
                        .map(each -> List.<Object>of(
                                words.departments(each.departments()),
                                words.halfYear(each.halfYear()),
                                each.seats().now(),
                                each.seats().then(),
                                why(each)))
                        .toList());
    }

    private String why(Unused unused) {
        if (unused.seats().then() == 0) {
            return words.text("step-why-taken");
        }
        List<String> why = new ArrayList<>();
        if (unused.limited() > 0) {
            why.add(words.text("step-why-limited", unused.limited()));
        }
        if (unused.paired() > 0) {
            why.add(words.text("step-why-paired", unused.paired()));
        }
        if (unused.open() > 0) {
            why.add(words.text("step-why-open", unused.open()));
        }
        return why.isEmpty() ? words.text("step-why-nobody") : String.join(" ", why);
    }

    private Table criteria() {
        return table(
                CRITERIA,
                List.of(
                        words.text("criterion"),
                        words.text("found"),
                        words.text("now"),
                        words.text("then"),
                        words.text("change")),
                step.byCriterion().stream()
                        .map(each -> List.<Object>of(
                                words.text("criterion-" + each.criterion().word()),
                                words.text("found-" + each.criterion().word() + "-" + each.value()),
                                each.waiting().now(),
                                each.waiting().then(),
                                new Change(each.waiting().change())))
                        .toList());
    }

    private Table areas() {
        return table(
                AREAS,
                nowAndThen(words.text("area")),
                step.byArea().stream()
                        .map(each -> row(words.area(each.area()), each.waiting()))
                        .sorted(java.util.Comparator.comparing(
                                row -> row.get(0).toString(), java.text.Collator.getInstance(words.locale())))
                        .toList());
    }
}
