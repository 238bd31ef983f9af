package no.alisplass.web.planner;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HalfYear;
import no.alisplass.forecast.BackwardsResult;
import no.alisplass.forecast.BackwardsResult.Tried;
import no.alisplass.forecast.Band;
import no.alisplass.forecast.ForecastResult;
import no.alisplass.forecast.file.ForecastFiles;
import no.alisplass.report.ForecastWords;
import no.alisplass.web.shell.AssumedLine;
import no.alisplass.web.shell.BandChart;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Texts;

/** What a forecast came to, as pictures and tables. */
final class ForecastCharts {
    private static final double PER_CENT = 100;

    private ForecastCharts() {}

    /** @param waits null for nobody */
    @TemplateData
    public record AreaLine(String name, String waits, String placed, String queue) {}

    /** @param reached in what share of the courses. @param answer whether it is the least that does */
    @TemplateData
    public record TriedLine(
            String how, String more, int seats, String queue, String under, String reached, boolean answer) {}

    /** @param answers in words, one for each way; {@code not} in words where none reaches it */
    @TemplateData
    public record Backwards(String goal, List<String> answers, List<TriedLine> tried) {}

    /** How many cannot take part in the first round, and how many for which reason; no reasons where they are not known. */
    @TemplateData
    public record NotEligible(String said, List<String> reasons) {}

    /** @param notEligible null where everybody can take part */
    @TemplateData
    public record Pictures(
            List<BandChart> charts,
            List<AreaLine> areas,
            List<AssumedLine> assumed,
            Backwards backwards,
            int queued,
            NotEligible notEligible,
            long unproven,
            int replications) {}

    static Pictures of(ForecastFiles.Whole whole) {
        ForecastResult result = whole.forecast();
        return new Pictures(
                List.of(
                        chart("ko", "forecast-chart-queue", result, ForecastResult.Row::queue, 1),
                        chart("ventetid", "forecast-chart-waiting", result, ForecastResult.Row::waitOfWaiting, 1),
                        chart("ventet", "forecast-chart-waited", result, ForecastResult.Row::waitOfPlaced, 1),
                        chart(
                                "femaar",
                                "forecast-chart-five-years",
                                result,
                                ForecastResult.Row::withinFiveYears,
                                PER_CENT),
                        chart("ubrukt", "forecast-chart-unused", result, ForecastResult.Row::unused, 1)),
                result.areas().stream()
                        .map(each ->
                                new AreaLine(each.name(), band(each.waits()), band(each.placed()), band(each.queue())))
                        .toList(),
                result.assumptions().stream()
                        .map(each -> AssumedLine.of(each, area -> name(result, area)))
                        .toList(),
                whole.backwards() == null ? null : backwards(whole.backwards()),
                result.queued(),
                notEligible(result),
                result.unproven(),
                result.replications());
    }

    private static String name(ForecastResult result, AreaCode area) {
        return result.areas().stream()
                .filter(row -> row.area().equals(area))
                .findFirst()
                .map(ForecastResult.AreaRow::name)
                .orElse(area.value());
    }

    private static NotEligible notEligible(ForecastResult result) {
        ForecastWords words = AssumedLine.words();
        return result.notEligible() == 0 ? null : new NotEligible(words.notEligible(result), words.reasons(result));
    }

    private static BandChart chart(
            String id, String title, ForecastResult result, Function<ForecastResult.Row, Band> which, double scale) {
        List<BandChart.Point> points = new ArrayList<>();
        for (ForecastResult.Row row : result.halfYears()) {
            HalfYear halfYear = row.halfYear();
            Band band = which.apply(row);
            points.add(new BandChart.Point(
                    Formats.halfYear(halfYear),
                    halfYear.season() == HalfYear.Season.V ? Integer.toString(halfYear.year()) : "",
                    band == null ? null : scaled(band.low(), scale),
                    band == null ? null : scaled(band.middle(), scale),
                    band == null ? null : scaled(band.high(), scale)));
        }
        return new BandChart(id, Texts.of(title), Texts.of("half-year"), points);
    }

    private static double scaled(double value, double scale) {
        return Math.round(value * scale * 10) / 10.0;
    }

    private static String band(Band band) {
        return band == null
                ? "–"
                : Formats.number(band.low()) + " – " + Formats.number(band.middle()) + " – "
                        + Formats.number(band.high());
    }

    private static Backwards backwards(BackwardsResult result) {
        ForecastWords words = AssumedLine.words();
        return new Backwards(
                words.goal(result.goal()),
                words.answers(result),
                result.tried().stream()
                        .map(each -> line(each, result.answers().contains(each), words))
                        .toList());
    }

    private static TriedLine line(Tried tried, boolean answer, ForecastWords words) {
        return new TriedLine(
                words.phasing(tried.phasing()),
                "+" + tried.more(),
                tried.seats(),
                band(tried.queue()),
                tried.under() == null
                        ? "–"
                        : band(new Band(
                                scaled(tried.under().low(), PER_CENT),
                                scaled(tried.under().middle(), PER_CENT),
                                scaled(tried.under().high(), PER_CENT))),
                Math.round(PER_CENT * tried.reached()) + " %",
                answer);
    }
}
