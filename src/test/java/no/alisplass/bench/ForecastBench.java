package no.alisplass.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import no.alisplass.forecast.Band;
import no.alisplass.forecast.Forecast;
import no.alisplass.forecast.ForecastResult;
import no.alisplass.forecast.Hospitals;
import no.alisplass.forecast.given.Assumption;
import no.alisplass.forecast.given.Assumptions;
import no.alisplass.forecast.given.ForecastInput;
import no.alisplass.forecast.given.Range;

/**
 * How long forecasts take, as a Markdown table; medians of three, after one that does not count. Beside the seconds on the wall those of the
 * processor, all threads together, which a busy machine does not change much.
 */
final class ForecastBench {
    private static final int HALF_YEARS = 20;
    private static final int REPLICATIONS = 1_000;
    private static final int THREADS = 2;

    private ForecastBench() {}

    static void run() {
        System.out.println();
        System.out.println("| forecast of 20 half-years × 1 000 replications, two threads | seconds | of the processor"
                + " | queue at the end, 10 – 50 – 90 % |");
        System.out.println("|---|--:|--:|--:|");
        row("Ahus, 62 doctors × 4 departments × 2 half-years a round, 63 new a year", 62, 24, 4, 1, 2, 63);
        row("Ahus, the same, 16 new a year", 62, 24, 4, 1, 2, 16);
        row("region, 300 × 120, 250 new a year", 300, 40, 40, 3, 1, 250);
    }

    private static void row(
            String name, int doctors, int areas, int departments, int seats, int perRound, double coming) {
        Assumptions assumptions =
                Assumptions.USUAL.with(Assumption.NEW_DOCTORS, new Range(0.8 * coming, coming, 1.2 * coming, "Bench"));
        ForecastInput input =
                Hospitals.hospital(doctors, areas, departments, seats, HALF_YEARS, perRound, assumptions, 1);
        double[] seconds = new double[3];
        double[] processor = new double[3];
        ForecastResult result = null;
        for (int n = -1; n < seconds.length; n++) {
            long start = System.nanoTime();
            long used = processor();
            result = Forecast.of(input, 1, REPLICATIONS, THREADS);
            if (n >= 0) {
                seconds[n] = (System.nanoTime() - start) / 1e9;
                processor[n] = (processor() - used) / 1e9;
            }
        }
        Band queue = result.halfYears().get(HALF_YEARS - 1).queue();
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.0f – %.0f – %.0f |%n",
                name,
                median(seconds),
                median(processor),
                queue.low(),
                queue.middle(),
                queue.high());
    }

    private static long processor() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static double median(double[] three) {
        Arrays.sort(three);
        return three[1];
    }
}
