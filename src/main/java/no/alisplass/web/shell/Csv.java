package no.alisplass.web.shell;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table to download, as spreadsheets in Norway read it: a byte order mark, semicolons, decimal commas. */
public final class Csv {
    private Csv() {}

    /** The numbers of a chart. */
    public static Response of(Chart chart) {
        List<String> head = new ArrayList<>(List.of(chart.category()));
        chart.series().forEach(series -> head.add(series.name()));
        List<List<?>> rows = new ArrayList<>();
        for (Chart.Row row : chart.rows()) {
            List<Object> cells = new ArrayList<>(List.of(row.category()));
            cells.addAll(row.values());
            rows.add(cells);
        }
        return of(chart.id(), head, rows);
    }

    /** @param name of the file, without its ending */
    public static Response of(String name, List<String> head, List<? extends List<?>> rows) {
        StringBuilder text = new StringBuilder("\uFEFF").append(line(head));
        rows.forEach(row -> text.append(line(row)));
        return Response.ok(text.toString())
                .type("text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .build();
    }

    private static String line(List<?> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(";")) + "\r\n";
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).toPlainString().replace('.', ',');
        }
        String text = value.toString();
        // A cell that begins like a formula would be run by the spreadsheet that opens it.
        String safe = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
        return safe.matches("(?s).*[;\"\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
