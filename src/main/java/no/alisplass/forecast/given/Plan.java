package no.alisplass.forecast.given;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;

/**
 * What a hospital means to offer, half-year after half-year.
 *
 * @param halfYears how many, from the first
 * @param perRound how many of them one round gives at a time
 */
public record Plan(HospitalId hospital, HalfYear first, int halfYears, int perRound, List<PlannedPosition> positions) {
    public static final int MOST_HALF_YEARS = 60;
    public static final int MOST_PER_ROUND = 4;

    public Plan {
        positions = List.copyOf(positions);
        if (halfYears < 1 || halfYears > MOST_HALF_YEARS || perRound < 1 || perRound > MOST_PER_ROUND) {
            throw new IllegalArgumentException("A plan has from 1 to " + MOST_HALF_YEARS
                    + " half-years, and rounds of 1 to " + MOST_PER_ROUND + " of them.");
        }
        if (positions.stream().map(PlannedPosition::id).distinct().count() < positions.size()) {
            throw new IllegalArgumentException("A position is listed twice.");
        }
    }

    public HalfYear halfYear(int at) {
        return first.plus(at);
    }

    public int seats(int at) {
        return positions.stream().mapToInt(each -> each.seats(halfYear(at))).sum();
    }

    /** The same as far as the round that a half-year is given in: what comes after makes no difference to it. @param at from 0 */
    public Plan upTo(int at) {
        int rounds = at / perRound + 1;
        return new Plan(hospital, first, Math.min(halfYears, rounds * perRound), perRound, positions);
    }

    /**
     * The same with more seats in every half-year, given to the positions in the plan's order, one each, and again.
     *
     * @param goal the half-year of the plan, from 0, that all of them are there by
     */
    public Plan withMore(int more, Phasing phasing, int goal) {
        List<PlannedPosition> changed = new ArrayList<>();
        for (int p = 0; p < positions.size(); p++) {
            TreeMap<HalfYear, Integer> seats = new TreeMap<>();
            for (int at = 0; at < halfYears; at++) {
                int here = phasing.of(more, at, goal);
                int own = here / positions.size() + (p < here % positions.size() ? 1 : 0);
                seats.put(halfYear(at), positions.get(p).seats(halfYear(at)) + own);
            }
            changed.add(positions.get(p).with(seats));
        }
        return new Plan(hospital, first, halfYears, perRound, changed);
    }
}
