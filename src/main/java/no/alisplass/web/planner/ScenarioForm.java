package no.alisplass.web.planner;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.alisplass.capacity.Department;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.message.Place;
import no.alisplass.domain.text.Text;
import no.alisplass.policy.Policies;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.change.Parameter;
import no.alisplass.scenario.change.Question;
import no.alisplass.scenario.kept.KeptScenario;
import no.alisplass.scenario.kept.KeptScenarios;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Form;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;

/** The form of a question: its fields, from a question to them, and from what was typed to a question. */
final class ScenarioForm {
    private static final String SEPARATOR = "/";

    /** What a kept scenario says its question under. */
    private static final String QUESTION = "question.";

    private static final int MOST_ROWS = 20;
    private static final int MOST_AWAY = 10_000;
    private static final int MOST_VALUE = 40;

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

    @TemplateData
    public record Cell(String name, String label, int now) {}

    /** A department's seats. */
    @TemplateData
    public record Line(String department, List<Cell> cells) {}

    List<String> halfYears() {
        return years().map(Formats::halfYear).toList();
    }

    private Stream<HalfYear> years() {
        return now.stream().map(SeatChange::halfYear).distinct().sorted();
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Department department : names.departments()) {
            List<Cell> cells = years().map(halfYear -> now.stream()
                            .filter(each -> each.department().equals(department.id())
                                    && each.halfYear().equals(halfYear))
                            .findFirst()
                            .map(each -> new Cell(
                                    SeatForm.field(each.department(), halfYear),
                                    Texts.of("scenario-seats-in", department.name(), halfYear),
                                    each.seats()))
                            .orElse(null))
                    .toList();
            if (cells.stream().anyMatch(java.util.Objects::nonNull)) {
                lines.add(new Line(department.name(), cells));
            }
        }
        return lines;
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

    private static Question.Setting setting(Form form, String row) {
        Optional<Parameter> parameter = form.chosen(
                row + ".parameter",
                text -> Parameter.valueOf(
                        text.contains(SEPARATOR) ? text.substring(0, text.indexOf(SEPARATOR)) : text));
        if (parameter.isEmpty()) {
            return null;
        }
        return parameter.get().words().isEmpty()
                ? new Question.Setting(parameter.get(), form.required(row + ".value", MOST_VALUE))
                : form.choice(
                                row + ".parameter",
                                text -> new Question.Setting(
                                        parameter.get(), text.substring(text.indexOf(SEPARATOR) + 1)))
                        .orElse(null);
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
        int filled = rows(form, kind);
        List<Row> rows = IntStream.rangeClosed(0, Math.min(filled, MOST_ROWS - 1))
                .mapToObj(at -> kind + "[" + at + "]")
                .map(name -> new Row(
                        name,
                        Texts.of("scenario-row", Texts.of("scenario-" + word(kind) + "-title"), number(name)),
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

    private static int number(String name) {
        return Integer.parseInt(name.substring(name.indexOf('[') + 1, name.length() - 1)) + 1;
    }

    /** How many rows there are up to the last with something in it. */
    private static int rows(Form form, String kind) {
        int rows = 0;
        for (int at = 0; at < MOST_ROWS; at++) {
            rows = filled(form, kind + "[" + at + "]") ? at + 1 : rows;
        }
        return rows;
    }

    private static boolean filled(Form form, String row) {
        return form.names().stream().anyMatch(name -> name.startsWith(row + ".") && !Text.blank(form.value(name)));
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

    /** What was asked, and the name of the form's row for each of what a finding can be about. */
    private static final class Read {
        private final List<String[]> places = new ArrayList<>();

        /** @param path as a finding has it; {@code field} of the form */
        void at(String path, String field) {
            places.add(new String[] {path, field});
        }

        Finding atField(Finding finding) {
            String field = finding.field().startsWith(QUESTION)
                    ? finding.field().substring(QUESTION.length())
                    : finding.field();
            Place at = Place.of(field);
            for (String[] place : places) {
                if (at.isOf(place[0])) {
                    return finding.at(Place.of(place[1] + field.substring(place[0].length())));
                }
            }
            return finding;
        }
    }

    /** What a form came to. @param atField a finding at the field of the form that it is about */
    record Typed(Question question, UnaryOperator<Finding> atField) {}

    /** What was typed; faults are put in the form. */
    Typed read(Form form) {
        Read read = new Read();
        List<Question.AddedDepartment> added = list(
                form,
                "added",
                "added",
                read,
                row -> new Question.AddedDepartment(
                        new DepartmentId("ny-avdeling-" + number(row)),
                        form.required(row + ".name", KeptScenario.LONGEST_NAME),
                        department(form, row + ".like"),
                        whole(form, row + ".seats", 0)));
        List<Question.SharedSeats> shared = list(
                form,
                "shared",
                "shared",
                read,
                row -> new Question.SharedSeats(
                        department(form, row + ".department"),
                        department(form, row + ".with"),
                        form.halfYear(row + ".halfYear").orElse(null),
                        whole(form, row + ".seats", 1)));
        List<Question.ClosedDepartment> closed = list(
                form,
                "closed",
                "closed",
                read,
                row -> new Question.ClosedDepartment(
                        department(form, row + ".department"),
                        form.halfYear(row + ".halfYear").orElse(null)));
        List<Question.AreaLimit> limits = list(
                form,
                "limits",
                "limits",
                read,
                row -> new Question.AreaLimit(
                        form.chosen(row + ".area", AreaCode::new).orElse(null),
                        form.number(row + ".most", 0, MOST_AWAY).orElse(null)));
        List<Question.LeftOut> leftOut = list(
                form,
                "leftOut",
                "leftOut",
                read,
                row -> new Question.LeftOut(
                        doctor(form, row + ".doctor", read),
                        form.choice(row + ".area", AreaCode::new).orElse(null),
                        form.percent(row + ".share").orElse(null)));
        List<Question.MoreDoctors> more = list(
                form,
                "more",
                "more",
                read,
                row -> new Question.MoreDoctors(
                        form.choice(row + ".area", AreaCode::new).orElse(null),
                        form.number(row + ".number", 1, Question.MOST_DOCTORS).orElse(null),
                        form.percent(row + ".share").orElse(null)));
        List<Question.Setting> settings = list(form, "settings", "policy.settings", read, row -> setting(form, row));
        read.at("policy", "policy");
        Question.PolicyTerms policy = policy(form, settings);
        Long seed = form.number("seed", 0, Integer.MAX_VALUE)
                .map(Integer::longValue)
                .orElse(null);
        List<SeatChange> seats = seats(form, read);
        Question question = form.faulty()
                ? Question.NOTHING
                : new Question(policy, added, shared, closed, seats, limits, leftOut, more, seed);
        return new Typed(question, read::atField);
    }

    private List<SeatChange> seats(Form form, Read read) {
        List<SeatChange> seats = new ArrayList<>();
        for (SeatChange each : now) {
            String field = SeatForm.field(each.department(), each.halfYear());
            form.number(field, 0, SeatChange.MOST)
                    .filter(wanted -> wanted != each.seats())
                    .ifPresent(wanted -> {
                        read.at("seats[" + seats.size() + "]", field);
                        seats.add(new SeatChange(each.department(), each.halfYear(), wanted));
                    });
        }
        return seats;
    }

    private Question.PolicyTerms policy(Form form, List<Question.Setting> settings) {
        return form.choice("policy", text -> policies.all().stream()
                        .filter(each -> (each.id() + SEPARATOR + each.version()).equals(text))
                        .findFirst()
                        .map(each -> new Question.PolicyTerms(each.id(), each.version(), settings))
                        .orElseThrow(IllegalArgumentException::new))
                .orElseGet(() -> settings.isEmpty() ? null : new Question.PolicyTerms(null, null, settings));
    }

    private DoctorId doctor(Form form, String field, Read read) {
        Optional<DoctorId> doctor = named ? form.choice(field, DoctorId::new) : Optional.empty();
        // What is wrong with all who are named is told of the first.
        doctor.ifPresent(one -> read.at(KeptScenarios.SEEN, field));
        return doctor.orElse(null);
    }

    private static DepartmentId department(Form form, String field) {
        return form.chosen(field, DepartmentId::new).orElse(null);
    }

    private static int whole(Form form, String field, int least) {
        if (Text.blank(form.value(field))) {
            form.refuse(Finding.of(field, null, "web.missing"));
        }
        return form.number(field, least, SeatChange.MOST).orElse(least);
    }

    private static <T> List<T> list(Form form, String kind, String path, Read read, Function<String, T> one) {
        List<T> list = new ArrayList<>();
        int rows = rows(form, kind);
        for (int at = 0; at < rows; at++) {
            String row = kind + "[" + at + "]";
            if (filled(form, row)) {
                read.at(path + "[" + list.size() + "]", row);
                list.add(one.apply(row));
            }
        }
        return list;
    }
}
