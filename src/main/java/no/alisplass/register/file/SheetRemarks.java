package no.alisplass.register.file;

import no.alisplass.domain.message.Place;
import no.alisplass.register.entry.EntryField;
import no.alisplass.register.entry.IdentityNumbers;
import no.alisplass.register.entry.Remarks;
import no.alisplass.register.entry.Severity;
import no.alisplass.register.grid.Grid;
import no.alisplass.register.grid.Letters;

/** What is to be told of how a list stood on its sheet: hidden, merged, or with letters that went wrong on the way. */
final class SheetRemarks {
    private final Header header;
    private final Grid.Line top;
    private final Remarks remarks;

    SheetRemarks(Header header, Grid.Line top, Remarks remarks) {
        this.header = header;
        this.top = top;
        this.remarks = remarks;
    }

    /** About the sheet as a whole. */
    void whole(Grid grid) {
        for (Grid.Note note : grid.notes()) {
            remarks.add(
                    Severity.WARNING,
                    null,
                    Remarks.FILE,
                    null,
                    note.code(),
                    note.arguments().toArray());
        }
        grid.hidden().stream()
                .sorted()
                .filter(column -> header.factOf(column) != null)
                .forEach(column -> remarks.add(
                        Severity.WARNING,
                        null,
                        Place.row(top.number()),
                        null,
                        "column-hidden",
                        header.factOf(column).header()));
    }

    /** About a row that is read. */
    void row(Grid.Line line) {
        int row = line.number();
        if (line.hidden()) {
            remarks.add(Severity.WARNING, row, Place.row(row), null, "row-hidden");
        }
        for (int column : line.merged()) {
            EntryField fact = header.factOf(column);
            if (fact != null) {
                remarks.warning(row, fact, null, "cell-merged", fact.header());
            }
        }
        for (int column = 0; column < line.cells().size(); column++) {
            String cell = line.cell(column);
            EntryField fact = header.factOf(column);
            if (fact != null && !IdentityNumbers.in(cell)) {
                Letters.odd(cell).ifPresent(word -> remarks.warning(row, fact, Grid.shown(cell), "letters-odd", word));
            }
        }
    }
}
