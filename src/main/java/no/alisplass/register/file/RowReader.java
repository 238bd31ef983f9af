package no.alisplass.register.file;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.LocumStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.WishWeight;
import no.alisplass.domain.Wishes;
import no.alisplass.domain.doctor.Employment;
import no.alisplass.domain.doctor.Readiness;
import no.alisplass.domain.doctor.TrainingProgress;
import no.alisplass.domain.text.Numbers;
import no.alisplass.register.entry.ApprovedMonths;
import no.alisplass.register.entry.CellValues;
import no.alisplass.register.entry.Column;
import no.alisplass.register.entry.DepartmentNames;
import no.alisplass.register.entry.EntryField;
import no.alisplass.register.entry.EntryRules;
import no.alisplass.register.entry.InstitutionService;
import no.alisplass.register.entry.ListArea;
import no.alisplass.register.entry.Person;
import no.alisplass.register.entry.ServicePeriod;
import no.alisplass.register.entry.ServiceRecord;
import no.alisplass.register.entry.StatedService;
import no.alisplass.register.entry.Training;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.register.grid.Grid;

/** Makes an entry of a line; where a cell cannot be read, that fact is left empty and said. */
final class RowReader {
    private static final Pattern REFUSED_SEPARATOR = Pattern.compile("\\s*[,;/\\n]\\s*");
    private static final Pattern TIE = Pattern.compile("\\s*[/=]\\s*");

    private final FileKind kind;
    private final ListArea area;
    private final DepartmentNames departments;

    RowReader(FileKind kind, ListArea area, DepartmentNames departments) {
        this.kind = kind;
        this.area = area;
        this.departments = departments;
    }

    /** @param place of the row among those of doctors, from 1; stands for the priority where the file has no such column */
    ReadRow read(CellReader cells, int place) {
        area(cells);
        Optional<Affiliation> affiliation = cells.word(Column.AFFILIATION, Vocabulary.AFFILIATION);
        if (affiliation == null) {
            EntryRules.required(cells.row(), Column.AFFILIATION, null, cells.remarks());
        }
        List<ServicePeriod> periods = cells.value(Column.PERIODS, PeriodText::read, "periods-form");
        List<ReadStay> stays = stays(cells);
        WaitlistEntry entry = new WaitlistEntry(
                cells.has(Column.PRIORITY) ? cells.whole(Column.PRIORITY, 0) : place,
                new Person(cells.text(Column.NAME), cells.hpr(), cells.text(Column.EMAIL)),
                new Employment(
                        affiliation == null ? null : affiliation.orElse(null),
                        cells.date(Column.AFFILIATION_FROM),
                        cells.date(Column.AFFILIATION_TO)),
                new Training(cells.word(Column.SCHEME, Vocabulary.SCHEME), cells.date(Column.START)),
                new ServiceRecord(stated(cells), periods),
                progress(cells),
                institution(cells, stays),
                wishes(cells),
                new Readiness(
                        cells.word(Column.LEAVE, Vocabulary.LEAVE, LeaveStatus.NOT_APPLIED),
                        cells.word(Column.LOCUM, Vocabulary.LOCUM, LocumStatus.MISSING)),
                cells.text(Column.NOTE));
        return new ReadRow(entry, stays, cells.word(Column.ON_CALL, Vocabulary.ON_CALL));
    }

    private static StatedService stated(CellReader cells) {
        return new StatedService(
                cells.months(Column.SERVICE),
                cells.months(Column.OPEN_PRACTICE),
                cells.date(Column.STATED_ON),
                cells.percent(Column.STATED_SHARE));
    }

    private static TrainingProgress progress(CellReader cells) {
        return new TrainingProgress(
                cells.whole(Column.OBJECTIVES, 0),
                cells.whole(Column.ACTIVITIES, 0),
                cells.word(Column.SUPERVISION, Vocabulary.SUPERVISION));
    }

    private static InstitutionService institution(CellReader cells, List<ReadStay> stays) {
        return new InstitutionService(
                stays.stream().map(ReadStay::approved).toList(),
                cells.months(Column.MONTHS_LEFT),
                cells.word(Column.INTERRUPTED, Vocabulary.YES_NO, false));
    }

    private void area(CellReader cells) {
        String text = cells.text(Column.AREA);
        if (!cells.has(Column.AREA) || area.isNamed(text)) {
            return;
        }
        AreaCode.Read read = cells.value(Column.AREA, AreaCode::read, "area-form", area.name(), area.code());
        int row = cells.row();
        if (read == null) {
            EntryRules.required(row, Column.AREA, null, cells.remarks());
        } else if (!read.code().equals(area.code())) {
            cells.remarks().error(row, Column.AREA, text, "area-of-another", read.code(), area.name(), area.code());
        } else if (read.repaired()) {
            cells.remarks().information(row, Column.AREA, text, "area-repaired", text, area.code());
        }
    }

    private Wishes wishes(CellReader cells) {
        boolean start = cells.word(Column.WEIGHT, Vocabulary.YES_NO, false);
        return new Wishes(
                ranked(cells),
                cells.word(Column.ONLY_RANKED, Vocabulary.YES_NO, false),
                refused(cells),
                earliest(cells),
                blocked(cells),
                start ? WishWeight.START : WishWeight.DEPARTMENT,
                cells.word(Column.WHOLE_ONLY, Vocabulary.YES_NO, false));
    }

    private List<Set<DepartmentId>> ranked(CellReader cells) {
        List<Set<DepartmentId>> ranked = new ArrayList<>();
        for (Map.Entry<Integer, String> wish : cells.wishes().entrySet()) {
            Set<DepartmentId> group = departments(cells, Column.WISH.nth(wish.getKey()), wish.getValue(), TIE);
            if (!group.isEmpty()) {
                ranked.add(group);
            }
        }
        return ranked;
    }

    private Set<DepartmentId> refused(CellReader cells) {
        return departments(cells, Column.REFUSED, cells.text(Column.REFUSED), REFUSED_SEPARATOR);
    }

    /** A whole cell may be one name that holds the separator. */
    private Set<DepartmentId> departments(CellReader cells, EntryField fact, String text, Pattern separator) {
        Optional<DepartmentNames.Known> whole = departments.find(text);
        if (whole.isPresent()) {
            said(cells, fact, text, whole.get());
            return Set.of(whole.get().id());
        }
        Set<DepartmentId> found = new LinkedHashSet<>();
        for (String name : separator.split(text)) {
            if (CellReader.isBlank(name)) {
                continue;
            }
            Optional<DepartmentNames.Known> known = departments.find(name);
            if (known.isEmpty()) {
                departments.unknown(cells.row(), fact, Grid.shown(name), cells.remarks());
            } else if (found.add(known.get().id())) {
                said(cells, fact, name, known.get());
            } else {
                cells.remarks()
                        .error(
                                cells.row(),
                                fact,
                                Grid.shown(text),
                                "wish-twice",
                                departments.name(known.get().id()));
            }
        }
        return found;
    }

    private void said(CellReader cells, EntryField fact, String name, DepartmentNames.Known known) {
        if (!known.exact()) {
            cells.remarks()
                    .information(
                            cells.row(),
                            fact,
                            Grid.shown(name),
                            "department-read-as",
                            Grid.shown(name),
                            departments.name(known.id()));
        }
    }

    private HalfYear earliest(CellReader cells) {
        String text = cells.text(Column.EARLIEST);
        StartText.Read read = cells.value(Column.EARLIEST, StartText::read, "half-year-form");
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
            if (CellReader.isBlank(part)) {
                continue;
            }
            Optional<CellValues.ReadHalfYear> read = CellValues.halfYear(part).filter(CellValues.ReadHalfYear::exact);
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

    private List<ReadStay> stays(CellReader cells) {
        List<ReadStay> stays = new ArrayList<>();
        String text = cells.text(Column.APPROVED);
        for (String part : text.split("[|;\\n]")) {
            if (CellReader.isBlank(part)) {
                continue;
            }
            int colon = part.lastIndexOf(':');
            String place = colon < 0 ? "" : part.substring(0, colon).strip();
            Optional<StayText> told = told(part.substring(colon + 1));
            if (place.isEmpty() || told.isEmpty()) {
                cells.remarks()
                        .error(
                                cells.row(),
                                Column.APPROVED,
                                Grid.shown(text),
                                "approved-form",
                                Grid.shown(part.strip()));
                continue;
            }
            stays.add(told.get().at(approved(cells, text, place, told.get().months())));
        }
        return stays;
    }

    /** A list tells months alone. */
    private Optional<StayText> told(String text) {
        return kind == FileKind.REGISTER
                ? StayText.read(text)
                : Numbers.months(text).optional().map(months -> new StayText(months, null, null, false));
    }

    /** Another hospital's department may have a name like one of ours: only one that is just the same is ours. */
    private ApprovedMonths approved(CellReader cells, String text, String place, Months months) {
        Optional<String> elsewhere = ApprovedMonths.elsewhere(place);
        Optional<DepartmentId> department = elsewhere.isPresent() ? Optional.empty() : departments.served(place);
        if (department.isPresent()) {
            return new ApprovedMonths(department.get(), null, months);
        }
        if (elsewhere.isEmpty()) {
            cells.remarks()
                    .information(
                            cells.row(), Column.APPROVED, Grid.shown(text), "approved-elsewhere", Grid.shown(place));
        }
        return new ApprovedMonths(null, elsewhere.orElse(place), months);
    }
}
