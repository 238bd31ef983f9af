package no.alisplass.certificate.check;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.Claim;
import no.alisplass.certificate.PriceList;
import no.alisplass.certificate.Proof;
import no.alisplass.domain.Objective;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.ResourceId;

/** The sums of docs/certificate.md, claim by claim, the slow and plain way. */
final class SumsByHand {
    private SumsByHand() {}

    static boolean hold(AllocationProblem problem, Proposal proposal, Certificate certificate) {
        for (int i = 0; i < problem.doctors().size(); i++) {
            Proof proof = certificate.claims().get(i).proof();
            int list = proof instanceof Proof.TightSet t
                    ? t.priceList()
                    : proof instanceof Proof.Prices p ? p.priceList() : -1;
            if (list >= 0
                    && !holds(
                            problem,
                            proposal,
                            certificate.claims().get(i),
                            i,
                            certificate.priceLists().get(list))) {
                return false;
            }
        }
        return true;
    }

    static boolean holds(AllocationProblem problem, Proposal proposal, Claim claim, int i, PriceList list) {
        Map<ResourceId, BigInteger> prices = new HashMap<>();
        list.prices().forEach(price -> prices.put(price.resource(), BigInteger.valueOf(price.price())));
        BigInteger worth = BigInteger.ZERO;
        for (var resource : problem.resources()) {
            worth = worth.add(prices.getOrDefault(resource.id(), BigInteger.ZERO)
                    .multiply(BigInteger.valueOf(resource.capacity())));
        }
        BigInteger need = BigInteger.ZERO;
        boolean placed = proposal.placements().get(i).option() != null;
        for (int j = 0; j < problem.doctors().size(); j++) {
            Doctor doctor = problem.doctors().get(j);
            Integer held = proposal.placements().get(j).option();
            int bound;
            if (j == i) {
                bound = claim.heldTier();
            } else if (held == null) {
                continue;
            } else if (doctor.pinned()) {
                bound = Integer.MAX_VALUE;
            } else if (j < i && (placed || problem.objective() == Objective.WISHES_FIRST)) {
                bound = doctor.options().get(held).tier() + 1;
            } else if (problem.objective() == Objective.PLACEMENTS_FIRST && (j < i || placed)) {
                bound = Integer.MAX_VALUE;
            } else {
                continue;
            }
            need = need.add(cheapest(doctor.options(), bound, prices));
        }
        return need.compareTo(worth) > 0;
    }

    private static BigInteger cheapest(List<Option> options, int bound, Map<ResourceId, BigInteger> prices) {
        return options.stream()
                .filter(option -> option.tier() < bound)
                .map(option -> option.uses().stream()
                        .map(id -> prices.getOrDefault(id, BigInteger.ZERO))
                        .reduce(BigInteger.ZERO, BigInteger::add))
                .min(BigInteger::compareTo)
                .orElseThrow();
    }
}
