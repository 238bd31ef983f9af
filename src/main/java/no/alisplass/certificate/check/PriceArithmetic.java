package no.alisplass.certificate.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.alisplass.certificate.Claim;
import no.alisplass.certificate.PriceList;
import no.alisplass.certificate.Proof;

/**
 * Adds up: what the protected doctors' cheapest counting options and the claimant's cheapest better option cost, against what all that
 * is priced is worth. Overflow throws {@link ArithmeticException}.
 */
final class PriceArithmetic {
    private final HeldOutcome standing;

    PriceArithmetic(HeldOutcome standing) {
        this.standing = standing;
    }

    /** The prices by resource; null, with the faults added, when the list is malformed. */
    long[] read(PriceList list, int number, List<Failure> failures) {
        long[] prices = new long[standing.problem.resources().size()];
        int last = -1;
        for (PriceList.Price price : list.prices()) {
            Integer resource = standing.resource(price.resource());
            if (resource == null || resource <= last || price.price() < 1) {
                failures.add(new Failure(
                        Failure.Kind.PRICE_LIST,
                        "price list " + number,
                        "The price " + price.price() + " of " + price.resource()
                                + " is not above 0, or the resource is unknown, repeated or out of order."));
                return null;
            }
            last = resource;
            prices[resource] = price.price();
        }
        return prices;
    }

    /** What all priced units are worth. */
    long worth(long[] prices) {
        long sum = 0;
        for (int r = 0; r < prices.length; r++) {
            long capacity = standing.problem.resources().get(r).capacity();
            sum = Math.addExact(sum, Math.multiplyExact(prices[r], capacity));
        }
        return sum;
    }

    /** The least cost among a doctor's first {@code options} options. */
    long cheapest(long[] prices, int doctor, int options) {
        long least = Long.MAX_VALUE;
        for (int o = 0; o < options; o++) {
            least = Math.min(least, cost(prices, standing.uses(doctor)[o]));
        }
        return least;
    }

    /** The least cost among some of a doctor's options. */
    long cheapest(long[] prices, int doctor, int[] options) {
        long least = Long.MAX_VALUE;
        for (int o : options) {
            least = Math.min(least, cost(prices, standing.uses(doctor)[o]));
        }
        return least;
    }

    private static long cost(long[] prices, int[] uses) {
        long cost = 0;
        for (int r : uses) {
            cost = Math.addExact(cost, prices[r]);
        }
        return cost;
    }

    /** Checks the claims that rest on one price list; claimants in the problem's order. */
    void check(PriceList list, int number, List<Integer> claimants, List<Claim> claims, List<Failure> failures) {
        long[] prices = read(list, number, failures);
        if (prices == null) {
            return;
        }
        boolean allOne = list.prices().stream().allMatch(price -> price.price() == 1);
        Needs needs = new Needs(prices);
        long worth = worth(prices);
        for (int claimant : claimants) {
            Claim claim = claims.get(claimant);
            if (claim.proof() instanceof Proof.TightSet != allOne) {
                failures.add(new Failure(
                        Failure.Kind.PROOF,
                        claim.doctor().toString(),
                        "A tight set has the price 1 throughout, a price list some other price."));
            }
            long need = Math.addExact(
                    needs.ofProtected(claimant),
                    cheapest(prices, claimant, standing.optionsBelow(claimant, claim.heldTier())));
            if (need <= worth) {
                failures.add(new Failure(
                        Failure.Kind.PROOF,
                        claim.doctor().toString(),
                        "At price list " + number + " the doctors need " + need + " of " + worth
                                + ": not more than there is."));
            }
        }
    }

    static Map<Integer, List<Integer>> byList(List<Claim> claims) {
        Map<Integer, List<Integer>> result = new HashMap<>();
        for (int d = 0; d < claims.size(); d++) {
            Integer list = listOf(claims.get(d).proof());
            if (list != null) {
                result.computeIfAbsent(list, unused -> new ArrayList<>()).add(d);
            }
        }
        return result;
    }

    static Set<Integer> used(List<Claim> claims) {
        Set<Integer> used = new HashSet<>();
        claims.forEach(claim -> CaseArithmetic.collect(claim.proof(), used));
        return used;
    }

    private static Integer listOf(Proof proof) {
        if (proof instanceof Proof.TightSet tight) {
            return tight.priceList();
        }
        return proof instanceof Proof.Prices prices ? prices.priceList() : null;
    }

    /** The protected doctors' needs at given prices, summed from the front so that each claim is one subtraction. */
    private final class Needs {
        private final long[] asGood;
        private final long[] any;
        private final long[] pinned;

        Needs(long[] prices) {
            int count = standing.doctors.size();
            asGood = new long[count + 1];
            any = new long[count + 1];
            pinned = new long[count + 1];
            for (int d = 0; d < count; d++) {
                long good = 0;
                long all = 0;
                boolean isPinned = standing.doctors.get(d).pinned();
                if (standing.placed(d)) {
                    int options = standing.doctors.get(d).options().size();
                    good = cheapest(prices, d, standing.optionsBelow(d, standing.heldTier(d) + 1));
                    all = cheapest(prices, d, options);
                }
                asGood[d + 1] = Math.addExact(asGood[d], good);
                any[d + 1] = Math.addExact(any[d], all);
                pinned[d + 1] = Math.addExact(pinned[d], isPinned ? all : 0);
            }
        }

        long ofProtected(int claimant) {
            int last = standing.doctors.size();
            long pinnedBehind = pinned[last] - pinned[claimant + 1];
            switch (standing.problem.objective()) {
                case WISHES_FIRST:
                    return asGood[claimant] + pinnedBehind;
                case PLACEMENTS_FIRST:
                    return standing.placed(claimant)
                            ? asGood[claimant] + (any[last] - any[claimant + 1])
                            : any[claimant] + pinnedBehind;
                default:
                    throw new IllegalStateException("Unknown objective " + standing.problem.objective());
            }
        }
    }
}
