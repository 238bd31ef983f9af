package no.alisplass.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.alisplass.forecast.BackwardsResult.Tried;
import no.alisplass.forecast.given.Assumption;
import no.alisplass.forecast.given.ForecastInput;
import no.alisplass.forecast.given.Phasing;
import no.alisplass.forecast.given.Plan;
import no.alisplass.forecast.given.Range;
import no.alisplass.forecast.run.Tally;

/**
 * From a goal back to a plan: the least number of seats more in each half-year that reaches it, for each way of phasing them in. Every plan is
 * tried on the same doctors with the same fates, so that what differs is the plan. The number is doubled until it is enough and
 * halved in between; it is taken for granted that more seats are never worse, which common draws make so but for chance.
 */
public final class Backwards {
    /** No more are tried. */
    public static final int MOST = 1_024;

    private final ForecastInput input;
    private final Goal goal;
    private final long seed;
    private final int replications;
    private final int threads;
    private final int by;
    private final int most;
    private final List<Tried> tried = new ArrayList<>();

    private Backwards(ForecastInput input, Goal goal, long seed, int replications, int threads) {
        this.input = input;
        this.goal = goal;
        this.seed = seed;
        this.replications = replications;
        this.threads = threads;
        by = input.plan().first().until(goal.by());
        if (by < 0 || by >= input.plan().halfYears()) {
            throw new IllegalArgumentException("The goal's half-year (" + goal.by() + ") is not one of the plan's.");
        }
        if (input.plan().positions().isEmpty()) {
            throw new IllegalArgumentException("A plan without positions has none to give more seats.");
        }
        most = most();
    }

    /** As many as there can be doctors by the goal's half-year, and so more than could be of use. */
    private int most() {
        double coming = input.assumptions().newDoctors().isEmpty()
                ? input.assumptions().of(Assumption.NEW_DOCTORS).high()
                : input.assumptions().newDoctors().values().stream()
                        .mapToDouble(Range::high)
                        .sum();
        double all = input.queue().size() + coming * (by + 1) / 2;
        int enough = 1;
        while (enough < all && enough < MOST) {
            enough *= 2;
        }
        return enough;
    }

    /** The same values give the same result, for any number of threads. */
    public static BackwardsResult search(ForecastInput input, Goal goal, long seed, int replications, int threads) {
        return new Backwards(input, goal, seed, replications, threads).search();
    }

    private BackwardsResult search() {
        List<Tried> answers = new ArrayList<>();
        Tried asItStands = ask(Phasing.AT_ONCE, 0);
        if (asItStands.met()) {
            answers.add(asItStands);
        } else {
            for (Phasing phasing : Phasing.values()) {
                least(phasing, answers);
            }
            answers.sort(Comparator.comparingInt(Tried::more).thenComparing(Tried::phasing));
        }
        return new BackwardsResult(goal, seed, replications, most, answers, tried);
    }

    private void least(Phasing phasing, List<Tried> answers) {
        Map<Integer, Tried> known = new TreeMap<>();
        int enough = 1;
        while (!known.computeIfAbsent(enough, more -> ask(phasing, more)).met()) {
            if (enough >= most) {
                return;
            }
            enough *= 2;
        }
        int tooFew = enough / 2;
        while (enough - tooFew > 1) {
            int between = (enough + tooFew) / 2;
            if (known.computeIfAbsent(between, more -> ask(phasing, more)).met()) {
                enough = between;
            } else {
                tooFew = between;
            }
        }
        answers.add(known.get(enough));
    }

    private Tried ask(Phasing phasing, int more) {
        Plan plan = more == 0 ? input.plan() : input.plan().withMore(more, phasing, by);
        List<Tally> tallies = Forecast.tallies(input.with(plan.upTo(by)), seed, replications, threads);
        double[] under = tallies.stream()
                .mapToDouble(tally -> tally.shareUnder(by, goal.underHalfYears()))
                .toArray();
        double[] queue = tallies.stream().mapToDouble(tally -> tally.queue[by]).toArray();
        long reached = tallies.stream().filter(this::reaches).count();
        double share = reached / (double) replications;
        Tried result = new Tried(
                phasing,
                more,
                plan.seats(by),
                goal.isOfQueue() ? null : Band.of(under),
                Band.of(queue),
                Band.of(tallies.stream().mapToDouble(tally -> tally.unused[by]).toArray()),
                Band.rounded(share),
                share >= goal.certainty());
        tried.add(result);
        return result;
    }

    private boolean reaches(Tally tally) {
        return goal.isOfQueue()
                ? tally.queue[by] <= tally.queue[0]
                : tally.shareUnder(by, goal.underHalfYears()) >= goal.share();
    }
}
