package no.alisplass.forecast.file;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.text.Text;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A section of a YAML file, or of a JSON file, which is YAML too. What is missing or wrong reads as null and is noted with its line;
 * {@link #end()} notes what nobody asked for.
 */
final class Section {
    private final String file;
    private final String path;
    private final int line;
    private final List<InputFault> faults;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private Section(String file, String path, MappingNode node, List<InputFault> faults) {
        this.file = file;
        this.path = path;
        this.faults = faults;
        line = lineOf(node);
        for (NodeTuple tuple : node.getValue()) {
            String key = scalar(tuple.getKeyNode());
            if (key == null || values.putIfAbsent(key, tuple.getValueNode()) != null) {
                fault(
                        tuple.getKeyNode(),
                        String.valueOf(key),
                        "stands here twice, or is no plain name. Write it once.");
            }
        }
    }

    /** The whole file; null, with a fault, when it is not a section. */
    static Section read(String file, String text, List<InputFault> faults) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root instanceof MappingNode mapping) {
                return new Section(file, "", mapping, faults);
            }
            faults.add(new InputFault(file, null, "must be names with values, as docs/forecast.md shows them."));
        } catch (YAMLException broken) {
            faults.add(new InputFault(file, null, "cannot be read as YAML: " + Text.line(broken.getMessage())));
        }
        return null;
    }

    private static int lineOf(Node node) {
        return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
    }

    private static String scalar(Node node) {
        return node instanceof ScalarNode plain ? plain.getValue() : null;
    }

    private void fault(Node at, String key, String problem) {
        String value = at instanceof ScalarNode plain ? Text.shown(plain.getValue()) : null;
        faults.add(new InputFault(file + ", line " + lineOf(at) + ", " + path + key, value, problem));
    }

    /** That a value that was read will not do. */
    void fault(String key, String problem) {
        Node at = values.get(key);
        if (at == null) {
            faults.add(new InputFault(file + ", line " + line + ", " + path + key, null, problem));
        } else {
            fault(at, key, problem);
        }
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** The names there are. */
    Set<String> keys() {
        return values.keySet();
    }

    /** What is written; null, with a fault where it is needed, when it is missing. */
    String text(String key, boolean needed) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null) {
            if (needed) {
                fault(key, "is missing. Add it.");
            }
            return null;
        }
        String text = Text.line(scalar(node));
        if (text == null || text.isEmpty()) {
            fault(node, key, "must be a plain value.");
            return null;
        }
        return text;
    }

    Double number(String key, double least, double most, boolean needed) {
        String text = text(key, needed);
        if (text == null) {
            return null;
        }
        try {
            double number = text.length() > 30 ? Double.NaN : new BigDecimal(text.replace(',', '.')).doubleValue();
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            // Told below, as a number that is out of bounds is.
        }
        fault(
                key,
                "must be a number from " + plain(least) + " to " + plain(most) + ". Maybe write " + plain(least) + ".");
        return null;
    }

    private static String plain(double number) {
        return new BigDecimal(String.valueOf(number)).stripTrailingZeros().toPlainString();
    }

    Integer whole(String key, int least, int most, boolean needed) {
        Double number = number(key, least, most, needed);
        if (number != null && number != Math.rint(number)) {
            fault(key, "must be a whole number.");
            return null;
        }
        return number == null ? null : number.intValue();
    }

    int wholeOr(String key, int least, int most, int otherwise) {
        Integer number = whole(key, least, most, false);
        return number == null ? otherwise : number;
    }

    LocalDate date(String key, boolean needed) {
        String text = text(key, needed);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            fault(key, "must be a date. Maybe write 2027-06-01.");
            return null;
        }
    }

    HalfYear halfYear(String key, boolean needed) {
        String text = text(key, needed);
        return text == null ? null : halfYear(key, text);
    }

    private HalfYear halfYear(String key, String text) {
        try {
            return HalfYear.parse(text);
        } catch (IllegalArgumentException wrong) {
            fault(key, "must be a half-year from 1990 to 2100. Maybe write 2028-V or 2028-H.");
            return null;
        }
    }

    /** The names of the section as half-years, with a number each. */
    Map<HalfYear, Integer> wholeByHalfYear(int most) {
        Map<HalfYear, Integer> all = new LinkedHashMap<>();
        for (String key : List.copyOf(values.keySet())) {
            HalfYear halfYear = halfYear(key, key);
            Integer number = whole(key, 0, most, true);
            if (halfYear != null && number != null) {
                all.put(halfYear, number);
            }
        }
        return all;
    }

    <T extends Enum<T>> T choice(String key, T[] choices, T otherwise) {
        String text = text(key, otherwise == null);
        if (text == null) {
            return otherwise;
        }
        List<String> words = new ArrayList<>();
        for (T choice : choices) {
            if (Text.word(choice).equalsIgnoreCase(text)) {
                return choice;
            }
            words.add(Text.word(choice));
        }
        fault(key, "must be one of " + String.join(", ", words) + ".");
        return otherwise;
    }

    /** Null, with a fault where it is needed, when it is missing or no section. */
    Section section(String key, boolean needed) {
        asked.add(key);
        Node node = values.get(key);
        if (node instanceof MappingNode mapping) {
            return new Section(file, path + key + ".", mapping, faults);
        }
        if (node != null || needed) {
            fault(key, node == null ? "is missing. Add it." : "must be names with values, indented below it.");
        }
        return null;
    }

    /** The sections of a list; none, with a fault where they are needed, when it is missing. */
    List<Section> sections(String key, boolean needed) {
        asked.add(key);
        Node node = values.get(key);
        List<Section> sections = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            for (Node each : list.getValue()) {
                String name = path + key + "[" + sections.size() + "].";
                if (each instanceof MappingNode mapping) {
                    sections.add(new Section(file, name, mapping, faults));
                } else {
                    fault(each, key, "must be a list of names with values, each begun by a dash.");
                }
            }
        } else if (node != null || needed) {
            fault(key, node == null ? "is missing. Add it." : "must be a list, each begun by a dash.");
        }
        return sections;
    }

    /** Notes every name that nobody asked for. */
    void end() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                String near = asked.stream()
                        .filter(known -> Text.distance(known, key) <= Math.max(2, known.length() / 3))
                        .findFirst()
                        .map(known -> "Maybe write " + known + ".")
                        .orElse("Known here: " + String.join(", ", asked) + ".");
                faults.add(new InputFault(
                        file + ", line " + lineOf(values.get(key)) + ", " + path + key, null, "is not known. " + near));
            }
        }
    }
}
