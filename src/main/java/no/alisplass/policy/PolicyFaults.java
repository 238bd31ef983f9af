package no.alisplass.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import no.alisplass.domain.text.Text;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Collects what is wrong with one policy file. */
final class PolicyFaults {
    private final String file;
    private final List<PolicyFault> found = new ArrayList<>();

    PolicyFaults(String file) {
        this.file = file;
    }

    void add(int line, String key, String value, String problem, String advice) {
        found.add(new PolicyFault(file, line, key, value, problem, advice));
    }

    void add(Node node, String key, String problem, String advice) {
        add(line(node), key, shown(node), problem, advice);
    }

    int count() {
        return found.size();
    }

    List<PolicyFault> inOrder() {
        return found.stream().sorted(Comparator.comparingInt(PolicyFault::line)).toList();
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    static String shown(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        if (node instanceof SequenceNode list) {
            return "a list of " + list.getValue().size();
        }
        return "a section of " + ((MappingNode) node).getValue().size();
    }

    /** Advice that names the nearest known word, or all of them when none is near. */
    static String nearest(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> Text.distance(word, candidate)))
                .filter(near -> Text.distance(word, near) <= Math.max(2, near.length() / 3))
                .map(near -> "Maybe " + near)
                .orElse("Maybe "
                        + known.stream().collect(Collectors.joining(", ")).replaceFirst(", ([^,]*)$", " or $1"));
    }
}
