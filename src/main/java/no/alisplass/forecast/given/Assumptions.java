package no.alisplass.forecast.given;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import no.alisplass.domain.AreaCode;

/**
 * All that a forecast assumes.
 *
 * @param ranges of every {@link Assumption}
 * @param newDoctors a year, by area; where it is not empty, it is used instead of those of all areas together, and an area
 *     that is not in it has none
 * @param arrivals how they come
 * @param furtherOffers how many times the places that are declined are given to those without one: 0 for never, then they stay empty
 */
public record Assumptions(
        Map<Assumption, Range> ranges, Map<AreaCode, Range> newDoctors, Arrivals arrivals, int furtherOffers) {
    public static final int MOST_FURTHER_OFFERS = 5;

    /** Where nobody says otherwise. */
    public static final Assumptions USUAL = new Assumptions(Map.of(), Map.of(), Arrivals.RANDOM, 1);

    public Assumptions {
        EnumMap<Assumption, Range> all = new EnumMap<>(Assumption.class);
        for (Assumption each : Assumption.values()) {
            all.put(each, ranges.getOrDefault(each, each.usual()));
        }
        ranges = Collections.unmodifiableMap(all);
        newDoctors = Collections.unmodifiableMap(new TreeMap<>(newDoctors));
        if (furtherOffers < 0 || furtherOffers > MOST_FURTHER_OFFERS) {
            throw new IllegalArgumentException(
                    "The further offers (" + furtherOffers + ") must be from 0 to " + MOST_FURTHER_OFFERS + ".");
        }
    }

    /** Nobody comes, leaves, declines or is hindered: only what is known runs on. */
    public static Assumptions nothing() {
        EnumMap<Assumption, Range> none = new EnumMap<>(Assumption.class);
        for (Assumption each : Assumption.values()) {
            none.put(each, Range.exactly(each == Assumption.AFFILIATION_RENEWED ? 1 : 0, "Nothing happens"));
        }
        return new Assumptions(none, Map.of(), Arrivals.EVEN, 0);
    }

    public Assumptions with(Assumption which, Range range) {
        EnumMap<Assumption, Range> changed = new EnumMap<>(ranges);
        changed.put(which, range);
        return new Assumptions(changed, newDoctors, arrivals, furtherOffers);
    }

    public Assumptions with(Arrivals how) {
        return new Assumptions(ranges, newDoctors, how, furtherOffers);
    }

    public Range of(Assumption which) {
        return ranges.get(which);
    }
}
