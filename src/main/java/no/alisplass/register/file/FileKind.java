package no.alisplass.register.file;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import no.alisplass.register.entry.Column;

/** What the rows of a file are: doctors on the list of a round, or doctors of a register, who stand in no order. */
public enum FileKind {
    LIST("Venteliste"),
    REGISTER("Leger");

    private final String sheet;

    FileKind(String sheet) {
        this.sheet = sheet;
    }

    /** What the sheet is called. */
    String sheet() {
        return sheet;
    }

    /** The columns that are known by their names; of a register also the order, which lists have and registers have no use for. */
    Set<Column> known() {
        return this == LIST ? EnumSet.complementOf(EnumSet.of(Column.ON_CALL)) : EnumSet.allOf(Column.class);
    }

    /** The columns of a file that we write, in their order. */
    public Stream<Column> written() {
        return known().stream().filter(column -> this == LIST || column != Column.PRIORITY);
    }

    /** What to write in a column. */
    String help(Column column) {
        if (this == REGISTER && column == Column.APPROVED) {
            return "Valgfritt: avdeling: måneder (første dag - siste dag), for eksempel Geriatrisk avdeling: 3"
                    + " (01.03.2025 - 31.05.2025). Dagene kan utelates. Flere skilles med |.";
        }
        if (this == REGISTER && column == Column.STATED_ON) {
            return "Datoen de oppgitte månedene gjelder for, dd.mm.åååå. Tom: i dag.";
        }
        return column.help();
    }
}
