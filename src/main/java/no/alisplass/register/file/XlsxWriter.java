package no.alisplass.register.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.platform.sheet.XlsxBook;
import no.alisplass.register.entry.Column;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** XLSX with the list on the first sheet, an explanation of the columns on the second and the allowed words on a third. */
final class XlsxWriter {
    private static final int ROWS_WITH_LISTS = 500;
    private static final String DATE = "dd.mm.yyyy";

    private XlsxWriter() {}

    static byte[] write(FileKind kind, List<List<Object>> rows, List<String> departments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "alisplass", "1.0")) {
            Worksheet list = workbook.newWorksheet(kind.sheet());
            Worksheet help = workbook.newWorksheet("Forklaring");
            Worksheet words = workbook.newWorksheet("Valg");
            fill(list, rows);
            explain(kind, help);
            choices(kind, list, words, departments);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void fill(Worksheet sheet, List<List<Object>> rows) {
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                Object value = rows.get(r).get(c);
                if (value instanceof LocalDate date) {
                    sheet.value(r, c, date);
                    sheet.style(r, c).format(DATE).set();
                } else if (value instanceof Number number) {
                    sheet.value(r, c, number);
                } else if (!String.valueOf(value).isEmpty()) {
                    sheet.value(r, c, XlsxBook.text(String.valueOf(value)));
                }
                sheet.width(c, 22);
            }
        }
        sheet.range(0, 0, 0, rows.get(0).size() - 1)
                .style()
                .bold()
                .wrapText(true)
                .set();
        sheet.freezePane(2, 1);
    }

    private static void explain(FileKind kind, Worksheet sheet) {
        sheet.value(0, 0, "Hva de ulike feltene betyr");
        sheet.style(0, 0).bold().set();
        int row = 1;
        for (Column column : kind.written().toList()) {
            row++;
            sheet.value(row, 0, column.header());
            sheet.value(row, 1, column.obligatory() ? "må fylles ut" : "valgfritt");
            sheet.value(row, 2, kind.help(column));
        }
        sheet.width(0, 38);
        sheet.width(1, 14);
        sheet.width(2, 110);
    }

    /** Drop-down lists; other words that we understand are not refused by the spreadsheet. */
    private static void choices(FileKind kind, Worksheet list, Worksheet words, List<String> departments) {
        List<String> headers = RowWriter.headers(kind);
        int column = 0;
        for (String header : headers) {
            List<String> allowed = allowed(header, departments);
            if (allowed.isEmpty()) {
                continue;
            }
            for (int i = 0; i < allowed.size(); i++) {
                words.value(i, column, allowed.get(i));
            }
            int at = headers.indexOf(header);
            list.range(1, at, ROWS_WITH_LISTS, at)
                    .validateWithList(words.range(0, column, allowed.size() - 1, column))
                    .allowBlank(true)
                    .showErrorMessage(false);
            column++;
        }
        words.setVisibilityState(org.dhatim.fastexcel.VisibilityState.HIDDEN);
    }

    private static List<String> allowed(String header, List<String> departments) {
        for (Column column : Column.values()) {
            if (column == Column.WISH && header.startsWith(column.header())) {
                return departments;
            }
            if (column.header().equals(header)) {
                return switch (column) {
                    case AFFILIATION -> Vocabulary.AFFILIATION.all();
                    case SCHEME -> Vocabulary.SCHEME.all();
                    case SUPERVISION -> Vocabulary.SUPERVISION.all();
                    case INTERRUPTED, ONLY_RANKED, WHOLE_ONLY, WEIGHT -> Vocabulary.YES_NO.all();
                    case ON_CALL -> Vocabulary.ON_CALL.all();
                    case LEAVE -> Vocabulary.LEAVE.all();
                    case LOCUM -> Vocabulary.LOCUM.all();
                    default -> List.of();
                };
            }
        }
        return List.of();
    }
}
