package no.alisplass.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.reference.CpSatReference;

/**
 * {@code ./alis bench}: measures the rounds of {@link Instance} and writes Markdown tables. Every figure is a median over the
 * seeds, warm: this thread has worked on just these rounds for some seconds of processor time, however busy the machine was.
 */
public final class Bench {
    private static final Logger SOLVER_LOG = Logger.getLogger("ai.timefold");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double WARM_SECONDS = 6;
    private static final List<String> GROUPS =
            List.of("ahus", "region", "pairs", "national", "growth", "scenario", "least", "forecast");

    private final List<String> groups = new ArrayList<>();
    private double cpSatSeconds = 60;
    private int cpSatSeeds = 3;

    private Bench(String[] args) {
        for (String arg : args) {
            if (arg.startsWith("--cp-sat=")) {
                cpSatSeconds = Double.parseDouble(arg.substring(9));
            } else if (arg.startsWith("--cp-sat-seeds=")) {
                cpSatSeeds = Integer.parseInt(arg.substring(15));
            } else if (GROUPS.contains(arg)) {
                groups.add(arg);
            } else {
                throw new IllegalArgumentException("There is no size \"" + arg + "\". Maybe one of "
                        + String.join(", ", GROUPS) + ", or --cp-sat=SECONDS.");
            }
        }
    }

    public static void main(String[] args) {
        SOLVER_LOG.setLevel(Level.WARNING);
        new Bench(args).run();
    }

    private boolean wants(String group) {
        return groups.isEmpty() || groups.contains(group);
    }

    private void run() {
        List<Instance> instances =
                Instance.all().stream().filter(i -> wants(i.group())).toList();
        if (!instances.isEmpty()) {
            System.out.println(
                    "| round (doctors × seats) | CP-SAT ÷ ours | optimum | + proof | + check | CP-SAT | proven"
                            + " | same tiers | heap |");
            System.out.println("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
            instances.forEach(this::row);
        }
        if (wants("growth")) {
            growth();
        }
        if (wants("scenario")) {
            ScenarioBench.run();
        }
        if (wants("least")) {
            LeastBench.run(cpSatSeconds);
        }
        if (wants("forecast")) {
            ForecastBench.run();
        }
    }

    private void row(Instance instance) {
        List<Measured> all = measure(instance);
        List<Double> theirs = new ArrayList<>();
        int settled = Integer.MAX_VALUE;
        int cut = 0;
        int equal = 0;
        int compared = Math.min(cpSatSeconds > 0 ? cpSatSeeds : 0, all.size());
        if (compared > 0) {
            cpSat(instance.problem(0), 5, instance);
        }
        for (int k = 0; k < compared; k++) {
            CpSatReference.Answer answer = cpSat(instance.problem(k + 1), cpSatSeconds, instance);
            theirs.add(answer.seconds());
            settled = Math.min(settled, answer.settled());
            cut += answer.tiers() == null ? 1 : 0;
            equal += all.get(k).tiers().equals(answer.tiers()) ? 1 : 0;
        }
        double ours = median(all, Measured::optimum);
        double other = theirs.isEmpty() ? Double.NaN : median(theirs, Double::doubleValue);
        System.out.printf(
                Locale.ROOT,
                "| %s | **%s%.1f** | %s | %s | %s | %s | %s | %s | %d MiB |%n",
                instance.name(),
                cut > 0 ? "> " : "",
                other / ours,
                seconds(ours),
                seconds(median(all, Measured::proof)),
                seconds(median(all, Measured::checked)),
                cut > 0
                        ? "cut at " + seconds(cpSatSeconds) + " in " + cut + " of " + compared + ", settled " + settled
                        : seconds(other),
                proven(instance, all),
                equal + " of " + (compared - cut),
                all.stream().mapToLong(Measured::heapMiB).max().orElse(0));
    }

    private static CpSatReference.Answer cpSat(AllocationProblem problem, double seconds, Instance instance) {
        return CpSatReference.solve(problem, new CpSatReference.Settings(2, instance.cpSatWeight(), seconds));
    }

    /** The rounds are made before, and what was left over from making them is gone: neither is part of what is measured. */
    private static List<Measured> measure(Instance instance) {
        List<AllocationProblem> problems = LongStream.rangeClosed(1, instance.seeds())
                .mapToObj(instance::problem)
                .toList();
        System.gc();
        List<Measured> all = new ArrayList<>();
        long start = THREADS.getCurrentThreadCpuTime();
        boolean warm = false;
        while (!warm) {
            warm = THREADS.getCurrentThreadCpuTime() - start > WARM_SECONDS * 1e9;
            all.clear();
            problems.forEach(problem -> all.add(Measured.of(problem)));
        }
        return all;
    }

    private static void growth() {
        System.out.println();
        System.out.println("| doctors | optimum | + proof | + check | proven | heap |");
        System.out.println("|--:|--:|--:|--:|--:|--:|");
        List<double[]> points = new ArrayList<>();
        measure(Instance.growth(1_000));
        for (int doctors : Instance.GROWTH) {
            List<Measured> all = grown(Instance.growth(doctors));
            if (doctors >= Instance.FITTED_FROM) {
                points.add(new double[] {
                    Math.log(doctors),
                    Math.log(median(all, Measured::checked)),
                    Math.log(median(all, Measured::optimum))
                });
            }
        }
        Instance.tenNorways().forEach(Bench::grown);
        System.out.printf(
                Locale.ROOT,
                "%nFitted from %d doctors on: all three grow as doctors^%.2f, the optimum alone as doctors^%.2f.%n",
                Instance.FITTED_FROM,
                slope(points, 1),
                slope(points, 2));
    }

    private static List<Measured> grown(Instance instance) {
        List<Measured> all = measure(instance);
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %d MiB |%n",
                instance.name(),
                seconds(median(all, Measured::optimum)),
                seconds(median(all, Measured::proof)),
                seconds(median(all, Measured::checked)),
                proven(instance, all),
                all.stream().mapToLong(Measured::heapMiB).max().orElse(0));
        return all;
    }

    /** How many of the claims are proven, and whether a check failed. */
    private static String proven(Instance instance, List<Measured> all) {
        long claims = (long) all.size() * instance.shape().doctors();
        long proven = claims - all.stream().mapToLong(Measured::notProven).sum();
        boolean honest = all.stream().allMatch(Measured::honest);
        return proven + " of " + claims + (honest ? "" : " **check failed**");
    }

    /** The exponent of a power law through the points, by least squares on logarithms. */
    static double slope(List<double[]> points, int column) {
        double x = points.stream().mapToDouble(p -> p[0]).average().orElse(0);
        double y = points.stream().mapToDouble(p -> p[column]).average().orElse(0);
        double over =
                points.stream().mapToDouble(p -> (p[0] - x) * (p[column] - y)).sum();
        return over / points.stream().mapToDouble(p -> (p[0] - x) * (p[0] - x)).sum();
    }

    private static <T> double median(List<T> values, ToDoubleFunction<T> of) {
        double[] sorted = values.stream().mapToDouble(of).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, value < 1 ? "%.3f s" : "%.1f s", value);
    }
}
