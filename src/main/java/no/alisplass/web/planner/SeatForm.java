package no.alisplass.web.planner;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.alisplass.capacity.Department;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.scenario.SeatChange;
import no.alisplass.web.shell.Form;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;

/** The grid of seats that are asked about: read from an address, which has the numbers that are other than the round's. */
final class SeatForm {
    /** Which number a button steps, where no script does it: {@code opp:} or {@code ned:} and the field. */
    static final String STEP = "steg";

    private static final String UP = "opp:";
    private static final String DOWN = "ned:";
    private static final String SEATS = "plasser_";
    private static final Pattern FIELD = Pattern.compile(SEATS + "(.+)_([^_]+)");

    private final List<SeatChange> now;
    private final Form form;

    /** @param steps whether a button that was pressed steps a number; where scripts run they have done it already */
    SeatForm(List<SeatChange> now, Form asked, boolean steps) {
        this.now = now;
        form = asked;
        String step = steps ? asked.value(STEP) : "";
        now.stream()
                .filter(each -> step.equals(UP + field(each)) || step.equals(DOWN + field(each)))
                .forEach(each -> step(each, step.startsWith(UP) ? 1 : -1));
    }

    /** @param now what the frozen round has */
    @TemplateData
    public record Cell(
            String name,
            String id,
            String label,
            String less,
            String more,
            String value,
            int now,
            int most,
            boolean changed) {}

    @TemplateData
    public record Row(String department, List<Cell> cells) {}

    private void step(SeatChange place, int by) {
        String field = field(place);
        // What cannot be read stays as it is typed, and is told when the form is read.
        form.copy()
                .number(field, 0, SeatChange.MOST)
                .or(() -> form.value(field).isBlank() ? Optional.of(place.seats()) : Optional.empty())
                .ifPresent(seats -> form.having(field, Math.max(0, Math.min(SeatChange.MOST, seats + by))));
    }

    Form form() {
        return form;
    }

    static String field(SeatChange change) {
        return field(change.department(), change.halfYear());
    }

    /** As a scenario's form has it too, so that what is asked on one page can be kept on the other. */
    static String field(DepartmentId department, HalfYear halfYear) {
        return SEATS + department + "_" + halfYear;
    }

    /** The place a field of a grid is of; empty for a field that is none of a grid's. */
    static Optional<Place> place(String field) {
        Matcher named = FIELD.matcher(field);
        return named.matches() ? Optional.of(new Place(named.group(1), named.group(2))) : Optional.empty();
    }

    /** A department and a half-year, as they are written in a field's name. */
    record Place(String department, String halfYear) {}

    /** The numbers that are other than the round's; what cannot be read is found wrong in the form. */
    List<SeatChange> changes() {
        List<SeatChange> changes = typed();
        changes.removeAll(now);
        return changes;
    }

    /** All numbers that stand there; what cannot be read is found wrong in the form. */
    List<SeatChange> typed() {
        List<SeatChange> typed = new ArrayList<>();
        for (SeatChange each : now) {
            form.number(field(each), 0, SeatChange.MOST)
                    .ifPresent(seats -> typed.add(new SeatChange(each.department(), each.halfYear(), seats)));
        }
        return typed;
    }

    /** What asks for these numbers: {@code ?plasser_…=2&…}; empty for none. */
    static String query(List<SeatChange> changes) {
        return changes.isEmpty()
                ? ""
                : changes.stream()
                        .map(each -> field(each) + "=" + each.seats())
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** A row for each department that has a place, with a cell for each half-year; null where there is none. */
    List<Row> rows(Names names, List<HalfYear> halfYears) {
        List<Row> rows = new ArrayList<>();
        for (Department department : names.departments()) {
            List<Cell> cells = new ArrayList<>();
            for (HalfYear halfYear : halfYears) {
                cells.add(now.stream()
                        .filter(each -> each.department().equals(department.id())
                                && each.halfYear().equals(halfYear))
                        .findFirst()
                        .map(each -> cell(each, department.name()))
                        .orElse(null));
            }
            if (cells.stream().anyMatch(java.util.Objects::nonNull)) {
                rows.add(new Row(department.name(), cells));
            }
        }
        return rows;
    }

    private Cell cell(SeatChange seats, String department) {
        String name = field(seats);
        String typed = form.value(name).strip();
        String value = typed.isEmpty() ? Integer.toString(seats.seats()) : typed;
        return new Cell(
                name,
                Formats.fieldId(name),
                Texts.of("what-if-seats-in", department, seats.halfYear()),
                Texts.of("what-if-less-in", department, seats.halfYear()),
                Texts.of("what-if-more-in", department, seats.halfYear()),
                value,
                seats.seats(),
                SeatChange.MOST,
                !value.equals(Integer.toString(seats.seats())));
    }
}
