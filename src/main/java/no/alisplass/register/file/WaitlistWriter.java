package no.alisplass.register.file;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.platform.CsvWriter;
import no.alisplass.register.entry.Column;
import no.alisplass.register.entry.DepartmentNames;
import no.alisplass.register.entry.WaitlistEntry;

/** Writes doctors, or an empty template, as a file that {@link WaitlistReader} reads. */
public final class WaitlistWriter {
    private WaitlistWriter() {}

    public static byte[] write(
            FileFormat format, List<WaitlistEntry> entries, AreaCode area, DepartmentNames departments) {
        return write(FileKind.LIST, format, entries.stream().map(ReadRow::of).toList(), area, departments);
    }

    /** Doctors of a register, who are told with more than a list can hold; none for a template. */
    public static byte[] register(
            FileFormat format, List<ReadRow> doctors, AreaCode area, DepartmentNames departments) {
        return write(FileKind.REGISTER, format, doctors, area, departments);
    }

    private static byte[] write(
            FileKind kind, FileFormat format, List<ReadRow> doctors, AreaCode area, DepartmentNames departments) {
        RowWriter writer = new RowWriter(kind, area, departments);
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.copyOf(RowWriter.headers(kind)));
        doctors.forEach(doctor -> rows.add(writer.cells(doctor)));
        return write(kind, format, rows, departments);
    }

    /** An empty list with one example row. */
    public static byte[] template(FileFormat format, DepartmentNames departments) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.copyOf(RowWriter.headers(FileKind.LIST)));
        rows.add(example(departments));
        return write(FileKind.LIST, format, rows, departments);
    }

    private static byte[] write(
            FileKind kind, FileFormat format, List<List<Object>> rows, DepartmentNames departments) {
        return switch (format) {
            case CSV -> CsvWriter.write(rows);
            case XLSX -> XlsxWriter.write(kind, rows, departments.all());
        };
    }

    private static List<Object> example(DepartmentNames departments) {
        List<Object> cells = new ArrayList<>();
        for (Column column : FileKind.LIST.written().toList()) {
            if (column == Column.WISH) {
                for (int number = 0; number < Column.WISHES; number++) {
                    cells.add(
                            number < departments.all().size() && number < 2
                                    ? departments.all().get(number)
                                    : "");
                }
            } else {
                cells.add(example(column));
            }
        }
        return cells;
    }

    private static String example(Column column) {
        return switch (column) {
            case PRIORITY -> WaitlistReader.EXAMPLE;
            case NAME -> "Kari Nordmann (slett gjerne raden, den leses ikke inn)";
            case HPR -> "1234567";
            case EMAIL -> "kari.nordmann@kommune.example";
            case AREA -> "3205";
            case AFFILIATION -> "fast ansatt";
            case SCHEME -> "ny";
            case START -> "01.09.2023";
            case SERVICE -> "30,5";
            case OPEN_PRACTICE -> "24";
            case OBJECTIVES -> "70";
            case ACTIVITIES -> "8";
            case SUPERVISION -> "påbegynt";
            case MONTHS_LEFT -> "6";
            case INTERRUPTED, ONLY_RANKED, WHOLE_ONLY, WEIGHT -> "nei";
            case EARLIEST -> "vår 2027";
            case LEAVE -> "søkt";
            case LOCUM -> "søkes";
            default -> "";
        };
    }
}
