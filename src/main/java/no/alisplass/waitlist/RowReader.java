package no.alisplass.waitlist;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.LocumStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.WishWeight;
import no.alisplass.domain.Wishes;

/** Makes an entry of a line; where a cell cannot be read, that fact is left empty and said. */
final class RowReader {
    private final AreaCode area;
    private final DepartmentNames departments;

    RowReader(AreaCode area, DepartmentNames departments) {
        this.area = area;
        this.departments = departments;
    }

    WaitlistEntry read(CellReader cells) {
        area(cells);
        Optional<Affiliation> affiliation = cells.word(Column.AFFILIATION, Words.AFFILIATION);
        if (affiliation == null) {
            EntryRules.required(cells.row(), Column.AFFILIATION, null, cells.remarks());
        }
        List<ServicePeriod> periods = cells.value(Column.PERIODS, PeriodText::read, "periods-form");
        return new WaitlistEntry(
                cells.whole(Column.PRIORITY, 0),
                cells.text(Column.NAME),
                cells.hpr(),
                cells.text(Column.EMAIL),
                affiliation == null ? null : affiliation.orElse(null),
                cells.date(Column.AFFILIATION_FROM),
                cells.date(Column.AFFILIATION_TO),
                cells.word(Column.SCHEME, Words.SCHEME),
                cells.date(Column.START),
                cells.months(Column.SERVICE),
                cells.months(Column.OPEN_PRACTICE),
                cells.date(Column.STATED_ON),
                cells.value(Column.STATED_SHARE, Values::percentage, "percentage-form"),
                periods,
                cells.whole(Column.OBJECTIVES, 0),
                cells.whole(Column.ACTIVITIES, 0),
                cells.word(Column.SUPERVISION, Words.SUPERVISION),
                approved(cells),
                cells.months(Column.MONTHS_LEFT),
                cells.word(Column.INTERRUPTED, Words.YES_NO, false),
                wishes(cells),
                cells.word(Column.LEAVE, Words.LEAVE, LeaveStatus.NOT_APPLIED),
                cells.word(Column.LOCUM, Words.LOCUM, LocumStatus.MISSING),
                cells.text(Column.NOTE));
    }

    private void area(CellReader cells) {
        AreaCode.Read read = cells.value(Column.AREA, AreaCode::read, "area-form", area);
        int row = cells.row();
        if (read == null) {
            EntryRules.required(row, Column.AREA, null, cells.remarks());
        } else if (!read.code().equals(area)) {
            cells.remarks().error(row, Column.AREA, cells.text(Column.AREA), "area-of-another", read.code(), area);
        } else if (read.repaired()) {
            cells.remarks()
                    .information(
                            row, Column.AREA, cells.text(Column.AREA), "area-repaired", cells.text(Column.AREA), area);
        }
    }

    private Wishes wishes(CellReader cells) {
        boolean start = cells.word(Column.WEIGHT, Words.YES_NO, false);
        return new Wishes(
                ranked(cells),
                cells.word(Column.ONLY_RANKED, Words.YES_NO, false),
                refused(cells),
                earliest(cells),
                blocked(cells),
                start ? WishWeight.START : WishWeight.DEPARTMENT,
                cells.word(Column.WHOLE_ONLY, Words.YES_NO, false));
    }

    private List<Set<DepartmentId>> ranked(CellReader cells) {
        List<Set<DepartmentId>> ranked = new ArrayList<>();
        for (Map.Entry<Integer, String> wish : cells.wishes().entrySet()) {
            Set<DepartmentId> group =
                    departments(cells, Column.WISH.nth(wish.getKey()), wish.getValue(), "\\s*[/=]\\s*");
            if (!group.isEmpty()) {
                ranked.add(group);
            }
        }
        return ranked;
    }

    private Set<DepartmentId> refused(CellReader cells) {
        return departments(cells, Column.REFUSED, cells.text(Column.REFUSED), "\\s*[,;/\\n]\\s*");
    }

    /** A whole cell may be one name that holds the separator. */
    private Set<DepartmentId> departments(CellReader cells, Fact fact, String text, String separator) {
        Optional<DepartmentId> whole = departments.resolve(text);
        if (whole.isPresent()) {
            return Set.of(whole.get());
        }
        Set<DepartmentId> found = new LinkedHashSet<>();
        for (String name : text.split(separator)) {
            Optional<DepartmentId> department = departments.resolve(name);
            if (department.isPresent() && !found.add(department.get())) {
                cells.remarks().error(cells.row(), fact, Grid.shown(text), "wish-twice", Grid.shown(name));
            } else if (department.isEmpty() && !name.isBlank()) {
                cells.remarks()
                        .error(
                                cells.row(),
                                fact,
                                Grid.shown(text),
                                "department-unknown",
                                Grid.shown(name),
                                departments.nearest(name).orElse(String.join(", ", departments.all())));
            }
        }
        return found;
    }

    private HalfYear earliest(CellReader cells) {
        String text = cells.text(Column.EARLIEST);
        if (text.matches("(?i)snarest.*|så snart.*|så fort.*|når som helst|asap|-")) {
            return null;
        }
        Values.ReadHalfYear read = cells.value(Column.EARLIEST, Values::halfYear, "half-year-form");
        if (read != null && !read.exact()) {
            cells.remarks()
                    .information(
                            cells.row(), Column.EARLIEST, text, "half-year-after", Grid.shown(text), read.halfYear());
        }
        return read == null ? null : read.halfYear();
    }

    private static Set<HalfYear> blocked(CellReader cells) {
        Set<HalfYear> blocked = new TreeSet<>();
        String text = cells.text(Column.BLOCKED);
        for (String part : text.split("[,;|\\n]")) {
            if (part.isBlank() || part.strip().equals("-")) {
                continue;
            }
            Optional<Values.ReadHalfYear> read = Values.halfYear(part).filter(Values.ReadHalfYear::exact);
            if (read.isEmpty()) {
                cells.remarks()
                        .error(
                                cells.row(),
                                Column.BLOCKED,
                                Grid.shown(text),
                                "half-year-form",
                                Grid.shown(part.strip()));
            } else {
                blocked.add(read.get().halfYear());
            }
        }
        return blocked;
    }

    private List<ApprovedMonths> approved(CellReader cells) {
        List<ApprovedMonths> approved = new ArrayList<>();
        String text = cells.text(Column.APPROVED);
        for (String part : text.split("[|;\\n]")) {
            if (part.isBlank() || part.strip().equals("-")) {
                continue;
            }
            int colon = part.lastIndexOf(':');
            String place = colon < 0 ? "" : part.substring(0, colon).strip();
            Optional<Months> months = Values.months(part.substring(colon + 1));
            if (place.isEmpty() || months.isEmpty()) {
                cells.remarks()
                        .error(
                                cells.row(),
                                Column.APPROVED,
                                Grid.shown(text),
                                "approved-form",
                                Grid.shown(part.strip()));
                continue;
            }
            Optional<DepartmentId> department = departments.resolve(place);
            if (department.isEmpty()) {
                cells.remarks()
                        .information(
                                cells.row(),
                                Column.APPROVED,
                                Grid.shown(text),
                                "approved-elsewhere",
                                Grid.shown(place));
            }
            approved.add(
                    new ApprovedMonths(department.orElse(null), department.isEmpty() ? place : null, months.get()));
        }
        return approved;
    }
}
