package no.alisplass.sample;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** CSV as Norwegian spreadsheets save it: semicolons, decimal comma, dd.mm.yyyy. */
final class CsvFile {
    private CsvFile() {}

    /** @param start what stands before the first column name */
    static byte[] write(List<List<Object>> rows, String start, Charset charset) {
        String text = rows.stream()
                .map(row -> row.stream().map(CsvFile::cell).collect(Collectors.joining(";")) + "\r\n")
                .collect(Collectors.joining("", start, ""));
        return text.getBytes(charset);
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof LocalDate date) {
            return AreaStyle.date(date);
        }
        String text =
                value instanceof BigDecimal number ? number.toPlainString().replace('.', ',') : value.toString();
        return text.matches("(?s).*[;\"\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
