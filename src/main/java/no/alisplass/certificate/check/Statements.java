package no.alisplass.certificate.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.alisplass.certificate.GreatestNumber;
import no.alisplass.certificate.PriceList;
import no.alisplass.domain.DoctorId;

/** Checks what a certificate says about the round as a whole. */
final class Statements {
    private final HeldOutcome standing;
    private final PriceArithmetic arithmetic;
    private final List<Failure> failures;

    Statements(HeldOutcome standing, List<Failure> failures) {
        this.standing = standing;
        this.arithmetic = new PriceArithmetic(standing);
        this.failures = failures;
    }

    /** No doctor could have something better by taking what is free and what one doctor behind, not pinned, holds. */
    void checkNoEnvy(Boolean stated) {
        int count = standing.doctors.size();
        int[] free = standing.problem.resources().stream()
                .mapToInt(resource -> resource.capacity())
                .toArray();
        for (int r = 0; r < free.length; r++) {
            free[r] -= standing.holders(r).length;
        }
        String envied = null;
        for (int d = 0; d < count && envied == null; d++) {
            int better = standing.doctors.get(d).pinned() ? 0 : standing.optionsBelow(d, standing.heldTier(d));
            for (int o = 0; o < better && envied == null; o++) {
                List<Integer> lacking = new ArrayList<>();
                for (int r : standing.uses(d)[o]) {
                    if (free[r] <= 0 && Arrays.stream(holding(d)).noneMatch(own -> own == r)) {
                        lacking.add(r);
                    }
                }
                if (lacking.isEmpty()) {
                    envied = standing.doctors.get(d).id() + " could have option " + o + ", which is free";
                } else {
                    envied = fromOne(d, o, lacking, standing.holders(lacking.get(0)));
                }
            }
        }
        if (envied != null) {
            fail("noJustifiedEnvy", "Someone is passed over: " + envied + ".");
        } else if (!Boolean.TRUE.equals(stated)) {
            fail("noJustifiedEnvy", "There is none and the certificate does not say so.");
        }
    }

    private String fromOne(int doctor, int option, List<Integer> lacking, int[] holders) {
        for (int other : holders) {
            if (other > doctor && !standing.doctors.get(other).pinned()) {
                Set<Integer> given = new HashSet<>();
                Arrays.stream(holding(other)).forEach(given::add);
                if (given.containsAll(lacking)) {
                    return standing.doctors.get(doctor).id() + " could have option " + option + " from "
                            + standing.doctors.get(other).id() + " behind";
                }
            }
        }
        return null;
    }

    private int[] holding(int doctor) {
        return standing.placed(doctor) ? standing.uses(doctor)[standing.held[doctor]] : new int[0];
    }

    void checkGreatestNumber(GreatestNumber stated, List<PriceList> lists) {
        long proposed = placed(standing.held);
        if (stated.proposed() != proposed) {
            fail("greatestNumber.proposed", "The proposal places " + proposed + ", not " + stated.proposed() + ".");
        }
        checkAtMost(stated, lists);
        int[] outcome = standing.held;
        if (stated.witness() != null) {
            outcome = HeldOutcome.read(standing.problem, stated.witness(), Failure.Kind.STATEMENT, failures);
            if (outcome == null) {
                return;
            }
            if (placed(outcome) <= proposed) {
                fail("greatestNumber.witness", "The witness places no more than the proposal.");
            }
        }
        if (placed(outcome) != stated.atLeast()) {
            fail("greatestNumber.atLeast", placed(outcome) + " are placed, not " + stated.atLeast() + ".");
        }
        List<DoctorId> givingWay = new ArrayList<>();
        List<GreatestNumber.Paying> paying = new ArrayList<>();
        for (int d = 0; d < standing.doctors.size(); d++) {
            DoctorId id = standing.doctors.get(d).id();
            int tier = standing.tier(d, outcome[d]);
            if (standing.placed(d) && outcome[d] == HeldOutcome.NONE) {
                givingWay.add(id);
            } else if (standing.placed(d) && tier > standing.heldTier(d)) {
                paying.add(new GreatestNumber.Paying(id, standing.heldTier(d), tier));
            }
        }
        if (!givingWay.equals(stated.givingWay())) {
            fail("greatestNumber.givingWay", "Those who give way in the witness are " + givingWay + ".");
        }
        if (!paying.equals(stated.paying())) {
            fail("greatestNumber.paying", "Those with a worse tier in the witness are " + paying + ".");
        }
    }

    private void checkAtMost(GreatestNumber stated, List<PriceList> lists) {
        if (stated.unit() < 1 || stated.priceList() < 0 || stated.priceList() >= lists.size()) {
            fail("greatestNumber.priceList", "There is no such price list, or the unit is below 1.");
            return;
        }
        long[] prices = arithmetic.read(lists.get(stated.priceList()), stated.priceList(), failures);
        if (prices == null) {
            return;
        }
        long sum = arithmetic.worth();
        for (int d = 0; d < standing.doctors.size(); d++) {
            int options = standing.doctors.get(d).options().size();
            if (options > 0) {
                long worth = Math.subtractExact(stated.unit(), arithmetic.cheapest(prices, d, options));
                sum = Math.addExact(sum, standing.doctors.get(d).pinned() ? worth : Math.max(0, worth));
            }
        }
        long atMost = Math.floorDiv(sum, stated.unit());
        if (atMost != stated.atMost()) {
            fail("greatestNumber.atMost", "The prices show at most " + atMost + ", not " + stated.atMost() + ".");
        }
    }

    private static long placed(int[] outcome) {
        return Arrays.stream(outcome)
                .filter(option -> option != HeldOutcome.NONE)
                .count();
    }

    private void fail(String subject, String text) {
        failures.add(new Failure(Failure.Kind.STATEMENT, subject, text));
    }
}
