package no.alisplass.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.domain.text.Dates;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** CSV as Norwegian spreadsheets open it: UTF-8 with BOM, semicolons, decimal comma, and no cell that they would run. */
public final class CsvWriter {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setRecordSeparator("\r\n")
            .get();

    private CsvWriter() {}

    /** Cells are dates, numbers or texts; null is an empty one. */
    public static byte[] write(List<? extends List<?>> rows) {
        StringBuilder text = new StringBuilder("\ufeff");
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            for (List<?> row : rows) {
                printer.printRecord(row.stream().map(CsvWriter::cell).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(Object value) {
        if (value instanceof LocalDate date) {
            return Dates.write(date);
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).toPlainString().replace('.', ',');
        }
        String text = value == null ? "" : value.toString();
        return !text.isEmpty() && isRisky(text.charAt(0)) ? "'" + text : text;
    }

    /** Signs that make a text a formula when it begins with one of them, and our own sign against it. */
    public static boolean isRisky(char first) {
        return "=+-@'\t\r".indexOf(first) >= 0;
    }
}
