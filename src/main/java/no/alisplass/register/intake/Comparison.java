package no.alisplass.register.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.register.Difference;
import no.alisplass.register.DoctorFacts;
import no.alisplass.register.DoctorRules;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.register.entry.Column;
import no.alisplass.register.entry.DepartmentNames;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.Remarks;
import no.alisplass.register.file.ReadRow;
import no.alisplass.register.file.ReadRows;
import no.alisplass.register.file.Reading;

/** A file beside the register: how each of its rows stands to what the area has. Of other areas' doctors nothing is looked at. */
final class Comparison {
    private final AreaCode area;
    private final Map<HprNumber, RegisteredDoctor> known;
    private final ReadRows file;
    private final Map<Integer, DoctorFacts> now = new TreeMap<>();
    private final Reading reading;
    private final Set<Integer> good = new HashSet<>();
    private final Map<Integer, List<Remark>> remarks = new TreeMap<>();

    /** @param known the records there are of the doctors, whichever area holds them */
    Comparison(
            AreaCode area,
            Map<HprNumber, RegisteredDoctor> known,
            ReadRows file,
            DepartmentNames departments,
            LocalDate today) {
        this.area = area;
        this.known = known.entrySet().stream()
                .filter(each -> !each.getValue().isFreeTo(area))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        this.file = file;
        file.doctors().forEach((row, read) -> now.put(row, ToldFacts.of(read, file.absent(), ownFacts(read), today)));
        this.reading = file.checked(all -> {
            DoctorRules.check(now, departments, today, all);
            file.doctors().forEach((row, read) -> completed(row, read, all));
        });
        reading.rows().forEach(row -> good.add(row.number()));
        reading.remarks().stream().filter(remark -> remark.row() != null).forEach(remark -> remarks.computeIfAbsent(
                        remark.row(), none -> new ArrayList<>())
                .add(remark));
    }

    private void completed(int row, ReadRow read, Remarks all) {
        DoctorFacts own = ownFacts(read);
        if (ToldFacts.isFalselyCompleted(read, own)) {
            all.error(row, Column.APPROVED, null, "approved-completed");
        } else if (own != null && ToldFacts.isShortOfCompleted(read, own)) {
            all.warning(row, Column.APPROVED, null, "approved-less-than-completed");
        }
    }

    private RegisteredDoctor own(HprNumber hpr) {
        RegisteredDoctor record = hpr == null ? null : known.get(hpr);
        return record != null && record.area().equals(area) ? record : null;
    }

    private DoctorFacts ownFacts(ReadRow read) {
        RegisteredDoctor own = own(read.entry().hpr());
        return own == null ? null : own.facts();
    }

    Reading reading() {
        return reading;
    }

    /** Whether something is wrong with the file as a whole, so that no row of it is good yet. */
    boolean isBroken() {
        return reading.remarks().stream().anyMatch(remark -> remark.isError() && remark.row() == null);
    }

    /** The numbers of all doctors in the file, good or not. */
    Set<HprNumber> numbers() {
        Set<HprNumber> numbers = new HashSet<>();
        file.doctors().values().stream()
                .map(read -> read.entry().hpr())
                .filter(hpr -> hpr != null)
                .forEach(numbers::add);
        return numbers;
    }

    List<FiledRow> rows() {
        List<FiledRow> rows = new ArrayList<>();
        for (Reading.Line line : reading.table().lines()) {
            int row = line.number();
            ReadRow read = file.doctors().get(row);
            HprNumber hpr = read == null ? null : read.entry().hpr();
            FiledRow.State state = state(row, hpr);
            RegisteredDoctor own = own(hpr);
            List<Difference> differences =
                    state.isTakeable() ? now.get(row).since(own == null ? null : own.facts()) : List.of();
            rows.add(new FiledRow(
                    row,
                    line.doctor(),
                    hpr,
                    state,
                    reopens(state, own),
                    differences,
                    remarks.getOrDefault(row, List.of())));
        }
        return rows;
    }

    private FiledRow.State state(int row, HprNumber hpr) {
        if (!good.contains(row)) {
            boolean faulty = remarks.getOrDefault(row, List.of()).stream().anyMatch(Remark::isError);
            return faulty || !isBroken() ? FiledRow.State.FAULTY : FiledRow.State.UNDECIDED;
        }
        RegisteredDoctor record = known.get(hpr);
        if (record == null) {
            return FiledRow.State.NEW;
        }
        if (!record.area().equals(area)) {
            return FiledRow.State.HELD_ELSEWHERE;
        }
        return record.isOpen() && record.facts().equals(now.get(row))
                ? FiledRow.State.UNCHANGED
                : FiledRow.State.CHANGED;
    }

    private static boolean reopens(FiledRow.State state, RegisteredDoctor own) {
        return state == FiledRow.State.CHANGED && !own.isOpen();
    }

    /** What can be taken in or confirmed, with the version of the record it was compared with. */
    List<ShownRows.Shown> shown() {
        List<ShownRows.Shown> shown = new ArrayList<>();
        for (int row : now.keySet()) {
            HprNumber hpr = file.doctors().get(row).entry().hpr();
            FiledRow.State state = state(row, hpr);
            if (state.isTakeable() || state == FiledRow.State.UNCHANGED) {
                RegisteredDoctor own = own(hpr);
                shown.add(new ShownRows.Shown(
                        row,
                        own == null ? 0 : own.version(),
                        state,
                        reopens(state, own),
                        now.get(row).stored()));
            }
        }
        return shown;
    }
}
