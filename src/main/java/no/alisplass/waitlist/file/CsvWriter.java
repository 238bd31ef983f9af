package no.alisplass.waitlist.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.waitlist.entry.CellValues;
import no.alisplass.waitlist.grid.Risk;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** CSV as Norwegian spreadsheets open it: UTF-8 with BOM, semicolons, decimal comma. */
final class CsvWriter {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setRecordSeparator("\r\n")
            .get();

    private CsvWriter() {}

    static byte[] write(List<List<Object>> rows) {
        StringBuilder text = new StringBuilder("\ufeff");
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            for (List<Object> row : rows) {
                printer.printRecord(row.stream().map(CsvWriter::cell).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(Object value) {
        if (value instanceof LocalDate date) {
            return CellValues.write(date);
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString().replace('.', ',');
        }
        String text = String.valueOf(value);
        return !text.isEmpty() && Risk.isRisky(text.charAt(0)) ? "'" + text : text;
    }
}
