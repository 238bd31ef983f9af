package no.alisplass.certificate.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import no.alisplass.certificate.PriceList;
import no.alisplass.certificate.Proof;

/**
 * Follows a proof by cases: at each split, that the parts are all the options that count for the doctor, each once; at the end of each
 * case, that at its prices the doctors need more than there is, with what the case leaves of their options.
 */
final class CaseArithmetic {
    private final HeldOutcome standing;
    private final PriceArithmetic arithmetic;
    private final List<PriceList> lists;
    private final List<Failure> failures;
    private final int claimant;
    /** The options left by the cases we are in; of doctors not here, all that count. */
    private final Map<Integer, int[]> left = new HashMap<>();

    private CaseArithmetic(HeldOutcome standing, List<PriceList> lists, int claimant, List<Failure> failures) {
        this.standing = standing;
        this.arithmetic = new PriceArithmetic(standing);
        this.lists = lists;
        this.claimant = claimant;
        this.failures = failures;
    }

    static void check(
            HeldOutcome standing, List<PriceList> lists, int claimant, Proof.ByCases proof, List<Failure> failures) {
        new CaseArithmetic(standing, lists, claimant, failures).follow(proof);
    }

    /** Adds the price lists that the cases rest on. */
    static void collect(Proof proof, Set<Integer> used) {
        if (proof instanceof Proof.ByCases cases) {
            cases.parts().forEach(part -> collect(part.proof(), used));
        } else if (proof instanceof Proof.TightSet tight) {
            used.add(tight.priceList());
        } else if (proof instanceof Proof.Prices prices) {
            used.add(prices.priceList());
        }
    }

    private void follow(Proof proof) {
        if (proof instanceof Proof.ByCases cases) {
            split(cases);
        } else if (proof instanceof Proof.TightSet tight) {
            add(tight.priceList(), true);
        } else if (proof instanceof Proof.Prices prices) {
            add(prices.priceList(), false);
        } else {
            fail("A case rests on something else than prices.");
        }
    }

    private void split(Proof.ByCases cases) {
        int doctor = standing.number(cases.of());
        int[] before = left.get(doctor);
        int[] all = doctor < 0 ? new int[0] : options(doctor);
        int[] divided = cases.parts().stream()
                .flatMapToInt(part -> part.options().stream().mapToInt(Integer::intValue))
                .sorted()
                .toArray();
        if (all.length == 0
                || !Arrays.equals(all, divided)
                || cases.parts().stream().anyMatch(part -> part.options().isEmpty())) {
            fail("The cases of " + cases.of() + " are not the options that count, each once.");
            return;
        }
        for (Proof.Part part : cases.parts()) {
            left.put(
                    doctor,
                    part.options().stream().mapToInt(Integer::intValue).sorted().toArray());
            follow(part.proof());
        }
        left.put(doctor, before == null ? all : before);
    }

    private int[] options(int doctor) {
        int[] some = left.get(doctor);
        if (some != null) {
            return some;
        }
        int counting = doctor == claimant
                ? standing.optionsBelow(doctor, standing.heldTier(doctor))
                : standing.counting(claimant, doctor);
        return IntStream.range(0, counting).toArray();
    }

    private void add(int number, boolean tight) {
        if (number < 0 || number >= lists.size()) {
            fail("There is no price list " + number + ".");
            return;
        }
        PriceList list = lists.get(number);
        long[] prices = arithmetic.read(list, number, failures);
        if (prices == null) {
            return;
        }
        if (tight != list.prices().stream().allMatch(price -> price.price() == 1)) {
            fail("A tight set has the price 1 throughout, a price list some other price.");
        }
        long need = 0;
        for (int d : whoCouldPay()) {
            int[] counting = options(d);
            if (counting.length > 0) {
                need = Math.addExact(need, arithmetic.cheapest(prices, d, counting));
            }
        }
        if (need <= arithmetic.worth()) {
            fail("In one case, at price list " + number + ", the doctors need " + need + " of " + arithmetic.worth()
                    + ": not more than there is.");
        }
    }

    /** The claimant, those of whose options the case leaves only some, and the holders of something priced. */
    private Set<Integer> whoCouldPay() {
        Set<Integer> doctors = new TreeSet<>(left.keySet());
        doctors.add(claimant);
        Arrays.stream(arithmetic.holders()).forEach(doctors::add);
        return doctors;
    }

    private void fail(String text) {
        failures.add(new Failure(
                Failure.Kind.PROOF, standing.doctors.get(claimant).id().toString(), text));
    }
}
