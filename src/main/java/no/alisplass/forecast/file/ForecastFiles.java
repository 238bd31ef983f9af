package no.alisplass.forecast.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.text.Text;
import no.alisplass.forecast.BackwardsResult;
import no.alisplass.forecast.Band;
import no.alisplass.forecast.ForecastResult;
import no.alisplass.json.CanonicalJson;
import no.alisplass.platform.CsvWriter;

/** The files of a result: all of it as JSON, and a table of each part as CSV for spreadsheets. Doctors stand there by HPR number, without names. */
public final class ForecastFiles {
    private ForecastFiles() {}

    /** What {@code forecast.json} holds. @param backwards null where no goal was set */
    public record Whole(int schema, ForecastResult forecast, BackwardsResult backwards) {}

    /** By name; the same result gives the same bytes. @param backwards null where no goal was set. @param summary in words */
    public static Map<String, byte[]> of(ForecastResult result, BackwardsResult backwards, String summary) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("forecast.txt", summary.getBytes(StandardCharsets.UTF_8));
        files.put(
                "forecast.json",
                CanonicalJson.write(new Whole(1, result, backwards)).getBytes(StandardCharsets.UTF_8));
        files.put("halfyears.csv", CsvWriter.write(halfYears(result)));
        files.put("plan.csv", CsvWriter.write(plan(result)));
        files.put("areas.csv", CsvWriter.write(areas(result)));
        files.put("doctors.csv", CsvWriter.write(doctors(result)));
        files.put("assumptions.csv", CsvWriter.write(assumptions(result)));
        if (backwards != null) {
            files.put("backwards.csv", CsvWriter.write(tried(backwards)));
        }
        return files;
    }

    /** A band is three cells, and so is what has none. */
    private static List<Object> row(List<?> values) {
        List<Object> cells = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof Band band) {
                cells.addAll(List.of(plain(band.low()), plain(band.middle()), plain(band.high())));
            } else if (value instanceof Nothing) {
                cells.addAll(Arrays.asList(null, null, null));
            } else {
                cells.add(value);
            }
        }
        return cells;
    }

    /** A whole number as one. */
    private static Number plain(double value) {
        if (value == Math.rint(value)) {
            return (long) value;
        }
        return value;
    }

    private record Nothing() {}

    private static Object orNothing(Band band) {
        return band == null ? new Nothing() : band;
    }

    private static List<Object> header(List<String> plain, List<String> bands, List<String> after) {
        List<Object> header = new ArrayList<>(plain);
        for (String band : bands) {
            header.addAll(List.of(band + " 10 %", band + " 50 %", band + " 90 %"));
        }
        header.addAll(after);
        return header;
    }

    private static List<List<?>> halfYears(ForecastResult result) {
        List<List<?>> rows = new ArrayList<>();
        rows.add(header(
                List.of("half-year", "seats"),
                List.of(
                        "came",
                        "left",
                        "placed",
                        "unused seats",
                        "queue",
                        "wish for later",
                        "served in all",
                        "months waited, placed",
                        "months waited, waiting",
                        "share served within five years"),
                List.of()));
        for (ForecastResult.Row each : result.halfYears()) {
            rows.add(row(Arrays.asList(
                    each.halfYear(),
                    each.seats(),
                    each.joined(),
                    each.left(),
                    each.placed(),
                    each.unused(),
                    each.queue(),
                    each.later(),
                    each.served(),
                    orNothing(each.waitOfPlaced()),
                    orNothing(each.waitOfWaiting()),
                    orNothing(each.withinFiveYears()))));
        }
        return rows;
    }

    /** A row for each half-year, a column for each position. */
    private static List<List<?>> plan(ForecastResult result) {
        List<List<?>> rows = new ArrayList<>();
        List<Object> head = new ArrayList<>(List.of("half-year"));
        result.positions().forEach(each -> head.add(each.position()));
        rows.add(head);
        for (int at = 0; at < result.halfYears().size(); at++) {
            List<Object> row =
                    new ArrayList<>(List.of(result.halfYears().get(at).halfYear()));
            for (ForecastResult.PositionRow each : result.positions()) {
                row.add(each.seats().get(at));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<List<?>> areas(ForecastResult result) {
        List<List<?>> rows = new ArrayList<>();
        rows.add(header(List.of("area", "name"), List.of("months waited", "placed", "waiting at the end"), List.of()));
        for (ForecastResult.AreaRow each : result.areas()) {
            rows.add(
                    row(Arrays.asList(each.area(), each.name(), orNothing(each.waits()), each.placed(), each.queue())));
        }
        return rows;
    }

    private static List<List<?>> doctors(ForecastResult result) {
        List<List<?>> rows = new ArrayList<>();
        rows.add(List.of(
                "HPR number",
                "area",
                "begins 10 %",
                "begins 50 %",
                "begins 90 %",
                "share placed",
                "share left before"));
        HalfYear last = result.halfYears().get(result.halfYears().size() - 1).halfYear();
        for (ForecastResult.DoctorRow each : result.doctors()) {
            rows.add(row(Arrays.asList(
                    each.hpr().value(),
                    each.area(),
                    begins(each, each.low(), last),
                    begins(each, each.middle(), last),
                    begins(each, each.high(), last),
                    plain(each.placed()),
                    plain(each.left()))));
        }
        return rows;
    }

    /** Nothing where the doctor leaves before in every replication. */
    private static String begins(ForecastResult.DoctorRow doctor, HalfYear halfYear, HalfYear last) {
        if (halfYear == null) {
            return doctor.left() >= 1 ? null : "not by " + last;
        }
        return halfYear.toString();
    }

    private static List<List<?>> assumptions(ForecastResult result) {
        List<List<?>> rows = new ArrayList<>();
        rows.add(List.of("assumption", "area", "low", "likely", "high", "source", "default"));
        for (ForecastResult.Assumed each : result.assumptions()) {
            rows.add(row(Arrays.asList(
                    each.name(),
                    each.area(),
                    each.low(),
                    each.likely(),
                    each.high(),
                    each.source(),
                    each.usual() ? "yes" : "no")));
        }
        return rows;
    }

    private static List<List<?>> tried(BackwardsResult result) {
        List<List<?>> rows = new ArrayList<>();
        rows.add(header(
                List.of("phased in", "seats more", "seats then"),
                List.of("share under", "queue", "unused seats"),
                List.of("share of replications that reach it", "reached", "answer")));
        for (BackwardsResult.Tried each : result.tried()) {
            rows.add(row(Arrays.asList(
                    Text.word(each.phasing()),
                    each.more(),
                    each.seats(),
                    orNothing(each.under()),
                    each.queue(),
                    each.unused(),
                    each.reached(),
                    each.met() ? "yes" : "no",
                    result.answers().contains(each) ? "yes" : "no")));
        }
        return rows;
    }
}
