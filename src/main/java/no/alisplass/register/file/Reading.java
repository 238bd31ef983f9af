package no.alisplass.register.file;

import java.util.List;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.WaitlistEntry;

/**
 * What a file came to.
 *
 * @param rows those without an error, in the file's order; none when the file as a whole has one
 * @param rowsInFile how many doctors' rows the file has, good or not
 * @param remarks everything found, from the top down
 * @param table what stood in the file, to show the remarks in
 * @param asked the columns that someone must say what are, or leave out knowingly, before anything is taken in
 */
public record Reading(List<Row> rows, int rowsInFile, List<Remark> remarks, Table table, List<Asked> asked) {
    /**
     * A column with no name of ours and something in it.
     *
     * @param column its name in the file, as {@link ColumnAnswers} has it
     * @param samples some of what stands in it
     * @param near one of our columns whose name is near; null when none is
     */
    public record Asked(String column, List<String> samples, String near) {
        public Asked {
            samples = List.copyOf(samples);
        }
    }

    /** @param number of the row as people see it */
    public record Row(int number, WaitlistEntry entry) {}

    /**
     * The rows of doctors as they stand in the file, good or not; what looks like an identity number is not repeated.
     *
     * @param columns the name of each, as a remark about its cells has it: "rad 7, " and the name
     */
    public record Table(List<String> columns, List<Line> lines) {
        public Table {
            columns = List.copyOf(columns);
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param number of the row as people see it
     * @param doctor the name that stands in it; empty for none
     */
    public record Line(int number, String doctor, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    public Reading {
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
        asked = List.copyOf(asked);
    }

    public boolean hasErrors() {
        return remarks.stream().anyMatch(Remark::isError);
    }

    /** Whether it can be taken in as it is, every row of it. */
    public boolean isSound() {
        return !rows.isEmpty() && !hasErrors();
    }

    public boolean hasIdentityNumber() {
        return remarks.stream().anyMatch(remark -> remark.finding().code().equals("waitlist.identity-number"));
    }

    public List<WaitlistEntry> entries() {
        return rows.stream().map(Row::entry).toList();
    }
}
