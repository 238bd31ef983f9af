package no.alisplass.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A question and its answer, in the reader's language.
 *
 * @param round the round it is about
 * @param said what the answer means, in sentences, before any number
 * @param notes how certain it is, and what was left out
 * @param hash SHA-256 of the frozen problem that was asked about; null where it is of no round
 * @param made when it was worked out
 */
public record Report(
        String title,
        String round,
        List<String> said,
        List<Table> tables,
        List<String> notes,
        String hash,
        Instant made) {
    public Report {
        said = List.copyOf(said);
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /**
     * @param id a word for it: {@code ventetid}
     * @param name short, for a sheet of a workbook
     * @param rows cells are texts, numbers, {@link Change}s, and null for nothing; as many as the head has
     */
    public record Table(String id, String name, String title, List<String> head, List<List<Object>> rows) {
        public Table {
            head = List.copyOf(head);
            List<List<Object>> all = new ArrayList<>();
            for (List<Object> row : rows) {
                if (row.size() != head.size()) {
                    throw new IllegalArgumentException(
                            "A row of " + id + " has " + row.size() + " cells for " + head.size() + " columns.");
                }
                all.add(java.util.Collections.unmodifiableList(new ArrayList<>(row)));
            }
            rows = List.copyOf(all);
        }

        /** Whether the column has numbers. */
        public boolean numbers(int column) {
            return !rows.isEmpty()
                    && rows.stream()
                            .allMatch(row -> row.get(column) == null
                                    || row.get(column) instanceof Number
                                    || row.get(column) instanceof Change);
        }
    }

    /** By how much there is more; negative for less. */
    public record Change(int by) {
        @Override
        public String toString() {
            return by == 0 ? "0" : (by > 0 ? "+" : "−") + Math.abs(by);
        }
    }

    /** What stands at the end of a file: whom it shows, when it was made and of what. */
    List<String> foot(ReportWords words) {
        String moment = words.text("made", ReportPrint.moment(made, words));
        return hash == null
                ? List.of(words.text("counts-only-register"), moment)
                : List.of(words.text("counts-only"), moment, words.text("hash", hash));
    }

    /** The table of that id. */
    public Table table(String id) {
        return tables.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }
}
