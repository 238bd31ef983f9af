package no.alisplass.forecast.run;

import java.util.EnumMap;
import java.util.Map;
import no.alisplass.forecast.given.Assumption;
import no.alisplass.forecast.given.ForecastInput;

/** What a replication assumes, each figure drawn from its range, and what comes of it for whom. */
final class Fate {
    final Draws draws;
    private final ForecastInput input;
    private final Map<Assumption, Double> drawn = new EnumMap<>(Assumption.class);

    Fate(ForecastInput input, long seed, int number) {
        this.input = input;
        draws = new Draws(seed, number);
        for (Assumption each : Assumption.values()) {
            double share = draws.share(Draws.Of.ASSUMPTION, each.ordinal(), 0);
            drawn.put(each, input.assumptions().of(each).at(share));
        }
    }

    /** What holds throughout the replication. */
    double of(Assumption which) {
        return drawn.get(which);
    }

    /** What is drawn anew for each doctor. */
    double of(Assumption which, Draws.Of what, long key, int when) {
        return input.assumptions().of(which).at(draws.share(what, key, when));
    }

    /** Whether what happens to so large a share happens to this doctor. */
    boolean happens(Assumption which, Draws.Of what, Person person, int when) {
        double share = of(which);
        return share > 0 && draws.share(what, person.key, when) < share;
    }
}
