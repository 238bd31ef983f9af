package no.alisplass.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import no.alisplass.forecast.given.ForecastInput;
import no.alisplass.forecast.run.Replication;
import no.alisplass.forecast.run.Tally;
import no.alisplass.forecast.run.World;

/** Works out what a plan comes to: many courses that the years may take, each decided round by round as real rounds are. */
public final class Forecast {
    public static final int MOST_REPLICATIONS = 100_000;
    public static final int MOST_THREADS = 64;

    private Forecast() {}

    /**
     * The same input, seed and number of replications give the same result on every machine and for any number of threads.
     *
     * @throws IllegalArgumentException when there are to be none, or more than there may be, of replications or threads
     */
    public static ForecastResult of(ForecastInput input, long seed, int replications, int threads) {
        return of(input, seed, tallies(input, seed, replications, threads));
    }

    /** The same of replications that were made apart. @param tallies all of them, in the order of their numbers */
    public static ForecastResult of(ForecastInput input, long seed, List<Tally> tallies) {
        return new Summary(input, seed, tallies).result();
    }

    /**
     * Some of the replications by themselves, in order.
     *
     * @param from the number of the first. @param to that after the last
     * @param goesOn asked before each; what it throws ends the work
     */
    public static List<Tally> tallies(World world, long seed, int from, int to, Runnable goesOn) {
        List<Tally> tallies = new ArrayList<>();
        for (int number = from; number < to; number++) {
            goesOn.run();
            tallies.add(Replication.run(world, seed, number));
        }
        return tallies;
    }

    /** Every replication by itself, in order. */
    static List<Tally> tallies(ForecastInput input, long seed, int replications, int threads) {
        if (replications < 1 || replications > MOST_REPLICATIONS || threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException(
                    "A forecast has from 1 to " + MOST_REPLICATIONS + " replications on from 1 to " + MOST_THREADS
                            + " threads, not " + replications + " on " + threads + ".");
        }
        World world = new World(input);
        Tally[] all = new Tally[replications];
        AtomicInteger next = new AtomicInteger();
        Runnable work = () -> {
            for (int number = next.getAndIncrement(); number < replications; number = next.getAndIncrement()) {
                all[number] = Replication.run(world, seed, number);
            }
        };
        if (threads == 1) {
            work.run();
        } else {
            share(work, Math.min(threads, replications));
        }
        return Arrays.asList(all);
    }

    private static void share(Runnable work, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                workers.add(pool.submit(work));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The forecast was interrupted.", interrupted);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("A replication failed.", failed.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
