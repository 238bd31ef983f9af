package no.alisplass.web.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Numbers by category, shown as bars and always as a table too.
 *
 * @param id unique on the page
 * @param title what it shows, in a sentence
 * @param category what the rows are, as the head of the first column
 * @param stacked whether the series add up
 * @param horizontal for long category names
 * @param look how the numbers are drawn
 */
@TemplateData
public record Chart(
        String id,
        String title,
        String category,
        List<String> categories,
        List<Series> series,
        boolean stacked,
        boolean horizontal,
        Look look) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public enum Look {
        BARS,
        /** Bars with their numbers on them. */
        TOLD,
        /** Points with their numbers on them, and a line from each to the next; the categories are numbers in order. */
        LINE
    }

    public Chart(
            String id,
            String title,
            String category,
            List<String> categories,
            List<Series> series,
            boolean stacked,
            boolean horizontal) {
        this(id, title, category, categories, series, stacked, horizontal, Look.BARS);
    }

    /** One number for each category; null where there is none. */
    @TemplateData
    public record Series(String name, List<? extends Number> values) {
        public Series {
            values = java.util.Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    @TemplateData
    public record Row(String category, List<Number> values) {}

    public Chart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        for (Series each : series) {
            if (each.values().size() != categories.size()) {
                throw new IllegalArgumentException("The series " + each.name() + " has "
                        + each.values().size() + " values for " + categories.size() + " categories.");
            }
        }
    }

    public List<Row> rows() {
        return IntStream.range(0, categories.size()).mapToObj(this::row).toList();
    }

    private Row row(int at) {
        List<Number> values = new ArrayList<>();
        series.forEach(each -> values.add(each.values().get(at)));
        return new Row(categories.get(at), values);
    }

    /** What {@code alis.js} draws it from. */
    public String json() {
        try {
            return JSON.writeValueAsString(new Drawing(title, category, categories, series, stacked, horizontal, look));
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private record Drawing(
            String title,
            String category,
            List<String> categories,
            List<Series> series,
            boolean stacked,
            boolean horizontal,
            Look look) {}
}
