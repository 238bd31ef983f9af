package no.alisplass.web.planner;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.policy.CriterionCode;
import no.alisplass.problem.Stay;
import no.alisplass.scenario.change.Comparison;
import no.alisplass.scenario.change.Outcome;
import no.alisplass.scenario.change.Question;
import no.alisplass.snapshot.Roster;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.OwnWishes;
import no.alisplass.web.text.Texts;

/** Cases side by side, in words and tables; the round as it is first. */
final class ScenarioWords {
    /** How many doctors are named of those who gain, and of those who lose. */
    private static final int NAMED = 100;

    private static final String NOT_TOLD = "–";

    private final Comparison comparison;
    private final Names names;

    ScenarioWords(Comparison comparison, Names names) {
        this.comparison = comparison;
        this.names = names;
    }

    /** @param cells one for each case */
    @TemplateData
    public record Row(String label, List<String> cells) {}

    @TemplateData
    public record Table(String title, List<Row> rows) {}

    /** What is to say of one case, beside its numbers. */
    @TemplateData
    public record Notes(String title, List<String> assumed, List<String> unused, String certainty) {}

    @TemplateData
    public record Person(
            String name, String before, OwnWishes.Badge wishBefore, String after, OwnWishes.Badge wishAfter) {}

    /** @param more how many are not among those named */
    @TemplateData
    public record People(String title, List<Person> people, int more) {}

    List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        tables.add(new Table(Texts.of("scenario-table-doctors"), counts()));
        tables.add(new Table(Texts.of("scenario-table-wishes"), wishes()));
        tables.add(new Table(Texts.of("scenario-table-areas"), areas()));
        tables.add(new Table(Texts.of("scenario-table-criteria"), criteria()));
        return tables;
    }

    /** A step from one scenario to another. */
    @TemplateData
    public record Between(String label, int gains, int losses) {}

    /** How many gain and lose from each scenario to each later one. @param titles of the cases */
    List<Between> between(List<String> titles) {
        return comparison.moves().stream()
                .filter(moves -> moves.from() > 0)
                .map(moves -> new Between(
                        Texts.of("scenario-from-to", titles.get(moves.from()), titles.get(moves.to())),
                        moves.gains().size(),
                        moves.losses().size()))
                .toList();
    }

    private Stream<Outcome> outcomes() {
        return comparison.cases().stream().map(Comparison.Case::outcome);
    }

    private Row row(String label, ToIntFunction<Outcome> count) {
        return row(label, outcome -> true, count);
    }

    /** @param told whether there is such a number of a case; of the round as it is there always is */
    private Row row(String label, Predicate<Outcome> told, ToIntFunction<Outcome> count) {
        int now = count.applyAsInt(comparison.cases().get(0).outcome());
        return new Row(
                label,
                outcomes()
                        .map(each -> told.test(each) ? cell(now, count.applyAsInt(each)) : NOT_TOLD)
                        .toList());
    }

    /** The number, and how it differs from the round as it is. */
    private static String cell(int now, int then) {
        return then == now
                ? Integer.toString(then)
                : Texts.of("scenario-cell", then, (then > now ? "+" : "−") + Math.abs(then - now));
    }

    private List<Row> counts() {
        List<Row> rows = new ArrayList<>(List.of(
                row(Texts.of("scenario-count-seats"), Outcome::seats),
                row(Texts.of("scenario-count-doctors"), Outcome::doctors),
                row(Texts.of("scenario-placed"), Outcome::placed),
                row(Texts.of("scenario-waiting"), Outcome::waiting),
                row(Texts.of("scenario-count-unused"), outcome -> outcome.unused().stream()
                        .mapToInt(Outcome.Unused::seats)
                        .sum()),
                moved("scenario-count-gains", moves -> moves.gains().size()),
                moved("scenario-count-losses", moves -> moves.losses().size())));
        some(rows, "scenario-count-left-out", Outcome::leftOut);
        some(rows, "scenario-count-more", Outcome::more);
        some(rows, "scenario-count-more-placed", Outcome::morePlaced);
        some(rows, "scenario-count-out", Outcome::noLongerEligible);
        some(rows, "scenario-count-in", Outcome::newlyEligible);
        some(rows, "scenario-count-set-aside", Outcome::setAside);
        return rows;
    }

    private Row moved(String key, ToIntFunction<Comparison.Moves> count) {
        List<String> cells = new ArrayList<>(List.of(NOT_TOLD));
        for (int to = 1; to < comparison.cases().size(); to++) {
            cells.add(Integer.toString(count.applyAsInt(comparison.move(0, to))));
        }
        return new Row(Texts.of(key), cells);
    }

    /** Only where there are any. */
    private void some(List<Row> rows, String key, ToIntFunction<Outcome> count) {
        if (outcomes().anyMatch(outcome -> count.applyAsInt(outcome) > 0)) {
            rows.add(row(Texts.of(key), count));
        }
    }

    private List<Row> wishes() {
        TreeSet<Integer> numbers = new TreeSet<>(Comparator.nullsLast(Comparator.naturalOrder()));
        outcomes().filter(outcome -> outcome.wishes() != null).forEach(outcome -> outcome.wishes()
                .forEach(wish -> numbers.add(wish.number())));
        return numbers.stream()
                .map(number -> row(
                        number == null ? Texts.of("scenario-no-wish") : Texts.of("wish-rank", number),
                        outcome -> outcome.wishes() != null,
                        outcome -> outcome.wishes().stream()
                                .filter(wish -> Objects.equals(wish.number(), number))
                                .mapToInt(Outcome.WishCount::doctors)
                                .sum()))
                .toList();
    }

    private List<Row> areas() {
        TreeMap<String, AreaCode> areas = new TreeMap<>();
        outcomes().forEach(outcome -> outcome.areas()
                .forEach(each -> areas.put(names.area(each.area()) + each.area(), each.area())));
        return areas.values().stream()
                .map(area -> row(names.area(area), outcome -> outcome.areas().stream()
                        .filter(each -> each.area().equals(area))
                        .mapToInt(Outcome.AreaCount::waiting)
                        .sum()))
                .toList();
    }

    private record Standing(CriterionCode criterion, String value) {}

    private List<Row> criteria() {
        Map<Standing, Boolean> all = new LinkedHashMap<>();
        outcomes().filter(outcome -> outcome.criteria() != null).forEach(outcome -> outcome.criteria()
                .forEach(each -> all.put(new Standing(each.criterion(), each.value()), true)));
        return all.keySet().stream()
                .sorted(Comparator.comparing(Standing::criterion)
                        .thenComparing(each -> each.value().length())
                        .thenComparing(Standing::value))
                .map(standing -> row(
                        label(standing), outcome -> outcome.criteria() != null, outcome -> outcome.criteria().stream()
                                .filter(each -> each.criterion() == standing.criterion()
                                        && each.value().equals(standing.value()))
                                .mapToInt(Outcome.CriterionCount::waiting)
                                .sum()))
                .toList();
    }

    private static String label(Standing standing) {
        String value = standing.criterion() == CriterionCode.SENIORITY
                ? Texts.of("scenario-group-years", Integer.valueOf(standing.value()))
                : Texts.of("scenario-group-" + standing.criterion().word() + "-" + standing.value());
        return Texts.of("scenario-group", Texts.of(standing.criterion().text()), value);
    }

    /** What is taken for so, and which seats nobody has and why, of each case. @param titles of the cases */
    List<Notes> notes(List<String> titles) {
        List<Notes> notes = new ArrayList<>();
        for (int at = 0; at < titles.size(); at++) {
            Comparison.Case one = comparison.cases().get(at);
            notes.add(new Notes(
                    titles.get(at),
                    one.assumed().stream().map(Texts::of).toList(),
                    one.outcome().unused().stream()
                            .map(unused -> unused(unused, one))
                            .toList(),
                    Texts.of("scenario-certainty-" + one.outcome().certainty())));
        }
        return notes;
    }

    private String unused(Outcome.Unused unused, Comparison.Case one) {
        Outcome outcome = one.outcome();
        String place = Texts.of(
                "scenario-unused-place",
                unused.departments().stream().map(each -> department(each, one)).collect(Collectors.joining(" + ")),
                unused.halfYear(),
                unused.seats());
        if (unused.why() == null) {
            return place;
        }
        String waiting = outcome.waiting() == 0
                ? Texts.of("scenario-unused-nobody-waits", place)
                : Texts.of(
                        "scenario-unused",
                        place,
                        outcome.waiting(),
                        unused.why().stream()
                                .filter(why -> why.doctors() > 0)
                                .map(ScenarioWords::why)
                                .collect(Collectors.joining(", ")));
        int rather = unused.why().stream().mapToInt(Outcome.Why::placed).sum();
        return rather == 0 ? waiting : Texts.of("scenario-unused-rather", waiting, rather);
    }

    private static String why(Outcome.Why why) {
        String key =
                why.rule() == null ? "scenario-why-" + why.cause() : "scenario-why-" + why.cause() + "-" + why.rule();
        return Texts.of("scenario-why", why.doctors(), Texts.of(key));
    }

    /** As it is called there: two scenarios can call departments they add by one id. */
    private String department(DepartmentId id, Comparison.Case in) {
        return in.question().added().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(Question.AddedDepartment::name)
                .orElseGet(() -> names.department(id));
    }

    /** Who gains and loses from the round as it is. @param titles of the cases */
    List<People> people(List<String> titles, Roster roster) {
        List<People> people = new ArrayList<>();
        for (int to = 1; to < titles.size(); to++) {
            Comparison.Moves moves = comparison.move(0, to);
            people.add(people("scenario-better", titles, to, moves.gains(), roster));
            people.add(people("scenario-worse", titles, to, moves.losses(), roster));
        }
        return people;
    }

    private People people(String key, List<String> titles, int to, List<Comparison.Move> moves, Roster roster) {
        Comparison.Case now = comparison.cases().get(0);
        Comparison.Case then = comparison.cases().get(to);
        Function<Comparison.Move, Person> person = move -> {
            var entry = roster.entry(move.doctor());
            return new Person(
                    entry.name(),
                    stays(move.before(), now),
                    move.before().isEmpty() ? null : OwnWishes.badge(entry.wishes(), move.before()),
                    stays(move.after(), then),
                    move.after().isEmpty() || isNew(move.after(), then)
                            ? null
                            : OwnWishes.badge(entry.wishes(), move.after()));
        };
        return new People(
                Texts.of(key, titles.get(to), moves.size()),
                moves.stream().limit(NAMED).map(person).toList(),
                Math.max(0, moves.size() - NAMED));
    }

    /** Of a department that is not there nobody has a wish of their own. */
    private static boolean isNew(List<Stay> stays, Comparison.Case in) {
        return stays.stream().flatMap(stay -> stay.legs().stream()).anyMatch(leg -> in.question().added().stream()
                .anyMatch(each -> each.id().equals(leg.department())));
    }

    private String stays(List<Stay> stays, Comparison.Case in) {
        return stays.isEmpty()
                ? Texts.of("scenario-waits")
                : stays.stream()
                        .map(stay -> stay.legs().stream()
                                        .map(leg -> department(leg.department(), in))
                                        .collect(Collectors.joining(" + "))
                                + ", " + Formats.halfYear(stay.halfYear()))
                        .collect(Collectors.joining(" + "));
    }
}
