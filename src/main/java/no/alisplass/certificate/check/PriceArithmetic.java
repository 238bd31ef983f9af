package no.alisplass.certificate.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.alisplass.certificate.Claim;
import no.alisplass.certificate.PriceList;
import no.alisplass.certificate.Proof;
import no.alisplass.domain.Objective;

/**
 * Adds up: what the protected doctors' cheapest counting options and the claimant's cheapest better option cost, against what all that
 * is priced is worth. Overflow throws {@link ArithmeticException}.
 *
 * <p>A list prices few resources of many, and there are as many lists as there is to prove: so each is added up over those alone who
 * hold something it prices. Any other protected doctor may keep what is held, for nothing.
 */
final class PriceArithmetic {
    private final HeldOutcome standing;
    private final long[] prices;
    /** The resources that are priced now, in the problem's order. */
    private int[] priced = new int[0];

    PriceArithmetic(HeldOutcome standing) {
        this.standing = standing;
        prices = new long[standing.problem.resources().size()];
    }

    /** The prices by resource, until the next list is read; null, with the faults added, when the list is malformed. */
    long[] read(PriceList list, int number, List<Failure> failures) {
        clear();
        priced = new int[list.prices().size()];
        int last = -1;
        int count = 0;
        for (PriceList.Price price : list.prices()) {
            Integer resource = standing.resource(price.resource());
            if (resource == null || resource <= last || price.price() < 1) {
                failures.add(new Failure(
                        Failure.Kind.PRICE_LIST,
                        "price list " + number,
                        "The price " + price.price() + " of " + price.resource()
                                + " is not above 0, or the resource is unknown, repeated or out of order."));
                priced = Arrays.copyOf(priced, count);
                return null;
            }
            last = resource;
            prices[resource] = price.price();
            priced[count++] = resource;
        }
        return prices;
    }

    /** The price 1 for each of these resources, by resource, until the next list is read. */
    long[] ones(Set<Integer> resources) {
        clear();
        priced = resources.stream().mapToInt(Integer::intValue).toArray();
        for (int resource : priced) {
            prices[resource] = 1;
        }
        return prices;
    }

    private void clear() {
        for (int resource : priced) {
            prices[resource] = 0;
        }
    }

    /** What all units are worth that are priced now. */
    long worth() {
        long sum = 0;
        for (int r : priced) {
            long capacity = standing.problem.resources().get(r).capacity();
            sum = Math.addExact(sum, Math.multiplyExact(prices[r], capacity));
        }
        return sum;
    }

    int[] priced() {
        return priced;
    }

    /** Who holds something that is priced now, in the problem's order. */
    int[] holders() {
        int count = 0;
        for (int resource : priced) {
            count += standing.holders(resource).length;
        }
        int[] all = new int[count];
        count = 0;
        for (int resource : priced) {
            for (int holder : standing.holders(resource)) {
                all[count++] = holder;
            }
        }
        Arrays.sort(all);
        int different = 0;
        for (int holder : all) {
            if (different == 0 || all[different - 1] != holder) {
                all[different++] = holder;
            }
        }
        return Arrays.copyOf(all, different);
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
        Needs needs = new Needs();
        long worth = worth();
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

    /** What the protected doctors need at the prices there are now, summed from the front so that each claim is one subtraction. */
    private final class Needs {
        private final int[] holders = holders();
        private final long[] asGood = new long[holders.length + 1];
        private final long[] any = new long[holders.length + 1];
        private final long[] pinned = new long[holders.length + 1];

        Needs() {
            for (int h = 0; h < holders.length; h++) {
                int d = holders[h];
                long good = cheapest(prices, d, standing.asGood(d));
                boolean isPinned = standing.doctors.get(d).pinned();
                // Under wishes first any option counts of the pinned alone.
                long all = isPinned || standing.problem.objective() == Objective.PLACEMENTS_FIRST
                        ? cheapest(prices, d, standing.doctors.get(d).options().size())
                        : 0;
                asGood[h + 1] = Math.addExact(asGood[h], good);
                any[h + 1] = Math.addExact(any[h], all);
                pinned[h + 1] = Math.addExact(pinned[h], isPinned ? all : 0);
            }
        }

        long ofProtected(int claimant) {
            int found = Arrays.binarySearch(holders, claimant);
            int ahead = found < 0 ? -1 - found : found;
            int behind = found < 0 ? ahead : ahead + 1;
            int last = holders.length;
            long pinnedBehind = pinned[last] - pinned[behind];
            switch (standing.problem.objective()) {
                case WISHES_FIRST:
                    return asGood[ahead] + pinnedBehind;
                case PLACEMENTS_FIRST:
                    return standing.placed(claimant)
                            ? asGood[ahead] + (any[last] - any[behind])
                            : any[ahead] + pinnedBehind;
                default:
                    throw new IllegalStateException("Unknown objective " + standing.problem.objective());
            }
        }
    }
}
