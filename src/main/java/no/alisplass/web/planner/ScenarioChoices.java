package no.alisplass.web.planner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.text.Text;
import no.alisplass.policy.Policies;
import no.alisplass.scenario.change.Parameter;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Form;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;

/** What can be chosen in a scenario's form. What stands in a field can always be chosen there, so that nothing is lost by saving. */
final class ScenarioChoices {
    private final Snapshot snapshot;
    private final List<HalfYear> years;
    private final Names names;
    private final Policies policies;
    private final Form form;

    ScenarioChoices(Snapshot snapshot, List<HalfYear> years, Names names, Policies policies, Form form) {
        this.snapshot = snapshot;
        this.years = years;
        this.names = names;
        this.policies = policies;
        this.form = form;
    }

    private static List<Choice> after(String key, Stream<Choice> choices) {
        return Stream.concat(Stream.of(new Choice("", Texts.of(key))), choices).toList();
    }

    /** @param none says what it is that none is chosen */
    List<Choice> areas(String none) {
        return after(
                none,
                snapshot.roster().submissions().stream()
                        .map(list -> list.area())
                        .distinct()
                        .map(area -> new Choice(area.value(), names.area(area)))
                        .sorted(Comparator.comparing(Choice::text)));
    }

    List<Choice> halfYears(String none) {
        return after(none, years.stream().map(each -> new Choice(each.toString(), Formats.halfYear(each))));
    }

    List<Choice> departments() {
        Set<DepartmentId> there = new TreeSet<>();
        snapshot.roster().offering().stays().forEach(stay -> stay.stay()
                .legs()
                .forEach(leg -> there.add(leg.department())));
        return after(
                "scenario-choose",
                names.departments().stream()
                        .filter(each -> there.contains(each.id()))
                        .map(each -> new Choice(each.id().value(), each.name())));
    }

    /** Those there are, and those the form adds. */
    List<Choice> departmentsAndNew() {
        List<Choice> all = new ArrayList<>(departments());
        IntStream.range(0, ScenarioReader.rows(form, "added"))
                .mapToObj(at -> ScenarioReader.row("added", at))
                .filter(row -> !form.value(row + ".id").isBlank())
                .map(row -> new Choice(form.value(row + ".id"), form.value(row + ".name")))
                .forEach(all::add);
        return all;
    }

    List<Choice> policies() {
        return standing(
                "policy",
                after(
                        "scenario-own-policy",
                        policies.all().stream()
                                .map(each -> new Choice(
                                        each.id() + ScenarioForm.SEPARATOR + each.version(),
                                        Texts.of(
                                                "scenario-policy-version",
                                                Texts.ofPolicy(each.title()),
                                                each.version())))));
    }

    /** What is one of a few words is chosen with it; what is a number is written beside. */
    List<Choice> settings() {
        return after(
                "scenario-choose",
                Arrays.stream(Parameter.values())
                        .flatMap(each -> each.words().isEmpty()
                                ? Stream.of(new Choice(each.name(), Texts.of(each.text())))
                                : each.words().stream()
                                        .map(word -> new Choice(
                                                each.name() + ScenarioForm.SEPARATOR + word,
                                                Texts.of("scenario-setting-" + Text.word(each) + "-" + word)))));
    }

    /** With what stands in the field, where it is none of them: it was there once, and whoever saves is told that it is not. */
    List<Choice> standing(String field, List<Choice> choices) {
        String value = form.value(field);
        if (value.isBlank() || choices.stream().anyMatch(each -> each.value().equals(value))) {
            return choices;
        }
        return Stream.concat(
                        choices.stream(), Stream.of(new Choice(value, Texts.of("scenario-not-there", called(value)))))
                .toList();
    }

    /** As people call it, where it is something that has a name. */
    private String called(String value) {
        return Stream.<Function<String, String>>of(
                        text -> Formats.halfYear(HalfYear.parse(text)),
                        text -> names.area(new AreaCode(text)),
                        text -> names.department(new DepartmentId(text)))
                .flatMap(read -> read(read, value).stream())
                .findFirst()
                .orElseGet(() -> Text.shown(value));
    }

    private static Optional<String> read(Function<String, String> read, String value) {
        try {
            return Optional.of(read.apply(value));
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }
}
