package no.alisplass.waitlist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.text.Text;

/** The departments of the round's hospital by the names people write. */
public final class DepartmentNames {
    private static final int SHORTEST_STEM = 4;

    private final SortedMap<DepartmentId, List<String>> names;

    /** Of each department all its names, the one to show first. */
    public DepartmentNames(Map<DepartmentId, List<String>> names) {
        this.names = new TreeMap<>(names);
    }

    public boolean knows(DepartmentId id) {
        return names.containsKey(id);
    }

    /** The name to show; the identifier when the department is not known. */
    public String name(DepartmentId id) {
        List<String> known = names.getOrDefault(id, List.of());
        return known.isEmpty() ? id.value() : known.get(0);
    }

    /** The names to show, in a fixed order. */
    public List<String> all() {
        return names.keySet().stream().map(this::name).toList();
    }

    /** The department meant: by identifier, by name without regard to case, spaces and "avdeling", or by the start of one name only. */
    public Optional<DepartmentId> resolve(String text) {
        String key = key(text);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        List<DepartmentId> exact = new ArrayList<>();
        List<DepartmentId> stem = new ArrayList<>();
        names.forEach((id, known) -> {
            if (id.value().equalsIgnoreCase(text.strip())
                    || known.stream().anyMatch(name -> key(name).equals(key))) {
                exact.add(id);
            }
            if (key.length() >= SHORTEST_STEM
                    && known.stream().anyMatch(name -> key(name).startsWith(key))) {
                stem.add(id);
            }
        });
        List<DepartmentId> found = exact.isEmpty() ? stem : exact;
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The name nearest to one that was not understood; empty when none is near. */
    public Optional<String> nearest(String text) {
        String key = key(text);
        return names.values().stream()
                .flatMap(List::stream)
                .min(Comparator.comparingInt(name -> Text.distance(key, key(name))))
                .filter(name ->
                        Text.distance(key, key(name)) <= Math.max(2, key(name).length() / 2));
    }

    /** A name that reads back as the department and holds none of the signs that separate names in a file. */
    String fileName(DepartmentId id) {
        String name = name(id);
        boolean safe = !name.matches(".*[/=,;|:].*")
                && resolve(name).filter(id::equals).isPresent();
        return safe ? name : id.value();
    }

    private static String key(String text) {
        String key = Text.key(text);
        String bare = key.replaceAll("avdelingen$|avdeling$|avd$|^avdelingfor|^avdfor", "");
        return bare.isEmpty() ? key : bare;
    }
}
