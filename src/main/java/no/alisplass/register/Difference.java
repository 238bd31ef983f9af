package no.alisplass.register;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A field of a record that is another than it was, as values without words.
 *
 * @param field as it is stored, a wish as {@code wishes.ranked}
 * @param before null for nothing, as {@code after}
 */
public record Difference(String field, JsonNode before, JsonNode after) {
    private static final String WISHES = "wishes";

    /** What is no field: the form, and whose record it is. */
    private static final Set<String> NO_FIELDS = Set.of("schema", "hpr");

    /** What differs, by field. @param before a state of the history, null for none, as {@code after} */
    static List<Difference> between(JsonNode before, JsonNode after) {
        Map<String, JsonNode> was = fields(before);
        Map<String, JsonNode> is = fields(after);
        Set<String> all = new TreeSet<>(was.keySet());
        all.addAll(is.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String field : all) {
            if (!Objects.equals(was.get(field), is.get(field))) {
                differences.add(new Difference(field, was.get(field), is.get(field)));
            }
        }
        return differences;
    }

    /** A state field by field. */
    static Map<String, JsonNode> fields(JsonNode state) {
        Map<String, JsonNode> fields = new TreeMap<>();
        if (state != null) {
            state.properties().forEach(each -> {
                if (each.getKey().equals(WISHES)) {
                    each.getValue()
                            .properties()
                            .forEach(wish -> fields.put(WISHES + "." + wish.getKey(), wish.getValue()));
                } else if (!NO_FIELDS.contains(each.getKey())) {
                    fields.put(each.getKey(), each.getValue());
                }
            });
        }
        return fields;
    }
}
