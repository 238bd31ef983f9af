package no.alisplass.certificate.prove;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.alisplass.certificate.GreatestNumber;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.Placement;

/**
 * How many doctors could be placed at all. At any prices, with {@code unit} for a placement, no outcome places more than
 * {@code (sum(price * capacity) + sum(max(0, unit - cheapest option)) + sum over pinned (unit - option held)) / unit}. The prices are
 * first those of the claims together (exact when each option needs one resource), then the relaxation's.
 */
final class PlacementBound {
    private final ClaimContext field;
    private final SharedPrices shared;
    private final int proposed;
    private final PlacementRelaxation placing;

    /** {@code full} protects every placed doctor. */
    PlacementBound(ClaimContext full, SharedPrices shared) {
        this.field = full;
        this.shared = shared;
        this.proposed = (int) Arrays.stream(full.held)
                .filter(option -> option != ClaimContext.NONE)
                .count();
        this.placing = new PlacementRelaxation(full);
    }

    GreatestNumber greatestNumber() {
        long[] prices = shared.together();
        long unit = 1;
        int atMost = bound(prices, unit);
        int[] outcome = field.held;
        if (atMost > proposed && placing.solve()) {
            int relaxed = bound(placing.prices(), placing.unit());
            if (relaxed < atMost) {
                atMost = relaxed;
                prices = placing.prices();
                unit = placing.unit();
            }
        }
        if (atMost > proposed) {
            outcome = placing.outcome();
        }
        int atLeast = (int) Arrays.stream(outcome)
                .filter(option -> option != ClaimContext.NONE)
                .count();
        int number = shared.place(Prices.of(prices));
        List<DoctorId> givingWay = new ArrayList<>();
        List<GreatestNumber.Paying> paying = new ArrayList<>();
        List<Placement> witness = new ArrayList<>();
        for (int d = 0; d < field.doctors; d++) {
            DoctorId id = field.problem.doctors().get(d).id();
            witness.add(new Placement(id, outcome[d] == ClaimContext.NONE ? null : outcome[d]));
            if (field.placed(d) && outcome[d] == ClaimContext.NONE) {
                givingWay.add(id);
            } else if (field.placed(d) && field.tier[d][outcome[d]] > field.heldTier(d)) {
                paying.add(new GreatestNumber.Paying(id, field.heldTier(d), field.tier[d][outcome[d]]));
            }
        }
        return new GreatestNumber(
                proposed,
                atLeast,
                atMost,
                number,
                unit,
                Arrays.equals(outcome, field.held) ? null : witness,
                givingWay,
                paying);
    }

    private int bound(long[] prices, long unit) {
        long sum = 0;
        for (int r = 0; r < field.resources; r++) {
            sum = Math.addExact(sum, Math.multiplyExact(prices[r], (long) field.capacity[r]));
        }
        for (int d = 0; d < field.doctors; d++) {
            if (field.uses[d].length > 0) {
                long worth = unit - field.cheapest(prices, d, field.uses[d].length);
                sum = Math.addExact(sum, field.pinned[d] ? worth : Math.max(0, worth));
            }
        }
        return (int) Math.floorDiv(sum, unit);
    }
}
