package no.alisplass.register.intake;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.register.entry.Column;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.file.Reading;

/**
 * A file beside the register of an area, as someone sees it before anything is taken in.
 *
 * @param key what to take in
 * @param name of the file
 * @param reading what the file came to
 * @param rows those of doctors, in the file's order
 * @param absent columns that the file has not: what the register has there stays
 * @param missing those who wait in the area and do not stand in the file, by name; nobody while the file as a whole is faulty
 */
public record FiledDoctors(
        String key,
        String name,
        Reading reading,
        List<FiledRow> rows,
        List<Column> absent,
        List<RegisteredDoctor> missing) {
    public FiledDoctors {
        rows = List.copyOf(rows);
        absent = List.copyOf(absent);
        missing = List.copyOf(missing);
    }

    /** What is to say of the file as such, and of rows that are no doctors. */
    public List<Remark> whole() {
        Set<Integer> shown = rows.stream().map(FiledRow::number).collect(Collectors.toSet());
        return reading.remarks().stream()
                .filter(remark -> remark.row() == null || !shown.contains(remark.row()))
                .toList();
    }

    /** Whether something is wrong with the file as a whole, so that no row of it is good yet. */
    public boolean isBroken() {
        return reading.remarks().stream().anyMatch(remark -> remark.isError() && remark.row() == null);
    }

    /** Whether questions about columns can be answered: a file with an identity number is not kept to be read again. */
    public boolean canBeAnswered() {
        return !reading.asked().isEmpty() && !reading.hasIdentityNumber();
    }

    /** How many rows stand so. */
    public int count(FiledRow.State state) {
        return (int) rows.stream().filter(row -> row.state() == state).count();
    }
}
