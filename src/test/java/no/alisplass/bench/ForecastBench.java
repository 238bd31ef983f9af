package no.alisplass.bench;

import java.util.Arrays;
import java.util.Locale;
import no.alisplass.forecast.Forecast;
import no.alisplass.forecast.Hospitals;
import no.alisplass.forecast.given.Assumption;
import no.alisplass.forecast.given.Assumptions;
import no.alisplass.forecast.given.ForecastInput;
import no.alisplass.forecast.given.Range;

/** How long forecasts take, as a Markdown table; medians of five, after two that do not count. */
final class ForecastBench {
    private static final int HALF_YEARS = 20;
    private static final int REPLICATIONS = 1_000;
    private static final int THREADS = 2;

    private ForecastBench() {}

    static void run() {
        System.out.println();
        System.out.println(
                "| forecast of 20 half-years × 1 000 replications, two threads | seconds | queue at the end |");
        System.out.println("|---|--:|--:|");
        row("Ahus, 62 doctors × 4 departments × 2 half-years, 63 new a year", 62, 24, 4, 1, 2, 63);
        row("Ahus, the same, 16 new a year", 62, 24, 4, 1, 2, 16);
        row("region, 300 × 120, one half-year a round, 250 new a year", 300, 40, 40, 3, 1, 250);
    }

    private static void row(
            String name, int doctors, int areas, int departments, int seats, int perRound, double coming) {
        Assumptions assumptions =
                Assumptions.USUAL.with(Assumption.NEW_DOCTORS, new Range(0.8 * coming, coming, 1.2 * coming, "Bench"));
        ForecastInput input =
                Hospitals.hospital(doctors, areas, departments, seats, HALF_YEARS, perRound, assumptions, 1);
        double[] seconds = new double[5];
        double queue = 0;
        for (int n = -2; n < seconds.length; n++) {
            long start = System.nanoTime();
            var result = Forecast.of(input, n, REPLICATIONS, THREADS);
            if (n >= 0) {
                seconds[n] = (System.nanoTime() - start) / 1e9;
            }
            queue = result.halfYears().get(HALF_YEARS - 1).queue().middle();
        }
        Arrays.sort(seconds);
        System.out.printf(Locale.ROOT, "| %s | %.2f | %.0f |%n", name, seconds[seconds.length / 2], queue);
    }
}
