package no.alisplass.certificate.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.Claim;
import no.alisplass.certificate.GreatestNumber;
import no.alisplass.certificate.Proof;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Objective;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Placement;
import no.alisplass.problem.Proposal;

/**
 * Proves a proposal best, doctor by doctor, or finds where it is not.
 *
 * <p>A claim about a doctor names doctors who are protected, each with the options that count as no worse, and says that these
 * cannot all be served together with one of the doctor's better options:
 *
 * <ul>
 *   <li>wishes first: protected are the placed doctors ahead, with options of the tier held or better;
 *   <li>placements first, an unplaced doctor: the placed doctors ahead, with any option;
 *   <li>placements first, a placed doctor: the placed doctors ahead, with options of the tier held or better, and those behind,
 *       with any option;
 *   <li>always: the pinned doctors, with their option.
 * </ul>
 *
 * All claims hold exactly when no outcome is better. A claim is proven by prices: let {@code c} be each protected doctor's cheapest option
 * that counts and the doctor's cheapest better one; when the sum of all {@code c} exceeds the sum of price times capacity, they cannot
 * all be served (Farkas' lemma). What prices leave open is tried in every way, within a limit, and then divided into cases that each
 * have their own prices.
 */
public final class Prover {
    private static final long DEFAULT_SEARCH_LIMIT = 200_000;
    private static final long NODES_FOR_A_CASE = 400;

    private final ClaimContext field;
    private final AllocationProblem problem;
    private final HallViolators tightSets;
    private final ExactPrices priceSearch;
    private final long searchLimit;
    private final boolean withPrices;
    private final int caseLimit;
    private final SharedPrices shared;
    private final Proof[] proofs;

    private Prover(AllocationProblem problem, Proposal proposal, long searchLimit, boolean withPrices, int caseLimit) {
        this.problem = problem;
        this.withPrices = withPrices;
        this.searchLimit = searchLimit;
        this.caseLimit = caseLimit;
        field = new ClaimContext(problem, proposal);
        tightSets = new HallViolators(field);
        priceSearch = new ExactPrices(field);
        shared = new SharedPrices(field);
        proofs = new Proof[field.doctors];
    }

    /**
     * Proves what can be proven.
     *
     * @throws IllegalArgumentException when the proposal is not one of the problem: another order, an unknown option, more than there
     *     is of a resource, a pinned doctor without the pinned option
     */
    public static Certificate prove(AllocationProblem problem, Proposal proposal) {
        return prove(problem, proposal, DEFAULT_SEARCH_LIMIT);
    }

    /** As {@link #prove(AllocationProblem, Proposal)}, with at most so many nodes in each exhaustive search, which the checker repeats up to 5 million, and a case for each 400 of them. */
    public static Certificate prove(AllocationProblem problem, Proposal proposal, long searchLimit) {
        return new Prover(problem, proposal, searchLimit, true, (int)
                        Math.min(Integer.MAX_VALUE, searchLimit / NODES_FOR_A_CASE))
                .certificate(proposal);
    }

    /** By search alone. */
    static Certificate search(AllocationProblem problem, Proposal proposal, long searchLimit) {
        return new Prover(problem, proposal, searchLimit, false, 0).certificate(proposal);
    }

    /** By cases alone. */
    static Certificate cases(AllocationProblem problem, Proposal proposal, int caseLimit) {
        return new Prover(problem, proposal, 0, false, caseLimit).certificate(proposal);
    }

    private Certificate certificate(Proposal proposal) {
        boolean wishes = problem.objective() == Objective.WISHES_FIRST;
        for (int d = 0; d < field.doctors; d++) {
            if (field.pinned[d]) {
                proofs[d] = new Proof.Pinned();
                if (field.placed(d)) {
                    field.protect(d, 1);
                }
            }
        }
        if (wishes) {
            proveWishes();
        } else {
            provePlacements();
        }
        // Every placed doctor is protected now.
        Boolean noEnvy = wishes ? !Envy.exists(field) : null;
        GreatestNumber greatest = wishes ? null : new PlacementBound(field, shared).greatestNumber();
        List<Claim> claims = new ArrayList<>();
        DoctorId firstNotProven = null;
        for (int d = 0; d < field.doctors; d++) {
            DoctorId id = problem.doctors().get(d).id();
            claims.add(new Claim(id, field.heldTier(d), proofs[d]));
            if (firstNotProven == null && !proofs[d].holds()) {
                firstNotProven = id;
            }
        }
        return new Certificate(
                proposal.problemHash(),
                CanonicalJson.hash(proposal),
                problem.objective(),
                shared.lists(),
                claims,
                firstNotProven,
                noEnvy,
                greatest);
    }

    private void proveWishes() {
        for (int d = 0; d < field.doctors; d++) {
            if (!field.pinned[d]) {
                proofs[d] = prove(d);
                if (field.placed(d)) {
                    field.protect(d, field.asGood(d));
                }
            }
        }
    }

    private void provePlacements() {
        for (int d = 0; d < field.doctors; d++) {
            if (!field.pinned[d]) {
                if (field.placed(d)) {
                    field.protect(d, field.uses[d].length);
                } else {
                    proofs[d] = prove(d);
                }
            }
        }
        for (int d = 0; d < field.doctors; d++) {
            if (!field.pinned[d] && field.placed(d)) {
                field.release(d);
                proofs[d] = prove(d);
                field.protect(d, field.asGood(d));
            }
        }
    }

    private Proof prove(int doctor) {
        int better = field.better(doctor);
        if (better == 0) {
            return new Proof.NothingBetter();
        }
        for (int o = 0; o < better; o++) {
            if (field.fits(field.uses[doctor][o])) {
                return refuted(Map.of(doctor, o));
            }
        }
        ProofAttempt found = withPrices ? tightSets.find(doctor, better) : ProofAttempt.NOTHING;
        if (found == ProofAttempt.NOTHING && withPrices) {
            found = priceSearch.find(doctor, better);
        }
        if (found.prices() != null) {
            return priced(doctor, better, found.prices());
        }
        if (found.moves() != null) {
            return refuted(found.moves());
        }
        Exhaustion search = new Exhaustion(field, searchLimit);
        ProofAttempt tried = search.find(doctor, better);
        if (tried == ProofAttempt.NOTHING) {
            return cases(doctor, better);
        }
        return tried.moves() == null ? new Proof.Exhausted(search.nodes()) : refuted(tried.moves());
    }

    private Proof cases(int doctor, int better) {
        CaseSearch search = new CaseSearch(field, shared, caseLimit);
        Proof proof = search.find(doctor, better);
        if (proof != null) {
            return proof;
        }
        return search.refutation() == null ? new Proof.NotProven() : refuted(search.refutation());
    }

    private Proof priced(int doctor, int better, Prices prices) {
        int number = shared.known(prices, doctor, better);
        if (number < 0) {
            if (!field.proves(prices, doctor, better)) {
                throw new IllegalStateException(
                        "Prices that should prove the claim about " + id(doctor) + " do not. Maybe a search is wrong.");
            }
            number = shared.place(prices);
        }
        return shared.allOne(number) ? new Proof.TightSet(number) : new Proof.Prices(number);
    }

    private Proof refuted(Map<Integer, Integer> moves) {
        List<Placement> witness = new ArrayList<>();
        for (int d = 0; d < field.doctors; d++) {
            if (moves.containsKey(d)) {
                witness.add(new Placement(id(d), moves.get(d)));
            } else if (field.allowed[d] > 0) {
                witness.add(new Placement(id(d), field.held[d]));
            }
        }
        return new Proof.Refuted(witness);
    }

    private DoctorId id(int doctor) {
        Doctor found = problem.doctors().get(doctor);
        return found.id();
    }
}
