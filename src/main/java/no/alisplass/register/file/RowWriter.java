package no.alisplass.register.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.WishWeight;
import no.alisplass.register.entry.ApprovedMonths;
import no.alisplass.register.entry.CellValues;
import no.alisplass.register.entry.Column;
import no.alisplass.register.entry.DepartmentNames;
import no.alisplass.register.entry.WaitlistEntry;

/** An entry as the cells of a file; {@link RowReader} reads them back to the same entry. */
final class RowWriter {
    private final AreaCode area;
    private final DepartmentNames departments;

    RowWriter(AreaCode area, DepartmentNames departments) {
        this.area = area;
        this.departments = departments;
    }

    /** The names of all columns, the wishes numbered. */
    static List<String> headers() {
        List<String> headers = new ArrayList<>();
        for (Column column : Column.values()) {
            if (column == Column.WISH) {
                for (int number = 1; number <= Column.WISHES; number++) {
                    headers.add(column.nth(number).header());
                }
            } else {
                headers.add(column.header());
            }
        }
        return headers;
    }

    /** Numbers as {@link Number}, dates as {@link java.time.LocalDate}, everything else as text, in the order of the headers. */
    List<Object> cells(WaitlistEntry entry) {
        List<Object> cells = new ArrayList<>();
        for (Column column : Column.values()) {
            if (column == Column.WISH) {
                for (int group = 0; group < Column.WISHES; group++) {
                    List<Set<DepartmentId>> ranked = entry.wishes().ranked();
                    cells.add(group < ranked.size() ? names(ranked.get(group), " = ") : "");
                }
            } else {
                Object cell = cell(column, entry);
                cells.add(cell == null ? "" : cell);
            }
        }
        return cells;
    }

    private Object cell(Column column, WaitlistEntry entry) {
        return switch (column) {
            case PRIORITY -> entry.priority();
            case NAME -> entry.name();
            case HPR -> entry.hpr().value();
            case EMAIL -> entry.person().email();
            case AREA -> area.value();
            case AFFILIATION ->
                Vocabulary.AFFILIATION.write(
                        java.util.Optional.ofNullable(entry.employment().kind()));
            case AFFILIATION_FROM -> entry.employment().from();
            case AFFILIATION_TO -> entry.employment().to();
            case SCHEME -> Vocabulary.SCHEME.write(entry.training().scheme());
            case START -> entry.training().start();
            case SERVICE -> number(entry.service().stated().months());
            case OPEN_PRACTICE -> number(entry.service().stated().openPractice());
            case STATED_ON -> entry.service().stated().on();
            case STATED_SHARE -> entry.service().stated().share();
            case PERIODS -> PeriodText.write(entry.service().periods());
            case OBJECTIVES -> entry.progress().objectives();
            case ACTIVITIES -> entry.progress().activities();
            case SUPERVISION -> Vocabulary.SUPERVISION.write(entry.progress().supervision());
            case APPROVED -> approved(entry.institution().approved());
            case MONTHS_LEFT -> number(entry.institution().monthsLeft());
            case INTERRUPTED -> Vocabulary.YES_NO.write(entry.institution().interrupted());
            case EARLIEST -> CellValues.write(entry.wishes().earliestStart());
            case WISH -> throw new IllegalStateException("Wishes fill several columns.");
            case REFUSED -> names(entry.wishes().refused(), ", ");
            case ONLY_RANKED -> Vocabulary.YES_NO.write(entry.wishes().onlyRanked());
            case WHOLE_ONLY -> Vocabulary.YES_NO.write(entry.wishes().bothOrNothing());
            case WEIGHT -> Vocabulary.YES_NO.write(entry.wishes().weight() == WishWeight.START);
            case BLOCKED ->
                entry.wishes().blocked().stream().map(HalfYear::toString).collect(Collectors.joining(", "));
            case LEAVE -> Vocabulary.LEAVE.write(entry.readiness().leave());
            case LOCUM -> Vocabulary.LOCUM.write(entry.readiness().locum());
            case NOTE -> entry.note();
        };
    }

    private static Number number(no.alisplass.domain.Months months) {
        return months == null ? null : months.value();
    }

    private String names(Set<DepartmentId> ids, String separator) {
        return ids.stream().map(departments::fileName).collect(Collectors.joining(separator));
    }

    private String approved(List<ApprovedMonths> approved) {
        return approved.stream()
                .map(stay -> (stay.department() == null
                                ? elsewhere(stay.elsewhere())
                                : departments.fileName(stay.department()))
                        + ": "
                        + CellValues.write(stay.months()))
                .collect(Collectors.joining(" | "));
    }

    /** Marked where the name alone would be read as a department of ours. */
    private String elsewhere(String place) {
        boolean alike = departments.exact(place).isPresent()
                || ApprovedMonths.elsewhere(place).isPresent();
        return alike ? place + ApprovedMonths.ELSEWHERE : place;
    }
}
