package no.alisplass.web.planner;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.IntStream;
import no.alisplass.report.Report;
import no.alisplass.web.text.Formats;

/** A table of a report as a page shows it. */
@TemplateData
public record ReportTable(String id, String title, List<Cell> head, List<Row> rows) {
    /** @param number whether it stands to the right */
    @TemplateData
    public record Cell(String text, boolean number) {}

    @TemplateData
    public record Row(String first, List<Cell> cells) {}

    static ReportTable of(Report.Table table) {
        return new ReportTable(
                table.id(),
                table.title(),
                IntStream.range(0, table.head().size())
                        .mapToObj(column -> new Cell(table.head().get(column), table.numbers(column)))
                        .toList(),
                table.rows().stream().map(row -> row(table, row)).toList());
    }

    private static Row row(Report.Table table, List<Object> row) {
        return new Row(
                told(row.get(0)),
                IntStream.range(1, row.size())
                        .mapToObj(column -> new Cell(told(row.get(column)), table.numbers(column)))
                        .toList());
    }

    private static String told(Object cell) {
        return cell == null ? "–" : cell instanceof Number number ? Formats.number(number) : cell.toString();
    }
}
