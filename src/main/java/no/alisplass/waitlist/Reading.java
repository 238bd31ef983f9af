package no.alisplass.waitlist;

import java.util.List;

/**
 * What a file came to.
 *
 * @param rows those without an error, in the file's order; none when the file as a whole has one
 * @param rowsInFile how many doctors' rows the file has, good or not
 * @param remarks everything found, from the top down
 */
public record Reading(List<Row> rows, int rowsInFile, List<Remark> remarks) {
    /** @param number of the row as people see it */
    public record Row(int number, WaitlistEntry entry) {}

    public Reading {
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }

    public boolean hasErrors() {
        return remarks.stream().anyMatch(Remark::isError);
    }

    public List<WaitlistEntry> entries() {
        return rows.stream().map(Row::entry).toList();
    }
}
