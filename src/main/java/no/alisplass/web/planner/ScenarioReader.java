package no.alisplass.web.planner;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Slug;
import no.alisplass.domain.message.Place;
import no.alisplass.domain.text.Text;
import no.alisplass.policy.Policies;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.change.Parameter;
import no.alisplass.scenario.change.Question;
import no.alisplass.scenario.kept.KeptScenario;
import no.alisplass.scenario.kept.KeptScenarios;
import no.alisplass.web.shell.Form;

/** Makes a question of what was typed in its form, and knows at which field of it a finding about the question is told. */
final class ScenarioReader {
    private static final Pattern ROW = Pattern.compile("([a-zA-Z]+)\\[([0-9]{1,9})]\\.(.+)");

    /** Of a department that is new; what says nothing but this says nothing. */
    private static final String ID = "id";

    private static final String NEW_DEPARTMENT = "ny-avdeling-";

    /** What a kept scenario says its question under. */
    private static final String QUESTION = "question.";

    private static final int MOST_AWAY = 10_000;
    private static final int MOST_PERCENT = 10_000;
    private static final int MOST_VALUE = 40;

    private final List<SeatChange> now;
    private final Policies policies;
    private final boolean named;

    /** @param now how many seats there are; {@code named} whether doctors can be left out by what the round calls them */
    ScenarioReader(List<SeatChange> now, Policies policies, boolean named) {
        this.now = now;
        this.policies = policies;
        this.named = named;
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
        settle(form);
        Read read = new Read();
        List<Question.AddedDepartment> added = list(
                form,
                "added",
                "added",
                read,
                row -> new Question.AddedDepartment(
                        id(form, row + "." + ID),
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
                        share(form, row + ".share").orElse(null)));
        List<Question.Setting> settings = list(form, "settings", "policy.settings", read, row -> setting(form, row));
        read.at("policy", "policy");
        // What is wrong with all of a kind is told of its first row.
        read.at("added", "added[0]");
        read.at("more", "more[0]");
        Question.PolicyTerms policy = policy(form, settings);
        Long seed = seed(form);
        List<SeatChange> seats = seats(form, read);
        Question question = form.faulty()
                ? Question.NOTHING
                : new Question(policy, added, shared, closed, seats, limits, leftOut, more, seed);
        return new Typed(question, read::atField);
    }

    private List<SeatChange> seats(Form form, Read read) {
        List<SeatChange> seats = new SeatForm(now, form, false).typed();
        for (int at = 0; at < seats.size(); at++) {
            read.at("seats[" + at + "]", SeatForm.field(seats.get(at)));
        }
        list(
                form,
                "seats",
                "seats",
                seats,
                read,
                row -> new SeatChange(
                        department(form, row + ".department"),
                        form.chosen(row + ".halfYear", HalfYear::parse).orElse(null),
                        whole(form, row + ".seats", 0)));
        return seats;
    }

    /**
     * Puts in the form what its fields leave unsaid: new departments have an id, by which other parts of the question speak of them; and numbers for
     * places the grid does not have stand in rows of their own.
     */
    void settle(Form form) {
        Set<String> taken = new HashSet<>();
        List<String> unnamed = new ArrayList<>();
        for (int at = 0; at < rows(form, "added"); at++) {
            String row = row("added", at);
            String id = form.value(row + "." + ID).strip();
            if (!id.isEmpty()) {
                taken.add(id);
            } else if (filled(form, row)) {
                unnamed.add(row);
            }
        }
        for (String row : unnamed) {
            int number = number(row);
            while (!taken.add(NEW_DEPARTMENT + number)) {
                number++;
            }
            form.having(row + "." + ID, NEW_DEPARTMENT + number);
        }
        Set<String> grid = now.stream().map(SeatForm::field).collect(Collectors.toSet());
        for (String field : form.names()) {
            String seats = form.value(field);
            if (!grid.contains(field) && !Text.blank(seats)) {
                SeatForm.place(field).ifPresent(place -> {
                    elsewhere(form, rows(form, "seats"), place.department(), place.halfYear(), seats);
                    form.having(field, "");
                });
            }
        }
    }

    /** Fills a row of seats in a place that the grid does not have. */
    static void elsewhere(Form form, int at, Object department, Object halfYear, Object seats) {
        String row = row("seats", at);
        form.having(row + ".department", department)
                .having(row + ".halfYear", halfYear)
                .having(row + ".seats", seats);
    }

    static String row(String kind, int at) {
        return kind + "[" + at + "]";
    }

    /** Also of more than there are, which is no usual percentage. */
    private static Optional<Integer> share(Form form, String field) {
        Optional<Integer> usual = form.copy().percent(field);
        return usual.isPresent() ? usual : form.number(field, 1, MOST_PERCENT);
    }

    private static Long seed(Form form) {
        String text = form.text("seed", MOST_VALUE);
        if (text.isEmpty() || !form.findings("seed").isEmpty()) {
            return null;
        }
        Long seed = text.matches("[0-9]{1,16}") ? Long.valueOf(text) : null;
        if (seed == null || seed > Question.MOST_SEED) {
            form.refuse(Finding.of("seed", Text.shown(text), "web.number-bounds", 0, Question.MOST_SEED));
        }
        return seed;
    }

    private Question.PolicyTerms policy(Form form, List<Question.Setting> settings) {
        return form.choice("policy", text -> policies.all().stream()
                        .filter(each -> (each.id() + ScenarioForm.SEPARATOR + each.version()).equals(text))
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

    private static DepartmentId id(Form form, String field) {
        String id = form.value(field).strip();
        if (!id.matches(Slug.FORM)) {
            form.refuse(Finding.of(field, Text.shown(id), "web.scenario-id-unfit"));
            return null;
        }
        return new DepartmentId(id);
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
        list(form, kind, path, list, read, one);
        return list;
    }

    private static <T> void list(
            Form form, String kind, String path, List<T> list, Read read, Function<String, T> one) {
        beyond(form, kind)
                .ifPresent(name -> form.refuse(Finding.of(name, form.value(name), "web.rows-too-many", Question.MOST)));
        int rows = rows(form, kind);
        for (int at = 0; at < rows; at++) {
            String row = row(kind, at);
            if (filled(form, row)) {
                read.at(path + "[" + list.size() + "]", row);
                list.add(one.apply(row));
            }
        }
    }

    private static Question.Setting setting(Form form, String row) {
        Optional<Parameter> parameter = form.chosen(
                row + ".parameter",
                text -> Parameter.valueOf(
                        text.contains(ScenarioForm.SEPARATOR)
                                ? text.substring(0, text.indexOf(ScenarioForm.SEPARATOR))
                                : text));
        if (parameter.isEmpty()) {
            return null;
        }
        return parameter.get().words().isEmpty()
                ? new Question.Setting(parameter.get(), form.required(row + ".value", MOST_VALUE))
                : form.choice(
                                row + ".parameter",
                                text -> new Question.Setting(
                                        parameter.get(), text.substring(text.indexOf(ScenarioForm.SEPARATOR) + 1)))
                        .orElse(null);
    }

    static int number(String name) {
        return Integer.parseInt(name.substring(name.indexOf('[') + 1, name.indexOf(']'))) + 1;
    }

    /** How many rows there are up to the last with something in it; none after the most there may be. */
    static int rows(Form form, String kind) {
        return written(form, kind)
                .mapToInt(ScenarioReader::number)
                .filter(row -> row <= Question.MOST)
                .max()
                .orElse(0);
    }

    /** The first field with something in it of a row after the most there may be, which no page has. */
    private static Optional<String> beyond(Form form, String kind) {
        return written(form, kind).filter(name -> number(name) > Question.MOST).findFirst();
    }

    private static Stream<String> written(Form form, String kind) {
        return form.names().stream().filter(name -> {
            Matcher row = ROW.matcher(name);
            return row.matches()
                    && row.group(1).equals(kind)
                    && !row.group(3).equals(ID)
                    && !Text.blank(form.value(name));
        });
    }

    private static boolean filled(Form form, String row) {
        return form.names().stream()
                .anyMatch(name ->
                        name.startsWith(row + ".") && !name.equals(row + "." + ID) && !Text.blank(form.value(name)));
    }
}
