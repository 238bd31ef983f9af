package no.alisplass.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.domain.text.Text;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One section of a policy file. Reading a key that is missing or wrong gives null and notes the fault; {@link #end()}
 * notes the keys that nothing has read.
 */
final class PolicySection {
    private final PolicyFaults faults;
    private final int faultsBefore;
    private final String path;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    private PolicySection(MappingNode node, String path, PolicyFaults faults) {
        this.faults = faults;
        this.faultsBefore = faults.count();
        this.path = path;
        this.line = PolicyFaults.line(node);
        for (NodeTuple entry : node.getValue()) {
            String key = PolicyFaults.shown(entry.getKeyNode());
            if (values.containsKey(key)) {
                faults.add(
                        entry.getKeyNode(),
                        path + key,
                        "stands here again, first on line " + lines.get(key),
                        "Maybe remove one of them");
                continue;
            }
            values.put(key, entry.getValueNode());
            lines.put(key, PolicyFaults.line(entry.getKeyNode()));
        }
    }

    /** Null, with a fault, when the node is not a section. */
    static PolicySection of(Node node, String path, PolicyFaults faults) {
        if (node instanceof MappingNode mapping) {
            return new PolicySection(mapping, path.isEmpty() ? "" : path + ".", faults);
        }
        faults.add(node, path, "must be a section of keys with values", "Maybe indent its keys below it");
        return null;
    }

    /** Whether nothing wrong has been found in this section so far. */
    boolean sound() {
        return faults.count() == faultsBefore;
    }

    /** Where a key stands, or the section when it does not. */
    int line(String key) {
        return lines.getOrDefault(key, line);
    }

    String text(String key) {
        return text(key, ".*\\S.*", "must be text", "Maybe put it in quotes");
    }

    String text(String key, String form, String problem, String advice) {
        return scalar(key, Tag.STR, form, problem, advice).orElse(null);
    }

    /** Null, without a fault, when the key is missing. */
    String textIfAny(String key, String form, String problem, String advice) {
        known.add(key);
        return values.containsKey(key) ? text(key, form, problem, advice) : null;
    }

    Integer whole(String key, int min, int max) {
        String problem = "must be a whole number from " + min + " to " + max;
        String digits = scalar(key, Tag.INT, "-?(0|[1-9][0-9]{0,8})", problem, "Maybe " + min)
                .orElse(null);
        if (digits == null) {
            return null;
        }
        int number = Integer.parseInt(digits);
        if (number < min || number > max) {
            faults.add(values.get(key), path + key, problem, "Maybe " + (number < min ? min : max));
            return null;
        }
        return number;
    }

    /** Null, without a fault, when the key is missing. */
    Integer wholeIfAny(String key, int min, int max) {
        known.add(key);
        return values.containsKey(key) ? whole(key, min, max) : null;
    }

    Boolean flag(String key) {
        return scalar(key, Tag.BOOL, "true|false", "must be true or false", "Maybe true")
                .map(Boolean::valueOf)
                .orElse(null);
    }

    /** Null, without a fault, when the key is missing. */
    LocalDate dateIfAny(String key) {
        known.add(key);
        Node node = values.get(key);
        if (node == null) {
            return null;
        }
        try {
            return LocalDate.parse(PolicyFaults.shown(node));
        } catch (DateTimeException e) {
            faults.add(node, path + key, "must be a date", "Maybe 2026-12-31");
            return null;
        }
    }

    <T extends Enum<T>> T choice(String key, T[] choices) {
        return node(key).map(node -> choice(node, path + key, choices)).orElse(null);
    }

    /** What stands when the key is missing, as it is in files from before there was a choice. */
    <T extends Enum<T>> T choiceOr(String key, T[] choices, T otherwise) {
        known.add(key);
        return values.containsKey(key) ? choice(key, choices) : otherwise;
    }

    private <T extends Enum<T>> T choice(Node node, String where, T[] choices) {
        String word = PolicyFaults.shown(node);
        Optional<T> chosen =
                Arrays.stream(choices).filter(c -> Text.word(c).equals(word)).findFirst();
        if (chosen.isEmpty()) {
            List<String> words = Arrays.stream(choices).map(Text::word).toList();
            faults.add(node, where, "is not one of the known words", PolicyFaults.nearest(word, words));
        }
        return chosen.orElse(null);
    }

    /** A list of different words, at least one; where {@code all} is set, every one of the choices. */
    <T extends Enum<T>> List<T> choices(String key, T[] choices, boolean all) {
        int before = faults.count();
        Set<T> chosen = new LinkedHashSet<>();
        Optional<List<Node>> nodes = list(key);
        for (int i = 0; i < nodes.map(List::size).orElse(0); i++) {
            Node node = nodes.get().get(i);
            String where = path + key + "[" + i + "]";
            T choice = choice(node, where, choices);
            if (choice != null && !chosen.add(choice)) {
                faults.add(node, where, "is listed twice", "Maybe remove one of them");
            }
        }
        String left = Arrays.stream(choices)
                .filter(choice -> !chosen.contains(choice))
                .map(Text::word)
                .collect(Collectors.joining(", "));
        if (all && nodes.isPresent() && !left.isEmpty() && faults.count() == before) {
            faults.add(line(key), path + key, "", "must also say where these come: " + left, "Maybe put them last");
        }
        return List.copyOf(chosen);
    }

    /** Null, with a fault, when it is missing or not a section. */
    PolicySection section(String key) {
        return node(key).map(node -> of(node, path + key, faults)).orElse(null);
    }

    /** Null, without a fault, when it is missing; null, with one, when it is not a section. */
    PolicySection sectionIfAny(String key) {
        known.add(key);
        return values.containsKey(key) ? section(key) : null;
    }

    /** None, without a fault, when the key is missing. */
    List<PolicySection> sectionsIfAny(String key) {
        known.add(key);
        return values.containsKey(key) ? sections(key) : List.of();
    }

    /** The sections of a list, faulty ones left out. */
    List<PolicySection> sections(String key) {
        List<PolicySection> sections = new ArrayList<>();
        List<Node> nodes = list(key).orElse(List.of());
        for (int i = 0; i < nodes.size(); i++) {
            PolicySection section = of(nodes.get(i), path + key + "[" + i + "]", faults);
            if (section != null) {
                sections.add(section);
            }
        }
        return sections;
    }

    void fault(String key, String problem, String advice) {
        String value = values.get(key) == null ? "" : PolicyFaults.shown(values.get(key));
        faults.add(line(key), path + key, value, problem, advice);
    }

    /** Notes every key that has not been asked for. */
    void end() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                faults.add(line(key), path + key, "", "is not a known key", PolicyFaults.nearest(key, known));
            }
        }
    }

    private Optional<List<Node>> list(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (!(node.get() instanceof SequenceNode list)) {
            faults.add(node.get(), path + key, "must be a list", "Maybe start each of its lines with a hyphen");
            return Optional.empty();
        }
        if (list.getValue().isEmpty()) {
            faults.add(line(key), path + key, "", "must not be empty", "Maybe copy the list of ahus-2020.yaml");
            return Optional.empty();
        }
        return Optional.of(list.getValue());
    }

    private Optional<String> scalar(String key, Tag tag, String form, String problem, String advice) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (node.get() instanceof ScalarNode scalar
                && scalar.getTag().equals(tag)
                && scalar.getValue().matches("(?s)" + form)) {
            return Optional.of(scalar.getValue().strip());
        }
        faults.add(node.get(), path + key, problem, advice);
        return Optional.empty();
    }

    private Optional<Node> node(String key) {
        known.add(key);
        if (!values.containsKey(key)) {
            faults.add(line, path + key, "", "is missing", "Maybe copy it from ahus-2020.yaml");
        }
        return Optional.ofNullable(values.get(key));
    }
}
