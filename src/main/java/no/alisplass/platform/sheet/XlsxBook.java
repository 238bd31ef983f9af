package no.alisplass.platform.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Tables as a workbook. Every text is a cell of text: a spreadsheet runs none of them, whatever they begin with. */
public final class XlsxBook {
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** What a spreadsheet would read as a sign by its number, where someone has written just that. */
    private static final Pattern ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final int NARROW = 16;
    private static final int WIDE = 44;
    private static final int LONG = 20;

    private XlsxBook() {}

    /**
     * @param name at most 31 signs, which spreadsheets allow
     * @param rows cells are texts and numbers; the first row is the head
     */
    public record Sheet(String name, List<List<?>> rows) {
        public Sheet {
            rows = List.copyOf(rows);
        }
    }

    public static byte[] write(List<Sheet> sheets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "alisplass", "1.0")) {
            for (Sheet sheet : sheets) {
                fill(workbook.newWorksheet(sheet.name()), sheet.rows());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void fill(Worksheet sheet, List<List<?>> rows) {
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                Object value = rows.get(r).get(c);
                if (value instanceof Number number) {
                    sheet.value(r, c, number);
                } else {
                    sheet.value(r, c, text(String.valueOf(value)));
                }
            }
        }
        int columns = rows.isEmpty() ? 0 : rows.get(0).size();
        for (int c = 0; c < columns; c++) {
            sheet.width(c, wide(rows, c) ? WIDE : NARROW);
        }
        if (columns > 0) {
            sheet.range(0, 0, 0, columns - 1).style().bold().wrapText(true).set();
        }
        if (columns > 1) {
            sheet.freezePane(0, 1);
        }
    }

    private static boolean wide(List<List<?>> rows, int column) {
        return rows.stream().anyMatch(row -> String.valueOf(row.get(column)).length() > LONG);
    }

    /** A text as a cell has to have it to come back as it was. */
    public static String text(String text) {
        return ESCAPED.matcher(text).replaceAll("_x005F_");
    }
}
