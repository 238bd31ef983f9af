package no.alisplass.web.municipality;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import no.alisplass.domain.Counting;
import no.alisplass.domain.message.Place;
import no.alisplass.register.entry.CountedService;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.Severity;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.register.file.ColumnAnswers;
import no.alisplass.register.file.FileKind;
import no.alisplass.register.file.Reading;
import no.alisplass.waitlist.LookedAt;
import no.alisplass.web.text.Texts;

/**
 * A file as a table with what was found marked in its cells: the columns with faults first, those with nothing left out.
 *
 * @param key what to take in
 * @param whole what is to say of the file as such, and of rows that are no doctors
 * @param asked the columns that must be answered for
 * @param meanings what they can be
 * @param good how many rows can be taken in
 * @param inFile how many rows there are
 * @param shortened whether rows without errors are left out because there are many
 */
@TemplateData
public record FilePreview(
        String key,
        String name,
        List<String> columns,
        List<Row> rows,
        List<Mark> whole,
        List<Reading.Asked> asked,
        List<String> meanings,
        int good,
        int inFile,
        boolean shortened) {
    private static final int MAX_ROWS = 200;

    /** @param marks about the row, not about one of its cells @param counted service as it counts; empty for a faulty row */
    @TemplateData
    public record Row(int number, List<Cell> cells, List<Mark> marks, boolean faulty, String doctor, String counted) {}

    @TemplateData
    public record Cell(String column, String text, List<Mark> marks, boolean faulty) {
        public boolean isBlank() {
            return text.isBlank() && marks.isEmpty();
        }
    }

    /** @param kind {@code error}, {@code warning} or {@code information} */
    @TemplateData
    public record Mark(String kind, String text) {}

    public int getBad() {
        return inFile - good;
    }

    /** Everything can be taken in as it is. */
    public boolean isSound() {
        return good == inFile && good > 0 && !isBroken();
    }

    /** Something is wrong with the file as such, so that no row of it is good yet. */
    public boolean isBroken() {
        return whole.stream().anyMatch(mark -> mark.kind().equals("error"));
    }

    static FilePreview of(LookedAt looked, Counting counting, LocalDate today) {
        Reading reading = looked.reading();
        Map<Integer, WaitlistEntry> entries = new HashMap<>();
        reading.rows().forEach(row -> entries.put(row.number(), row.entry()));
        Map<Integer, List<Remark>> remarks = new HashMap<>();
        Set<Integer> shown = new HashSet<>();
        reading.table().lines().forEach(line -> shown.add(line.number()));
        List<Mark> whole = new ArrayList<>();
        for (Remark remark : reading.remarks()) {
            if (remark.row() == null) {
                whole.add(mark(remark, ""));
            } else if (shown.contains(remark.row())) {
                remarks.computeIfAbsent(remark.row(), none -> new ArrayList<>()).add(remark);
            } else {
                whole.add(mark(remark, Texts.of("preview-row") + " " + remark.row() + ": "));
            }
        }
        boolean many = reading.table().lines().size() > MAX_ROWS;
        List<Row> rows = new ArrayList<>();
        for (Reading.Line line : reading.table().lines()) {
            Row row = row(
                    line,
                    reading,
                    remarks.getOrDefault(line.number(), List.of()),
                    entries.get(line.number()),
                    counting,
                    today);
            if (rows.size() < MAX_ROWS && (!many || row.faulty())) {
                rows.add(row);
            }
        }
        List<Integer> order = order(reading.table().columns().size(), rows);
        return new FilePreview(
                looked.key(),
                looked.name(),
                order.stream().map(reading.table().columns()::get).toList(),
                rows.stream().map(row -> inOrder(row, order)).toList(),
                whole,
                looked.canBeAnswered() ? reading.asked() : List.of(),
                ColumnAnswers.possible(FileKind.LIST).stream()
                        .filter(meaning -> !reading.table().columns().contains(meaning))
                        .toList(),
                reading.rows().size(),
                reading.rowsInFile(),
                many);
    }

    /** The columns that hold anything but the doctor's name again, those with a fault first. */
    private static List<Integer> order(int columns, List<Row> rows) {
        return IntStream.range(0, columns)
                .boxed()
                .filter(column ->
                        rows.stream().anyMatch(row -> !row.cells().get(column).isBlank() && !isName(row, column)))
                .sorted(Comparator.comparing(column ->
                        rows.stream().noneMatch(row -> row.cells().get(column).faulty())))
                .toList();
    }

    private static boolean isName(Row row, int column) {
        Cell cell = row.cells().get(column);
        return cell.text().equals(row.doctor()) && cell.marks().isEmpty();
    }

    private static Row inOrder(Row row, List<Integer> order) {
        List<Cell> cells = order.stream().map(row.cells()::get).toList();
        return new Row(row.number(), cells, row.marks(), row.faulty(), row.doctor(), row.counted());
    }

    private static Row row(
            Reading.Line line,
            Reading reading,
            List<Remark> here,
            WaitlistEntry entry,
            Counting counting,
            LocalDate today) {
        List<Remark> left = new ArrayList<>(here);
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < line.cells().size(); i++) {
            String column = reading.table().columns().get(i);
            Place cell = new Place.Cell(line.number(), column);
            List<Remark> ofCell = here.stream()
                    .filter(remark -> remark.finding().place().equals(cell))
                    .toList();
            left.removeAll(ofCell);
            cells.add(new Cell(
                    column,
                    line.cells().get(i),
                    ofCell.stream().map(remark -> mark(remark, "")).toList(),
                    ofCell.stream().anyMatch(Remark::isError)));
        }
        return new Row(
                line.number(),
                cells,
                left.stream().map(FilePreview::left).toList(),
                here.stream().anyMatch(Remark::isError),
                line.doctor(),
                entry == null ? "" : counted(entry, counting, today));
    }

    private static String counted(WaitlistEntry entry, Counting counting, LocalDate today) {
        CountedService service = entry.service().counted(counting, today);
        return Texts.of("preview-counted", service.months(), service.openPractice(), counting.on());
    }

    /** What is said of a cell that is not shown is told with the name of its column. */
    public static Mark left(Remark remark) {
        return mark(
                remark,
                remark.finding().place() instanceof Place.Cell cell && cell.column() != null
                        ? cell.column() + ": "
                        : "");
    }

    public static Mark mark(Remark remark, String place) {
        String kind = remark.severity() == Severity.ERROR
                ? "error"
                : remark.severity() == Severity.WARNING ? "warning" : "information";
        return new Mark(kind, place + Texts.of(remark.finding()));
    }
}
