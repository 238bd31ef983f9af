package no.alisplass.waitlist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.alisplass.domain.Finding;

/** Collects everything there is to say about a list, each thing at its place. */
final class Remarks {
    private static final String CODE = "waitlist.";

    /** How the sender calls a fact of an entry. */
    interface Places {
        String of(int row, Fact fact);
    }

    static final Places OF_FILE = (row, fact) -> "rad " + row + ", " + fact.header();
    static final Places OF_JSON = (row, fact) -> "entries[" + (row - 1) + "]." + fact.json();

    private final Places places;
    private final List<Remark> all = new ArrayList<>();
    private final Set<Integer> bad = new HashSet<>();
    private final Set<String> erring = new HashSet<>();
    private final Set<Fact> silenced = new HashSet<>();

    Remarks(Places places) {
        this.places = places;
    }

    /** Says nothing more of a fact in any row: its column is missing, which is said once. */
    void silence(Fact fact) {
        silenced.add(fact);
    }

    /** Whether something is already known to be wrong at the place, so that what follows from it need not be said. */
    boolean haveError(int row, Fact fact) {
        return silenced.contains(fact) || erring.contains(places.of(row, fact));
    }

    void error(int row, Fact fact, Object value, String code, Object... arguments) {
        erring.add(places.of(row, fact));
        add(Severity.ERROR, row, places.of(row, fact), value, code, arguments);
    }

    void warning(int row, Fact fact, Object value, String code, Object... arguments) {
        add(Severity.WARNING, row, places.of(row, fact), value, code, arguments);
    }

    void information(int row, Fact fact, Object value, String code, Object... arguments) {
        add(Severity.INFORMATION, row, places.of(row, fact), value, code, arguments);
    }

    /** Something about a cell that is no known fact, or about the whole ({@code row} null). */
    void add(Severity severity, Integer row, String field, Object value, String code, Object... arguments) {
        if (severity == Severity.ERROR && row != null) {
            bad.add(row);
        }
        all.add(new Remark(severity, row, Finding.of(field, value, CODE + code, arguments)));
    }

    boolean isBad(int row) {
        return bad.contains(row);
    }

    boolean haveError() {
        return all.stream().anyMatch(Remark::isError);
    }

    /** What is refused, from the top down. */
    List<Finding> errors() {
        return inOrder().stream().filter(Remark::isError).map(Remark::finding).toList();
    }

    boolean haveErrorOfTheWhole() {
        return all.stream().anyMatch(remark -> remark.isError() && remark.row() == null);
    }

    /** From the top of the file down, what concerns the whole first. */
    List<Remark> inOrder() {
        return all.stream()
                .sorted(Comparator.comparing(remark -> remark.row() == null ? 0 : remark.row()))
                .toList();
    }
}
