package no.alisplass.web;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.waitlist.Reading;
import no.alisplass.waitlist.Remark;
import no.alisplass.waitlist.Severity;

/**
 * A file as a table with what was found marked in its cells.
 *
 * @param whole what is wrong with the file as such
 * @param good how many rows can be taken in
 * @param inFile how many rows there are
 * @param shortened whether rows without errors are left out because there are many
 */
@TemplateData
public record FilePreview(
        String name, List<String> columns, List<Row> rows, List<Mark> whole, int good, int inFile, boolean shortened) {
    private static final int MOST_ROWS = 200;

    /** @param marks about the row, not about one of its cells */
    @TemplateData
    public record Row(int number, List<Cell> cells, List<Mark> marks, boolean faulty) {}

    @TemplateData
    public record Cell(String column, String text, List<Mark> marks, boolean faulty) {}

    /** @param kind {@code error}, {@code warning} or {@code information} */
    @TemplateData
    public record Mark(String kind, String text) {}

    public int getBad() {
        return inFile - good;
    }

    /** Everything can be taken in as it is. */
    public boolean isSound() {
        return good == inFile
                && good > 0
                && whole.stream().noneMatch(mark -> mark.kind().equals("error"));
    }

    static FilePreview of(String name, Reading reading) {
        List<Row> rows = new ArrayList<>();
        boolean many = reading.table().lines().size() > MOST_ROWS;
        for (Reading.Line line : reading.table().lines()) {
            Row row = row(line, reading);
            if (rows.size() < MOST_ROWS && (!many || row.faulty())) {
                rows.add(row);
            }
        }
        return new FilePreview(
                name,
                reading.table().columns(),
                rows,
                reading.remarks().stream()
                        .filter(remark -> remark.row() == null)
                        .map(FilePreview::mark)
                        .toList(),
                reading.rows().size(),
                reading.rowsInFile(),
                many);
    }

    private static Row row(Reading.Line line, Reading reading) {
        List<Remark> here = reading.remarks().stream()
                .filter(remark -> Integer.valueOf(line.number()).equals(remark.row()))
                .toList();
        List<Remark> left = new ArrayList<>(here);
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < line.cells().size(); i++) {
            String field =
                    "rad " + line.number() + ", " + reading.table().columns().get(i);
            List<Remark> ofCell = here.stream()
                    .filter(remark -> remark.finding().field().equals(field))
                    .toList();
            left.removeAll(ofCell);
            cells.add(new Cell(
                    reading.table().columns().get(i),
                    line.cells().get(i),
                    ofCell.stream().map(FilePreview::mark).toList(),
                    ofCell.stream().anyMatch(Remark::isError)));
        }
        return new Row(
                line.number(),
                cells,
                left.stream().map(FilePreview::mark).toList(),
                here.stream().anyMatch(Remark::isError));
    }

    private static Mark mark(Remark remark) {
        String kind = remark.severity() == Severity.ERROR
                ? "error"
                : remark.severity() == Severity.WARNING ? "warning" : "information";
        return new Mark(kind, Texts.of(remark.finding()));
    }
}
