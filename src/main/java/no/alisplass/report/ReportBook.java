package no.alisplass.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.alisplass.platform.sheet.XlsxBook;
import no.alisplass.report.Report.Change;
import no.alisplass.report.Report.Table;

/** A report as a workbook: what it says on the first sheet, and a sheet for each table. */
public final class ReportBook {
    private ReportBook() {}

    public static byte[] write(Report report, ReportWords words) {
        List<XlsxBook.Sheet> sheets = new ArrayList<>();
        List<List<?>> first = new ArrayList<>();
        first.add(List.of(report.title()));
        first.add(List.of(report.round()));
        Stream.concat(report.said().stream(), report.notes().stream()).forEach(each -> first.add(List.of(each)));
        report.foot(words).forEach(each -> first.add(List.of(each)));
        sheets.add(new XlsxBook.Sheet(words.text("answer"), first));
        for (Table table : report.tables()) {
            List<List<?>> rows = new ArrayList<>();
            rows.add(table.head());
            for (List<Object> row : table.rows()) {
                rows.add(row.stream().map(ReportBook::cell).toList());
            }
            sheets.add(new XlsxBook.Sheet(table.name(), rows));
        }
        return XlsxBook.write(sheets);
    }

    private static Object cell(Object value) {
        return value instanceof Change change ? (Object) change.by() : value == null ? "" : value;
    }
}
