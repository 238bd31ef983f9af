package no.alisplass.web.planner;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.text.Text;
import no.alisplass.policy.Policies;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.change.Parameter;
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
        List<Choice> areas = areas();
        List<Choice> departments = departments();
        List<Choice> halfYears = Stream.concat(
                        Stream.of(new Choice("", Texts.of("scenario-each-half-year"))),
                        years().map(each -> new Choice(each.toString(), Formats.halfYear(each))))
                .toList();
        List<Choice> some = none("scenario-all-areas", areas);
        List<Choice> one = none("scenario-choose", areas);
        List<Choice> department = none("scenario-choose", departments);
        List<Group> groups = new ArrayList<>();
        groups.add(group(
                form,
                "added",
                row -> List.of(
                        written(row + ".name", "scenario-new-name", false),
                        chosen(row + ".like", "scenario-new-like", department),
                        written(row + ".seats", "scenario-new-seats", true))));
        groups.add(group(
                form,
                "shared",
                row -> List.of(
                        chosen(row + ".department", "scenario-shared-of", department),
                        chosen(row + ".with", "scenario-shared-with", department),
                        chosen(row + ".halfYear", "half-year", halfYears),
                        written(row + ".seats", "scenario-shared-seats", true))));
        groups.add(group(
                form,
                "closed",
                row -> List.of(
                        chosen(row + ".department", "department", department),
                        chosen(row + ".halfYear", "half-year", halfYears))));
        groups.add(group(
                form,
                "limits",
                row -> List.of(
                        chosen(row + ".area", "scenario-area", one),
                        written(row + ".most", "scenario-limit-most", true))));
        groups.add(group(form, "leftOut", row -> {
            List<Input> inputs = new ArrayList<>();
            inputs.add(chosen(row + ".area", "scenario-area", some));
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
                        chosen(row + ".area", "scenario-area", some),
                        written(row + ".number", "scenario-more-number", true),
                        written(row + ".share", "scenario-more-share", true))));
        List<Choice> settings = none("scenario-choose", settings());
        groups.add(group(
                form,
                "settings",
                row -> List.of(
                        chosen(row + ".parameter", "scenario-parameter", settings),
                        written(row + ".value", "scenario-value", true))));
        return groups;
    }

    List<Choice> policies() {
        return Stream.concat(
                        Stream.of(new Choice("", Texts.of("scenario-own-policy"))),
                        policies.all().stream()
                                .map(each -> new Choice(
                                        each.id() + SEPARATOR + each.version(),
                                        Texts.of(
                                                "scenario-policy-version",
                                                Texts.ofPolicy(each.title()),
                                                each.version()))))
                .toList();
    }

    /** What is one of a few words is chosen with it; what is a number is written beside. */
    private static List<Choice> settings() {
        return Arrays.stream(Parameter.values())
                .flatMap(each -> each.words().isEmpty()
                        ? Stream.of(new Choice(each.name(), Texts.of(each.text())))
                        : each.words().stream()
                                .map(word -> new Choice(
                                        each.name() + SEPARATOR + word,
                                        Texts.of("scenario-setting-" + Text.word(each) + "-" + word))))
                .toList();
    }

    private List<Choice> areas() {
        return snapshot.roster().submissions().stream()
                .map(list -> list.area())
                .distinct()
                .map(area -> new Choice(area.value(), names.area(area)))
                .sorted(java.util.Comparator.comparing(Choice::text))
                .toList();
    }

    private List<Choice> departments() {
        TreeSet<DepartmentId> there = new TreeSet<>();
        snapshot.roster().offering().stays().forEach(stay -> stay.stay()
                .legs()
                .forEach(leg -> there.add(leg.department())));
        return names.departments().stream()
                .filter(each -> there.contains(each.id()))
                .map(each -> new Choice(each.id().value(), each.name()))
                .toList();
    }

    private static List<Choice> none(String key, List<Choice> choices) {
        return Stream.concat(Stream.of(new Choice("", Texts.of(key))), choices.stream())
                .toList();
    }

    private static Input written(String name, String label, boolean number) {
        return new Input(name, Texts.of(label), null, number);
    }

    private static Input chosen(String name, String label, List<Choice> choices) {
        return new Input(name, Texts.of(label), choices, false);
    }

    /** What stands there, and one row more to write in. */
    private static Group group(Form form, String kind, Function<String, List<Input>> inputs) {
        int filled = ScenarioReader.rows(form, kind);
        List<Row> rows = IntStream.rangeClosed(0, Math.min(filled, ScenarioReader.MOST_ROWS - 1))
                .mapToObj(at -> kind + "[" + at + "]")
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
        return kind.equals("leftOut") ? "left-out" : kind;
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
        each(question.added(), "added", (added, row) -> form.with(row + ".name", added.name())
                .with(row + ".like", added.like())
                .with(row + ".seats", added.seats()));
        each(question.shared(), "shared", (shared, row) -> form.with(row + ".department", shared.department())
                .with(row + ".with", shared.with())
                .with(row + ".halfYear", shared.halfYear())
                .with(row + ".seats", shared.seats()));
        each(question.closed(), "closed", (closed, row) -> form.with(row + ".department", closed.department())
                .with(row + ".halfYear", closed.halfYear()));
        question.seats().forEach(each -> form.with(SeatForm.field(each.department(), each.halfYear()), each.seats()));
        each(question.limits(), "limits", (limit, row) -> form.with(row + ".area", limit.area())
                .with(row + ".most", limit.most()));
        each(question.leftOut(), "leftOut", (out, row) -> form.with(row + ".area", out.area())
                .with(row + ".share", out.share())
                .with(row + ".doctor", out.doctor()));
        each(question.more(), "more", (more, row) -> form.with(row + ".area", more.area())
                .with(row + ".number", more.number())
                .with(row + ".share", more.share()));
        return form.with("seed", question.seed());
    }

    private static <T> void each(List<T> list, String kind, BiConsumer<T, String> put) {
        for (int at = 0; at < list.size(); at++) {
            put.accept(list.get(at), kind + "[" + at + "]");
        }
    }

    /** What was typed; faults are put in the form. */
    ScenarioReader.Typed read(Form form) {
        return new ScenarioReader(now, policies, named).read(form);
    }
}
