package no.alisplass.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
 * halved in between; it is taken for granted that more seats are never worse, which common draws make so but for chance. What to try next
 * follows from what was tried alone, so that whoever has that can go on.
 */
public final class Backwards {
    /** No more are tried. */
    public static final int MOST = 1_024;

    private final ForecastInput input;
    private final Goal goal;
    private final long seed;
    private final int replications;
    private final int by;
    private final int most;

    /** @throws IllegalArgumentException when the goal is not for one of the plan's half-years, or the plan has no position */
    public Backwards(ForecastInput input, Goal goal, long seed, int replications) {
        this.input = input;
        this.goal = goal;
        this.seed = seed;
        this.replications = replications;
        by = input.plan().first().until(goal.by());
        if (by < 0 || by >= input.plan().halfYears()) {
            throw new IllegalArgumentException("The goal's half-year (" + goal.by() + ") is not one of the plan's.");
        }
        if (input.plan().positions().isEmpty()) {
            throw new IllegalArgumentException("A plan without positions has none to give more seats.");
        }
        most = most();
    }

    /** A plan to try. @param more seats in each half-year, when all are there; 0 for the plan as it stands */
    public record Ask(Phasing phasing, int more) {}

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

    /** How many plans may have to be tried: for each way of phasing in, doubled until it is enough and halved in between, and the plan as it stands. */
    public int mostTries() {
        int doubled = Integer.SIZE - Integer.numberOfLeadingZeros(most);
        return 1 + Phasing.values().length * (2 * doubled - 1);
    }

    /** The same values give the same result, for any number of threads. */
    public static BackwardsResult search(ForecastInput input, Goal goal, long seed, int replications, int threads) {
        Backwards search = new Backwards(input, goal, seed, replications);
        List<Tried> tried = new ArrayList<>();
        for (Optional<Ask> next = search.next(tried); next.isPresent(); next = search.next(tried)) {
            ForecastInput with = search.input(next.get());
            tried.add(search.tried(next.get(), Forecast.tallies(with, seed, replications, threads)));
        }
        return search.result(tried);
    }

    /** What to try after all this; empty when that is the answer. */
    public Optional<Ask> next(List<Tried> tried) {
        Ask asItStands = new Ask(Phasing.AT_ONCE, 0);
        Optional<Tried> now = find(tried, asItStands);
        if (now.isEmpty()) {
            return Optional.of(asItStands);
        }
        if (now.get().met()) {
            return Optional.empty();
        }
        for (Phasing phasing : Phasing.values()) {
            Optional<Ask> next = next(phasing, tried);
            if (next.isPresent()) {
                return next;
            }
        }
        return Optional.empty();
    }

    private Optional<Ask> next(Phasing phasing, List<Tried> tried) {
        int enough = 1;
        while (true) {
            Ask ask = new Ask(phasing, enough);
            Optional<Tried> known = find(tried, ask);
            if (known.isEmpty()) {
                return Optional.of(ask);
            }
            if (known.get().met()) {
                break;
            }
            if (enough >= most) {
                return Optional.empty();
            }
            enough *= 2;
        }
        int tooFew = enough / 2;
        while (enough - tooFew > 1) {
            int between = (enough + tooFew) / 2;
            Ask ask = new Ask(phasing, between);
            Optional<Tried> known = find(tried, ask);
            if (known.isEmpty()) {
                return Optional.of(ask);
            }
            if (known.get().met()) {
                enough = between;
            } else {
                tooFew = between;
            }
        }
        return Optional.empty();
    }

    private static Optional<Tried> find(List<Tried> tried, Ask ask) {
        return tried.stream()
                .filter(each -> each.phasing() == ask.phasing() && each.more() == ask.more())
                .findFirst();
    }

    private Plan plan(Ask ask) {
        return ask.more() == 0 ? input.plan() : input.plan().withMore(ask.more(), ask.phasing(), by);
    }

    /** What the replications of a plan follow from: it goes no further than the goal does. */
    public ForecastInput input(Ask ask) {
        return input.with(plan(ask).upTo(by));
    }

    /** What a plan came to. @param tallies all its replications, in order */
    public Tried tried(Ask ask, List<Tally> tallies) {
        double[] under = tallies.stream()
                .mapToDouble(tally -> tally.shareUnder(by, goal.underHalfYears()))
                .toArray();
        double[] queue = tallies.stream().mapToDouble(tally -> tally.queue[by]).toArray();
        long reached = tallies.stream().filter(this::reaches).count();
        double share = reached / (double) replications;
        return new Tried(
                ask.phasing(),
                ask.more(),
                plan(ask).seats(by),
                goal.isOfQueue() ? null : Band.of(under),
                Band.of(queue),
                Band.of(tallies.stream().mapToDouble(tally -> tally.unused[by]).toArray()),
                Band.rounded(share),
                share >= goal.certainty());
    }

    private boolean reaches(Tally tally) {
        return goal.isOfQueue()
                ? tally.queue[by] <= tally.queue[0]
                : tally.shareUnder(by, goal.underHalfYears()) >= goal.share();
    }

    /** What all that was tried comes to, when there is nothing more to try. */
    public BackwardsResult result(List<Tried> tried) {
        List<Tried> answers = new ArrayList<>();
        for (Phasing phasing : Phasing.values()) {
            tried.stream()
                    .filter(each -> each.phasing() == phasing && each.met())
                    .min(Comparator.comparingInt(Tried::more))
                    .ifPresent(answers::add);
        }
        answers.sort(Comparator.comparingInt(Tried::more).thenComparing(Tried::phasing));
        return new BackwardsResult(goal, seed, replications, most, answers, tried);
    }
}
