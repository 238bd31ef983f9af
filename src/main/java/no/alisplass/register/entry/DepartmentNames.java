package no.alisplass.register.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.text.Text;

/**
 * The departments there are to choose between, by the names people write: those of the round's hospital, or of the hospitals that
 * serve an area. A register knows those of other hospitals too, for service that was done there.
 */
public final class DepartmentNames {
    private static final int SHORTEST_PART = 4;

    /** No name is longer; what is, is text. */
    private static final int LONGEST = 200;

    private static final Pattern FRAME = Pattern.compile("avdelingen$|avdeling$|avdelinga$|avd$|^avdelingfor|^avdfor");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    /** Words that many departments share: that only one has it in its name says nothing. */
    private static final Set<String> COMMON = Set.of(
            "medisin",
            "medisinsk",
            "medisinske",
            "kirurgi",
            "kirurgisk",
            "kirurgiske",
            "akutt",
            "avdeling",
            "klinikk",
            "poliklinikk",
            "sykehus",
            "sjukehus",
            "seksjon",
            "barn",
            "sykdom",
            "sykdommer");

    private final SortedMap<DepartmentId, List<String>> names;
    private final Map<DepartmentId, List<String>> others;

    /** Of each department all its names, the one to show first. */
    public DepartmentNames(Map<DepartmentId, List<String>> names) {
        this(names, Map.of());
    }

    /** @param others departments that nobody can wish for here, and where service may have been done */
    public DepartmentNames(Map<DepartmentId, List<String>> names, Map<DepartmentId, List<String>> others) {
        this.names = new TreeMap<>(names);
        this.others = Map.copyOf(others);
    }

    /** A department someone wrote. @param exact whether by a name of its own, not by a part of one */
    public record Known(DepartmentId id, boolean exact) {}

    public boolean knows(DepartmentId id) {
        return names.containsKey(id);
    }

    /** Whether it is a department where service can have been done, be it one to choose or not. */
    public boolean knowsServed(DepartmentId id) {
        return knows(id) || others.containsKey(id);
    }

    /** The name to show; the identifier when the department is not known. */
    public String name(DepartmentId id) {
        List<String> known = names.getOrDefault(id, others.getOrDefault(id, List.of()));
        return known.isEmpty() ? id.value() : known.get(0);
    }

    /** The names to show, in a fixed order. */
    public List<String> all() {
        return names.keySet().stream().map(this::name).toList();
    }

    /** The department meant: by {@link #exact}, else by a part of the name of one department only. */
    public Optional<DepartmentId> resolve(String text) {
        return find(text).map(Known::id);
    }

    public Optional<Known> find(String text) {
        Optional<DepartmentId> exact = exact(text);
        if (exact.isPresent()) {
            return exact.map(id -> new Known(id, true));
        }
        String key = key(text);
        if (key.length() < SHORTEST_PART || COMMON.contains(key) || isMoreThanName(text)) {
            return Optional.empty();
        }
        return only((id, name) -> key(name).startsWith(key))
                .or(() -> only((id, name) -> key(name).contains(key)))
                .map(id -> new Known(id, false));
    }

    /** By identifier, by name without regard to case, spaces and "avdeling", or by its initials ("ØNH"). */
    public Optional<DepartmentId> exact(String text) {
        String key = key(text);
        if (key.isEmpty() || key.length() > LONGEST || isMoreThanName(text)) {
            return Optional.empty();
        }
        return only((id, name) ->
                        id.value().equalsIgnoreCase(text.strip()) || key(name).equals(key))
                .or(() -> only((id, name) -> initials(name).equals(key)));
    }

    /** The department where service was done: by {@link #exact}; one of {@link #knowsServed other hospitals} by identifier only. */
    public Optional<DepartmentId> served(String text) {
        return exact(text).or(() -> others.keySet().stream()
                .filter(id -> id.value().equalsIgnoreCase(text.strip()))
                .findFirst());
    }

    /** "Geriatri?" and "Geriatri!" are not just a name. */
    private static boolean isMoreThanName(String text) {
        return text.indexOf('?') >= 0 || text.indexOf('*') >= 0 || text.indexOf('+') >= 0;
    }

    private Optional<DepartmentId> only(BiPredicate<DepartmentId, String> fits) {
        List<DepartmentId> found = new ArrayList<>();
        names.forEach((id, known) -> {
            if (known.stream().anyMatch(name -> fits.test(id, name))) {
                found.add(id);
            }
        });
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The name to show of the department whose name is near one that was not understood; empty when none is near. */
    public Optional<String> nearest(String text) {
        String key = key(text);
        if (key.length() < SHORTEST_PART || key.length() > LONGEST) {
            return Optional.empty();
        }
        int most = Math.max(1, key.length() / 4);
        return names.entrySet().stream()
                .flatMap(department -> department.getValue().stream()
                        .filter(name -> Math.abs(key(name).length() - key.length()) <= most)
                        .map(name -> Map.entry(department.getKey(), Text.distance(key, key(name)))))
                .filter(each -> each.getValue() <= most)
                .min(Comparator.comparingInt(Map.Entry::getValue))
                .map(each -> name(each.getKey()));
    }

    /** Says that a department is unknown, with the one near it or else all there are. */
    public void unknown(int row, EntryField fact, String text, Remarks remarks) {
        Optional<String> near = nearest(text);
        if (near.isPresent()) {
            remarks.error(row, fact, text, "department-unknown-near", text, near.get());
        } else {
            remarks.error(row, fact, text, "department-unknown", text, String.join(", ", all()));
        }
    }

    /** A name that reads back as the department and holds none of the signs that separate names in a file. */
    public String fileName(DepartmentId id) {
        String name = name(id);
        boolean safe = name.chars().noneMatch(sign -> "/=,;|:\n".indexOf(sign) >= 0)
                && exact(name).filter(id::equals).isPresent();
        return safe ? name : id.value();
    }

    private static String key(String text) {
        String key = Text.key(text);
        String bare = FRAME.matcher(key).replaceAll("");
        return bare.isEmpty() ? key : bare;
    }

    /** "ønh" of "Øre-nese-hals-avdelingen"; empty for a name of one word. */
    private static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (String word : BETWEEN_WORDS.split(name.toLowerCase(Locale.ROOT))) {
            if (!word.isEmpty() && !FRAME.matcher(word).matches() && !word.equals("og")) {
                initials.append(word.charAt(0));
            }
        }
        return initials.length() < 2 ? "" : initials.toString();
    }
}
