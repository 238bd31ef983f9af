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
    private final FileKind kind;
    private final AreaCode area;
    private final DepartmentNames departments;

    RowWriter(FileKind kind, AreaCode area, DepartmentNames departments) {
        this.kind = kind;
        this.area = area;
        this.departments = departments;
    }

    /** The names of all columns, the wishes numbered. */
    static List<String> headers(FileKind kind) {
        List<String> headers = new ArrayList<>();
        for (Column column : kind.written().toList()) {
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
    List<Object> cells(ReadRow row) {
        WaitlistEntry entry = row.entry();
        List<Object> cells = new ArrayList<>();
        for (Column column : kind.written().toList()) {
            if (column == Column.WISH) {
                for (int group = 0; group < Column.WISHES; group++) {
                    List<Set<DepartmentId>> ranked = entry.wishes().ranked();
                    cells.add(group < ranked.size() ? names(ranked.get(group), " = ") : "");
                }
            } else {
                Object cell = cell(column, entry, row);
                cells.add(cell == null ? "" : cell);
            }
        }
        return cells;
    }

    private Object cell(Column column, WaitlistEntry entry, ReadRow row) {
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
            case APPROVED -> stays(row.stays());
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
            case ON_CALL -> Vocabulary.ON_CALL.write(row.onCall());
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

    private String stays(List<ReadStay> stays) {
        return stays.stream()
                .map(stay -> place(stay.approved()) + ": "
                        + CellValues.write(stay.approved().months()) + StayText.write(stay))
                .collect(Collectors.joining(" | "));
    }

    private String place(ApprovedMonths stay) {
        return stay.department() == null ? elsewhere(stay.elsewhere()) : departments.fileName(stay.department());
    }

    /** Marked where the name alone would be read as a department of ours. */
    private String elsewhere(String place) {
        boolean alike = departments.served(place).isPresent()
                || ApprovedMonths.elsewhere(place).isPresent();
        return alike ? place + ApprovedMonths.ELSEWHERE : place;
    }
}
