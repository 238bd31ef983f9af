package no.alisplass.web.shell;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.platform.CsvWriter;

/** A table to download, as {@link CsvWriter} writes it. */
public final class Csv {
    private Csv() {}

    /** The numbers of a chart. */
    public static Response of(Chart chart) {
        List<List<?>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(chart.category()));
        chart.series().forEach(series -> head.add(series.name()));
        rows.add(head);
        for (Chart.Row row : chart.rows()) {
            List<Object> cells = new ArrayList<>(List.of(row.category()));
            cells.addAll(row.values());
            rows.add(cells);
        }
        return of(chart.id(), rows);
    }

    /** @param name of the file, without its ending */
    public static Response of(String name, List<? extends List<?>> rows) {
        return Response.ok(CsvWriter.write(rows))
                .type("text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .build();
    }
}
