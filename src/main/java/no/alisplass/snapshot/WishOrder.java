package no.alisplass.snapshot;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.WishWeight;
import no.alisplass.domain.Wishes;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Stay;

/**
 * How good an offer is by a doctor's own wishes; offers that compare equal make one tier. The whole of the service
 * comes before a first part of it. Then, in the order the doctor gave weight: the departments (ranks weighted by months,
 * then the least wished of them, then the better one first in time), and the start (wait for it, then the gap between the
 * two parts).
 */
public final class WishOrder {
    private final Wishes wishes;
    private final HalfYear from;

    /** @param horizonStart what an early start is counted from when the doctor names no earliest start */
    WishOrder(Wishes wishes, HalfYear horizonStart) {
        this.wishes = wishes;
        boolean later = wishes.earliestStart() != null && wishes.earliestStart().compareTo(horizonStart) > 0;
        this.from = later ? wishes.earliestStart() : horizonStart;
    }

    /**
     * How two outcomes are to a doctor: less than 0 where the first is better. Anything is better than nothing, and what the doctor has not
     * wished at all is behind all that was.
     *
     * @param horizonStart the first half-year of the round
     */
    public static int compare(Wishes wishes, HalfYear horizonStart, List<Stay> one, List<Stay> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        boolean outside = isOutside(wishes, one);
        if (outside || isOutside(wishes, other)) {
            return Boolean.compare(outside, isOutside(wishes, other));
        }
        return new WishOrder(wishes, horizonStart).comparator().compare(one, other);
    }

    private static boolean isOutside(Wishes wishes, List<Stay> stays) {
        return legs(stays).anyMatch(leg -> wishes.rankOf(leg.department()).isEmpty());
    }

    Comparator<List<Stay>> comparator() {
        Comparator<List<Stay>> whole = Comparator.comparingInt(stays -> -stays.size());
        Comparator<List<Stay>> departments = Comparator.<List<Stay>>comparingInt(this::weightedRanks)
                .thenComparingInt(this::worstRank)
                .thenComparingInt(stays -> weightedRanks(stays.subList(0, 1)));
        Comparator<List<Stay>> start =
                Comparator.<List<Stay>>comparingInt(this::wait).thenComparingInt(WishOrder::gap);
        return wishes.weight() == WishWeight.DEPARTMENT
                ? whole.thenComparing(departments).thenComparing(start)
                : whole.thenComparing(start).thenComparing(departments);
    }

    private int weightedRanks(List<Stay> stays) {
        return legs(stays).mapToInt(leg -> rank(leg) * leg.months()).sum();
    }

    private int worstRank(List<Stay> stays) {
        return legs(stays).mapToInt(this::rank).max().orElseThrow();
    }

    private int rank(Leg leg) {
        return wishes.rankOf(leg.department()).orElseThrow();
    }

    private static Stream<Leg> legs(List<Stay> stays) {
        return stays.stream().flatMap(stay -> stay.legs().stream());
    }

    private int wait(List<Stay> stays) {
        return from.until(stays.get(0).halfYear());
    }

    private static int gap(List<Stay> stays) {
        return stays.get(0).halfYear().until(stays.get(stays.size() - 1).halfYear());
    }
}
