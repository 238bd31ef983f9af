package no.alisplass.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import no.alisplass.forecast.Band;
import no.alisplass.forecast.ForecastResult;
import no.alisplass.forecast.file.ForecastFiles;
import no.alisplass.report.Report.Table;

/** What the years come to, in words and tables: counts alone, no doctor of it. */
public final class ForecastReport {
    public static final String YEARS = "halvar";
    public static final String BANDS = "spenn";
    public static final String PLAN = "plan";
    public static final String AREAS = "kommuner";
    public static final String ASSUMED = "antatt";

    public static final List<String> ON_PAPER = List.of(YEARS, AREAS);

    private static final double PER_CENT = 100;

    private ForecastReport() {}

    /**
     * @param asked what the question is called
     * @param leftOut who waits and is not in it, in words
     */
    public static Report of(ForecastFiles.Whole whole, String asked, List<String> leftOut, ReportWords words) {
        ForecastResult result = whole.forecast();
        ForecastWords told = new ForecastWords(words.locale());
        return new Report(
                words.text("forecast-title"),
                asked,
                told.said(result, whole.backwards()),
                tables(result, told, words),
                told.notes(result, leftOut),
                null,
                words.made());
    }

    private static List<Table> tables(ForecastResult result, ForecastWords told, ReportWords words) {
        List<Table> tables = new ArrayList<>();
        tables.add(years(result, words));
        tables.add(bands(result, words));
        if (result.positions() != null) {
            tables.add(plan(result, words));
        }
        tables.add(areas(result, words));
        tables.add(assumed(result, told, words));
        return tables;
    }

    /** A line for each position and change of its seats. */
    private static Table plan(ForecastResult result, ReportWords words) {
        List<List<Object>> rows = new ArrayList<>();
        for (ForecastResult.PositionRow each : result.positions()) {
            for (int at = 0; at < each.seats().size(); at++) {
                if (at == 0 || !each.seats().get(at).equals(each.seats().get(at - 1))) {
                    rows.add(List.of(
                            words.departments(each.departments()),
                            each.position().value(),
                            words.halfYear(result.halfYears().get(at).halfYear()),
                            each.seats().get(at)));
                }
            }
        }
        return table(
                PLAN,
                List.of(
                        words.text("department"),
                        words.text("forecast-position"),
                        words.text("forecast-from"),
                        words.text("forecast-seats")),
                rows,
                words);
    }

    private static Table assumed(ForecastResult result, ForecastWords told, ReportWords words) {
        return table(
                ASSUMED,
                List.of(words.text("forecast-assumption"), words.text("forecast-range"), words.text("forecast-source")),
                result.assumptions().stream()
                        .map(each -> List.<Object>of(told.name(each, words::area), told.range(each), told.source(each)))
                        .toList(),
                words);
    }

    private static Table table(String id, List<String> head, List<List<Object>> rows, ReportWords words) {
        return new Table(id, words.text("forecast-" + id + "-name"), words.text("forecast-" + id), head, rows);
    }

    /** A line for each half-year, short enough for a sheet of paper. */
    private static Table years(ForecastResult result, ReportWords words) {
        return table(
                YEARS,
                List.of(
                        words.text("half-year"),
                        words.text("forecast-seats"),
                        words.text("forecast-queue"),
                        words.text("forecast-waiting"),
                        words.text("forecast-unused")),
                result.halfYears().stream()
                        .map(row -> List.<Object>of(
                                words.halfYear(row.halfYear()),
                                row.seats(),
                                text(row.queue(), words),
                                text(row.waitOfWaiting(), words),
                                text(row.unused(), words)))
                        .toList(),
                words);
    }

    private static String text(Band band, ReportWords words) {
        return band == null
                ? "–"
                : words.text("forecast-band", told(band.low()), told(band.middle()), told(band.high()));
    }

    private static BigDecimal told(double value) {
        return BigDecimal.valueOf(scaled(value, 1));
    }

    private static Table bands(ForecastResult result, ReportWords words) {
        List<List<Object>> rows = new ArrayList<>();
        bands(rows, result, "forecast-queue", ForecastResult.Row::queue, 1, words);
        bands(rows, result, "forecast-waiting", ForecastResult.Row::waitOfWaiting, 1, words);
        bands(rows, result, "forecast-waited", ForecastResult.Row::waitOfPlaced, 1, words);
        bands(rows, result, "forecast-placed", ForecastResult.Row::placed, 1, words);
        bands(rows, result, "forecast-unused", ForecastResult.Row::unused, 1, words);
        bands(rows, result, "forecast-five-years", ForecastResult.Row::withinFiveYears, PER_CENT, words);
        return table(
                BANDS,
                List.of(
                        words.text("forecast-what"),
                        words.text("half-year"),
                        words.text("forecast-low"),
                        words.text("forecast-middle"),
                        words.text("forecast-high")),
                rows,
                words);
    }

    private static void bands(
            List<List<Object>> rows,
            ForecastResult result,
            String what,
            Function<ForecastResult.Row, Band> which,
            double scale,
            ReportWords words) {
        for (ForecastResult.Row row : result.halfYears()) {
            Band band = which.apply(row);
            rows.add(Arrays.asList(
                    words.text(what),
                    words.halfYear(row.halfYear()),
                    band == null ? null : scaled(band.low(), scale),
                    band == null ? null : scaled(band.middle(), scale),
                    band == null ? null : scaled(band.high(), scale)));
        }
    }

    private static double scaled(double value, double scale) {
        return Math.round(value * scale * 10) / 10.0;
    }

    private static Table areas(ForecastResult result, ReportWords words) {
        return table(
                AREAS,
                List.of(
                        words.text("area"),
                        words.text("forecast-months"),
                        words.text("forecast-placed"),
                        words.text("forecast-queue-end")),
                result.areas().stream()
                        .map(each -> List.<Object>of(
                                each.name(),
                                text(each.waits(), words),
                                text(each.placed(), words),
                                text(each.queue(), words)))
                        .toList(),
                words);
    }
}
