package no.alisplass.web.shell;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Bands over time: how low, the middle, how high; drawn as a picture that needs no script and can be told apart without colours, and always shown as a table
 * too.
 *
 * @param id unique on the page
 * @param title what it shows, in a sentence
 * @param category what the rows are, as the head of the first column
 */
@TemplateData
public record BandChart(String id, String title, String category, List<Point> points) {
    private static final int LEFT = 48;
    private static final int TOP = 12;
    private static final int BOTTOM = 28;
    public static final int WIDTH = 720;
    public static final int HEIGHT = 260;
    private static final int[] STEPS = {1, 2, 5};
    private static final int MOST_LINES = 5;
    private static final int MOST_NAMES = 12;

    /** @param mark under the picture, in few signs; empty for none. @param low null, as the others, where there is nothing */
    @TemplateData
    public record Point(String category, String mark, Double low, Double middle, Double high) {}

    /** A line across, with its number; or a name under the picture. */
    @TemplateData
    public record Mark(String text, long at) {}

    /** A middle: where it is, and how far its band goes. */
    @TemplateData
    public record Whisker(long x, long low, long middle, long high) {}

    public BandChart {
        points = List.copyOf(points);
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return HEIGHT;
    }

    private double top() {
        double most = points.stream()
                .filter(each -> each.high() != null)
                .mapToDouble(Point::high)
                .max()
                .orElse(1);
        return Math.ceil(Math.max(1, most) / step(most)) * step(most);
    }

    /** Between two lines. */
    private static int step(double most) {
        int ten = 1;
        while (true) {
            for (int step : STEPS) {
                if (most / (step * ten) <= MOST_LINES) {
                    return step * ten;
                }
            }
            ten *= 10;
        }
    }

    private double x(int at) {
        return LEFT + (at + 0.5) * (WIDTH - LEFT - 8) / Math.max(1, points.size());
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - value / top() * (HEIGHT - BOTTOM - TOP);
    }

    public List<Mark> lines() {
        List<Mark> lines = new ArrayList<>();
        for (int value = 0; value <= top(); value += step(top())) {
            lines.add(new Mark(Integer.toString(value), Math.round(y(value))));
        }
        return lines;
    }

    public List<Mark> names() {
        List<Mark> names = new ArrayList<>();
        int every = (points.size() + MOST_NAMES - 1) / MOST_NAMES;
        for (int i = 0; i < points.size(); i++) {
            String mark = points.get(i).mark();
            if (!mark.isEmpty()
                    && (every == 1
                            || names.isEmpty()
                            || x(i) - names.get(names.size() - 1).at() > 44)) {
                names.add(new Mark(mark, Math.round(x(i))));
            }
        }
        return names;
    }

    public List<Whisker> whiskers() {
        List<Whisker> whiskers = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Point each = points.get(i);
            if (each.low() != null) {
                whiskers.add(new Whisker(
                        Math.round(x(i)),
                        Math.round(y(each.low())),
                        Math.round(y(each.middle())),
                        Math.round(y(each.high()))));
            }
        }
        return whiskers;
    }

    /** The outline of the band: along the high ends and back along the low ones. */
    public String band() {
        List<Whisker> all = whiskers();
        List<String> corners = new ArrayList<>();
        all.forEach(each -> corners.add(each.x() + "," + each.high()));
        for (int i = all.size() - 1; i >= 0; i--) {
            corners.add(all.get(i).x() + "," + all.get(i).low());
        }
        return String.join(" ", corners);
    }

    public String middles() {
        return whiskers().stream()
                .map(each -> String.format(Locale.ROOT, "%d,%d", each.x(), each.middle()))
                .collect(Collectors.joining(" "));
    }
}
