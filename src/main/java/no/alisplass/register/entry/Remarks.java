package no.alisplass.register.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.alisplass.domain.Finding;
import no.alisplass.domain.message.Message;
import no.alisplass.domain.message.Place;
import no.alisplass.domain.text.Fault;

/** Collects everything there is to say about a list, each thing at its place. */
public final class Remarks {
    private static final String CODE = "waitlist.";

    /** How the sender calls a fact of an entry. */
    public interface Places {
        Place of(int row, EntryField fact);

        /** What concerns all of it. */
        default Place whole() {
            return FILE;
        }
    }

    public static final Place FILE = new Place.Field("file");
    public static final Place ENTRIES = new Place.Field("entries");

    public static final Places OF_FILE = (row, fact) -> new Place.Cell(row, fact.header());
    public static final Places OF_JSON = new Places() {
        @Override
        public Place of(int row, EntryField fact) {
            return new Place.Path("entries", row - 1, Place.of(fact.json()));
        }

        @Override
        public Place whole() {
            return ENTRIES;
        }
    };

    /** More are no help, and would make an answer that no page and no program can hold. */
    static final int MOST = 500;

    private static final int LONGEST = 200;

    private final Places places;
    private final List<Remark> all = new ArrayList<>();
    private final Set<Integer> bad = new HashSet<>();
    private final Set<Place> erring = new HashSet<>();
    private final Set<EntryField> silenced = new HashSet<>();

    public Remarks(Places places) {
        this.places = places;
    }

    /** Says nothing more of a fact in any row: its column is missing, which is said once. */
    public void silence(EntryField fact) {
        silenced.add(fact);
    }

    /** Whether something is already known to be wrong at the place, so that what follows from it need not be said. */
    public boolean haveError(int row, EntryField fact) {
        return silenced.contains(fact) || erring.contains(places.of(row, fact));
    }

    public void error(int row, EntryField fact, Object value, String code, Object... arguments) {
        erring.add(places.of(row, fact));
        add(Severity.ERROR, row, places.of(row, fact), value, code, arguments);
    }

    /** A value that the one reader of its kind did not understand. */
    public void fault(int row, EntryField fact, String text, Fault fault) {
        erring.add(places.of(row, fact));
        add(new Remark(Severity.ERROR, row, fault.at(places.of(row, fact), text)));
    }

    public void warning(int row, EntryField fact, Object value, String code, Object... arguments) {
        add(Severity.WARNING, row, places.of(row, fact), value, code, arguments);
    }

    /** What another room has to say of a fact. */
    void warning(int row, EntryField fact, Object value, Message message) {
        add(new Remark(Severity.WARNING, row, Finding.of(places.of(row, fact), value, message)));
    }

    /** What another room has to say of the whole. */
    public void warning(Finding finding) {
        add(new Remark(Severity.WARNING, null, finding));
    }

    public void information(int row, EntryField fact, Object value, String code, Object... arguments) {
        add(Severity.INFORMATION, row, places.of(row, fact), value, code, arguments);
    }

    /** Something about a cell that is no known fact, or about the whole ({@code row} null). */
    public void add(Severity severity, Integer row, Place place, Object value, String code, Object... arguments) {
        Object[] cut = Arrays.stream(arguments).map(Remarks::cut).toArray();
        add(new Remark(severity, row, Finding.of(place, cut(value), Message.of(CODE + code, cut))));
    }

    private void add(Remark remark) {
        if (remark.isError() && remark.row() != null) {
            bad.add(remark.row());
        }
        all.add(remark);
    }

    /** What is told back is enough to know it by, however long it is. */
    private static Object cut(Object value) {
        return value instanceof String text && text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : value;
    }

    /** Something as it was written, in the quotation marks of whoever is told of it. */
    public static Message quoted(String text) {
        return Message.of(CODE + "quoted", text);
    }

    public boolean isBad(int row) {
        return bad.contains(row);
    }

    public boolean haveError() {
        return all.stream().anyMatch(Remark::isError);
    }

    /** What is refused, from the top down, no more than can be read. */
    public List<Finding> errors() {
        return capped().stream().filter(Remark::isError).map(Remark::finding).toList();
    }

    /** Those of {@link #errors} of such rows. @param which asked with null for what concerns no row */
    public List<Finding> errors(Predicate<Integer> which) {
        return capped().stream()
                .filter(remark -> remark.isError() && which.test(remark.row()))
                .map(Remark::finding)
                .toList();
    }

    public boolean haveErrorOfTheWhole() {
        return all.stream().anyMatch(remark -> remark.isError() && remark.row() == null);
    }

    /**
     * In order, and no more than {@value #MOST}: errors before the rest, with a last remark saying how many more there are.
     */
    public List<Remark> capped() {
        List<Remark> ordered = inOrder();
        if (ordered.size() <= MOST) {
            return ordered;
        }
        Set<Remark> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        Stream.concat(ordered.stream().filter(Remark::isError), ordered.stream().filter(remark -> !remark.isError()))
                .limit(MOST)
                .forEach(kept::add);
        List<Remark> capped =
                new ArrayList<>(ordered.stream().filter(kept::contains).toList());
        boolean errors = ordered.stream().anyMatch(remark -> remark.isError() && !kept.contains(remark));
        capped.add(new Remark(
                errors ? Severity.ERROR : Severity.WARNING,
                null,
                Finding.of(places.whole(), null, Message.of(CODE + "remarks-more", ordered.size() - MOST))));
        return capped;
    }

    /** From the top of the file down, what concerns the whole first. */
    public List<Remark> inOrder() {
        return all.stream()
                .sorted(Comparator.comparing(remark -> remark.row() == null ? 0 : remark.row()))
                .toList();
    }
}
