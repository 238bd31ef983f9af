package no.alisplass.forecast.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Counting;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.text.Text;
import no.alisplass.forecast.given.PlannedArea;
import no.alisplass.forecast.given.QueuedDoctor;
import no.alisplass.platform.Messages;
import no.alisplass.register.entry.DepartmentNames;
import no.alisplass.register.entry.ListArea;
import no.alisplass.register.entry.ListRules;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.file.ColumnAnswers;
import no.alisplass.register.file.FileKind;
import no.alisplass.register.file.Reading;
import no.alisplass.register.file.WaitlistReader;

/** Reads the folder {@code register}: a file for each area, as its register is exported or its list is sent; its name begins with the area's number. */
final class RegisterFolder {
    private static final Pattern NAME = Pattern.compile("([0-9]{6}|[0-9]{4})([^0-9].*)?[.](csv|xlsx|ods)");
    private static final long MOST_BYTES = 20_000_000;

    private final List<PlannedArea> areas;
    private final DepartmentNames departments;
    private final LocalDate day;
    private final List<InputFault> faults;
    private final List<QueuedDoctor> queue = new ArrayList<>();
    private final Map<HprNumber, String> seen = new HashMap<>();
    private int withoutNeed;

    RegisterFolder(List<PlannedArea> areas, DepartmentNames departments, LocalDate day, List<InputFault> faults) {
        this.areas = areas;
        this.departments = departments;
        this.day = day;
        this.faults = faults;
    }

    /** Who waits. */
    List<QueuedDoctor> read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            faults.add(
                    new InputFault("register", null, "there is no such folder. Make it, with a file for each area."));
            return queue;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            read(file.getFileName().toString(), file);
        }
        return queue;
    }

    /** How many the files hold who need no more service, and so do not wait. */
    int withoutNeed() {
        return withoutNeed;
    }

    private void read(String name, Path file) throws IOException {
        String place = "register/" + name;
        Matcher form = NAME.matcher(name.toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            faults.add(
                    new InputFault(
                            place,
                            null,
                            "must begin with the area's number and end in .csv, .xlsx or .ods. Maybe call it 3205-lillestrom.csv."));
            return;
        }
        AreaCode code = new AreaCode(form.group(1));
        PlannedArea area = areas.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(null);
        if (area == null) {
            faults.add(new InputFault(
                    place, code.value(), "is none of the areas in areas.yaml. Add it there, or rename the file."));
            return;
        }
        if (Files.size(file) > MOST_BYTES) {
            faults.add(new InputFault(place, null, "is larger than 20 MB. Divide it."));
            return;
        }
        ListRules rules = new ListRules(day, List.of(), departments, new Counting(day, true));
        Result<Reading> read = WaitlistReader.rows(
                        Files.readAllBytes(file),
                        FileKind.REGISTER,
                        new ListArea(code, area.known().area().name()),
                        departments,
                        ColumnAnswers.NONE)
                .map(rows -> rows.asList(Map.of(), rules));
        if (read instanceof Result.Refused<Reading> refused) {
            refused.findings().forEach(finding -> fault(place, finding));
        } else if (read instanceof Result.Done<Reading> done) {
            done.value().remarks().stream()
                    .filter(RegisterFolder::isFault)
                    .forEach(remark -> fault(place, remark.finding()));
            done.value().rows().forEach(row -> add(place, code, row));
        }
    }

    /** An area that has nobody who waits exports nobody. */
    private static boolean isFault(Remark remark) {
        return remark.isError() && !remark.finding().code().equals("waitlist.file-without-rows");
    }

    private void fault(String place, Finding finding) {
        faults.add(new InputFault(
                place + ", " + finding.place().text(),
                finding.value() == null ? null : Text.shown(finding.value()),
                Messages.text(finding, Locale.ENGLISH)));
    }

    private void add(String place, AreaCode area, Reading.Row row) {
        String here = place + ", rad " + row.number();
        String before = seen.putIfAbsent(row.entry().hpr(), here);
        if (before != null) {
            faults.add(new InputFault(
                    here,
                    row.entry().hpr().digits(),
                    "the doctor stands in " + before + " too. Leave the row where the doctor belongs."));
        } else if (row.entry().institution().monthsLeft().tenths() == 0) {
            withoutNeed++;
        } else {
            queue.add(new QueuedDoctor(area, day, row.entry()));
        }
    }
}
