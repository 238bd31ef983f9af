package no.alisplass.web.planner;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.alisplass.domain.HalfYear;
import no.alisplass.policy.Policies;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.change.Question;
import no.alisplass.scenario.kept.KeptScenario;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Form;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;

/** The form of a question: its fields, and from a question to them; {@link ScenarioReader} makes a question of what was typed. */
final class ScenarioForm {
    static final String SEPARATOR = "/";

    private final Snapshot snapshot;
    private final List<SeatChange> now;
    private final Names names;
    private final Policies policies;
    private final boolean named;

    /** @param now how many seats there are; {@code named} whether doctors can be left out by what the round calls them */
    ScenarioForm(Snapshot snapshot, List<SeatChange> now, Names names, Policies policies, boolean named) {
        this.snapshot = snapshot;
        this.now = now;
        this.names = names;
        this.policies = policies;
        this.named = named;
    }

    /** A field. @param choices null for one to write in */
    @TemplateData
    public record Input(String name, String label, List<Choice> choices, boolean number) {}

    @TemplateData
    public record Row(String name, String legend, List<Input> inputs) {}

    /** @param filled whether anything stands in it, so that it is shown open */
    @TemplateData
    public record Group(String title, String help, List<Row> rows, boolean filled) {}

    List<String> halfYears() {
        return years().map(Formats::halfYear).toList();
    }

    private Stream<HalfYear> years() {
        return now.stream().map(SeatChange::halfYear).distinct().sorted();
    }

    /** The grid of seats, with the fields of the page where they are stepped. */
    List<SeatForm.Row> lines() {
        return new SeatForm(now, Form.empty(), false).rows(names, years().toList());
    }

    List<Group> groups(Form form) {
        ScenarioChoices choices = new ScenarioChoices(snapshot, years().toList(), names, policies, form);
        List<Choice> some = choices.areas("scenario-all-areas");
        List<Choice> one = choices.areas("scenario-choose");
        List<Choice> there = choices.departments();
        List<Choice> department = choices.departmentsAndNew();
        List<Choice> halfYears = choices.halfYears("scenario-each-half-year");
        List<Group> groups = new ArrayList<>();
        groups.add(group(
                form,
                "added",
                row -> List.of(
                        written(row + ".name", "scenario-new-name", false),
                        chosen(choices, row + ".like", "scenario-new-like", there),
                        written(row + ".seats", "scenario-new-seats", true),
                        written(row + ".id", "scenario-new-id", false))));
        groups.add(group(
                form,
                "shared",
                row -> List.of(
                        chosen(choices, row + ".department", "scenario-shared-of", department),
                        chosen(choices, row + ".with", "scenario-shared-with", department),
                        chosen(choices, row + ".halfYear", "half-year", halfYears),
                        written(row + ".seats", "scenario-shared-seats", true))));
        groups.add(group(
                form,
                "closed",
                row -> List.of(
                        chosen(choices, row + ".department", "department", department),
                        chosen(choices, row + ".halfYear", "half-year", halfYears))));
        groups.add(group(
                form,
                "seats",
                row -> List.of(
                        chosen(choices, row + ".department", "department", department),
                        chosen(choices, row + ".halfYear", "half-year", choices.halfYears("scenario-choose")),
                        written(row + ".seats", "scenario-seats-there", true))));
        groups.add(group(
                form,
                "limits",
                row -> List.of(
                        chosen(choices, row + ".area", "scenario-area", one),
                        written(row + ".most", "scenario-limit-most", true))));
        groups.add(group(form, "leftOut", row -> {
            List<Input> inputs = new ArrayList<>();
            inputs.add(chosen(choices, row + ".area", "scenario-area", some));
            inputs.add(written(row + ".share", "scenario-share-label", true));
            if (named) {
                inputs.add(written(row + ".doctor", "scenario-doctor-label", false));
            }
            return inputs;
        }));
        groups.add(group(
                form,
                "more",
                row -> List.of(
                        chosen(choices, row + ".area", "scenario-area", some),
                        written(row + ".number", "scenario-more-number", true),
                        written(row + ".share", "scenario-more-share", true))));
        groups.add(group(
                form,
                "settings",
                row -> List.of(
                        chosen(choices, row + ".parameter", "scenario-parameter", choices.settings()),
                        written(row + ".value", "scenario-value", true))));
        return groups;
    }

    List<Choice> policies(Form form) {
        return new ScenarioChoices(snapshot, years().toList(), names, policies, form).policies();
    }

    private static Input written(String name, String label, boolean number) {
        return new Input(name, Texts.of(label), null, number);
    }

    private static Input chosen(ScenarioChoices choices, String name, String label, List<Choice> list) {
        return new Input(name, Texts.of(label), choices.standing(name, list), false);
    }

    /** What stands there, and one row more to write in. */
    private static Group group(Form form, String kind, Function<String, List<Input>> inputs) {
        int filled = ScenarioReader.rows(form, kind);
        List<Row> rows = IntStream.rangeClosed(0, Math.min(filled, Question.MOST - 1))
                .mapToObj(at -> ScenarioReader.row(kind, at))
                .map(name -> new Row(
                        name,
                        Texts.of(
                                "scenario-row",
                                Texts.of("scenario-" + word(kind) + "-title"),
                                ScenarioReader.number(name)),
                        inputs.apply(name)))
                .toList();
        return new Group(
                Texts.of("scenario-" + word(kind) + "-title"),
                Texts.of("scenario-" + word(kind) + "-help"),
                rows,
                filled > 0);
    }

    private static String word(String kind) {
        return switch (kind) {
            case "leftOut" -> "left-out";
            case "seats" -> "elsewhere";
            default -> kind;
        };
    }

    /** The fields of a kept scenario. */
    Form of(KeptScenario kept) {
        Form form = of(kept.question());
        form.with("name", kept.name()).with("version", kept.version());
        return kept.shared() ? form.with("shared", "ja") : form;
    }

    Form of(Question question) {
        Form form = Form.empty();
        if (question.policy() != null) {
            form.with(
                    "policy",
                    question.policy().id() == null
                            ? ""
                            : question.policy().id()
                                    + SEPARATOR
                                    + question.policy().version());
            each(question.policy().settings(), "settings", (setting, row) -> {
                boolean word = !setting.parameter().words().isEmpty();
                form.with(row + ".parameter", setting.parameter().name() + (word ? SEPARATOR + setting.value() : ""))
                        .with(row + ".value", word ? "" : setting.value());
            });
        }
        each(question.added(), "added", (added, row) -> form.with(row + ".id", added.id())
                .with(row + ".name", added.name())
                .with(row + ".like", added.like())
                .with(row + ".seats", added.seats()));
        each(question.shared(), "shared", (shared, row) -> form.with(row + ".department", shared.department())
                .with(row + ".with", shared.with())
                .with(row + ".halfYear", shared.halfYear())
                .with(row + ".seats", shared.seats()));
        each(question.closed(), "closed", (closed, row) -> form.with(row + ".department", closed.department())
                .with(row + ".halfYear", closed.halfYear()));
        question.seats().forEach(each -> form.with(SeatForm.field(each), each.seats()));
        each(question.limits(), "limits", (limit, row) -> form.with(row + ".area", limit.area())
                .with(row + ".most", limit.most()));
        each(question.leftOut(), "leftOut", (out, row) -> form.with(row + ".area", out.area())
                .with(row + ".share", out.share())
                .with(row + ".doctor", out.doctor()));
        each(question.more(), "more", (more, row) -> form.with(row + ".area", more.area())
                .with(row + ".number", more.number())
                .with(row + ".share", more.share()));
        form.with("seed", question.seed());
        reader().settle(form);
        return form;
    }

    private static <T> void each(List<T> list, String kind, BiConsumer<T, String> put) {
        for (int at = 0; at < list.size(); at++) {
            put.accept(list.get(at), ScenarioReader.row(kind, at));
        }
    }

    /** What was typed; faults are put in the form. */
    ScenarioReader.Typed read(Form form) {
        return reader().read(form);
    }

    /** Puts what stands in the form where its fields show it. */
    void settle(Form form) {
        reader().settle(form);
    }

    private ScenarioReader reader() {
        return new ScenarioReader(now, policies, named);
    }
}
