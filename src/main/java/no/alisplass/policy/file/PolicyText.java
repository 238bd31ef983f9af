package no.alisplass.policy.file;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Puts other values into the text of a policy; whoever reads it says whether they hold. */
public final class PolicyText {
    private static final String KIND = "kind";

    private PolicyText() {}

    /**
     * The text with other values, each found by its path: keys from the outermost, and in a list the kind of what stands there.
     *
     * @return empty when what the value is of is not there; a value that is not there itself is added
     */
    public static Optional<String> with(String text, Map<List<String>, String> values) {
        Yaml yaml = new Yaml(new LoaderOptions());
        Node root = yaml.compose(new StringReader(text));
        for (Map.Entry<List<String>, String> each : values.entrySet()) {
            List<String> path = each.getKey();
            Node section = root;
            for (String step : path.subList(0, path.size() - 1)) {
                section = section == null ? null : step(section, step);
            }
            if (!(section instanceof MappingNode mapping)) {
                return Optional.empty();
            }
            put(mapping, path.get(path.size() - 1), each.getValue());
        }
        StringWriter written = new StringWriter();
        yaml.serialize(root, written);
        return Optional.of(written.toString());
    }

    private static Node step(Node from, String key) {
        if (from instanceof SequenceNode list) {
            return list.getValue().stream()
                    .filter(each -> step(each, KIND) instanceof ScalarNode kind
                            && kind.getValue().equals(key))
                    .findFirst()
                    .orElse(null);
        }
        return !(from instanceof MappingNode mapping)
                ? null
                : mapping.getValue().stream()
                        .filter(tuple -> isKey(tuple, key))
                        .map(NodeTuple::getValueNode)
                        .findFirst()
                        .orElse(null);
    }

    private static void put(MappingNode section, String key, String value) {
        List<NodeTuple> tuples = new ArrayList<>(section.getValue());
        tuples.removeIf(tuple -> isKey(tuple, key));
        tuples.add(new NodeTuple(scalar(Tag.STR, key), scalar(tag(value), value)));
        section.setValue(tuples);
    }

    private static boolean isKey(NodeTuple tuple, String key) {
        return tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key);
    }

    private static Tag tag(String value) {
        if (value.matches("[0-9]+")) {
            return Tag.INT;
        }
        return value.equals("true") || value.equals("false") ? Tag.BOOL : Tag.STR;
    }

    private static Node scalar(Tag tag, String value) {
        return new ScalarNode(tag, value, null, null, DumperOptions.ScalarStyle.PLAIN);
    }
}
