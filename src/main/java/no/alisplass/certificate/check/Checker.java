package no.alisplass.certificate.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.Claim;
import no.alisplass.certificate.Proof;
import no.alisplass.certificate.StatedReasons;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Objective;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Proposal;

/**
 * Checks a certificate against its problem and proposal, after the problem itself: whole-number sums, comparisons and, for a claim proven by exhaustion, the
 * search once more. Uses nothing of the prover or the solver.
 */
public final class Checker {
    private final AllocationProblem problem;
    private final Proposal proposal;
    private final Certificate certificate;
    private final StatedReasons reasons;
    private final List<Failure> failures = new ArrayList<>();

    private Checker(AllocationProblem problem, Proposal proposal, Certificate certificate, StatedReasons reasons) {
        this.reasons = reasons;
        this.problem = problem;
        this.proposal = proposal;
        this.certificate = certificate;
    }

    /** Checks everything and reports all that fails; never throws for what a file may say. */
    public static CheckReport check(AllocationProblem problem, Proposal proposal, Certificate certificate) {
        return new Checker(problem, proposal, certificate, null).report();
    }

    /** As {@link #check(AllocationProblem, Proposal, Certificate)}, with every fact of the reasons. */
    public static CheckReport check(
            AllocationProblem problem, Proposal proposal, Certificate certificate, StatedReasons reasons) {
        return new Checker(problem, proposal, certificate, Objects.requireNonNull(reasons)).report();
    }

    private CheckReport report() {
        Map<String, Integer> proofs = new HashMap<>();
        certificate.claims().forEach(claim -> proofs.merge(kind(claim.proof()), 1, Integer::sum));
        int placed = (int) proposal.placements().stream()
                .filter(placement -> placement.option() != null)
                .count();
        try {
            checkAll();
        } catch (ArithmeticException tooLarge) {
            fail(Failure.Kind.PRICE_LIST, "prices", "The sums do not fit in 64 bits.");
        }
        return new CheckReport(
                failures.isEmpty(),
                failures,
                new CheckReport.Counts(
                        problem.doctors().size(),
                        placed,
                        certificate.priceLists().size(),
                        proofs));
    }

    static String kind(Proof proof) {
        return proof == null ? "NONE" : proof.kind().name();
    }

    private void checkAll() {
        ProblemForm form = new ProblemForm(problem, failures);
        form.checkSeats(proposal.placements());
        form.check();
        String hash = CanonicalJson.hash(problem);
        same("proposal.problemHash", hash, proposal.problemHash());
        same("certificate.problemHash", hash, certificate.problemHash());
        String proposalHash = CanonicalJson.hash(proposal);
        same("certificate.proposalHash", proposalHash, certificate.proposalHash());
        same("certificate.objective", problem.objective(), certificate.objective());
        int[] held = HeldOutcome.read(problem, proposal.placements(), Failure.Kind.PROPOSAL, failures);
        if (held == null || !claimsInOrder()) {
            return;
        }
        HeldOutcome standing = new HeldOutcome(problem, held);
        for (int d = 0; d < certificate.claims().size(); d++) {
            checkClaim(standing, d, certificate.claims().get(d));
        }
        checkPrices(standing);
        checkStatements(standing);
        if (reasons != null) {
            same("reasons.problemHash", hash, reasons.problemHash());
            same("reasons.proposalHash", proposalHash, reasons.proposalHash());
            new ReasonCheck(standing, certificate, failures).check(reasons.doctors());
        }
    }

    private void same(String field, Object expected, Object stated) {
        if (!expected.equals(stated)) {
            fail(Failure.Kind.MISMATCH, field, "It says " + stated + " and must be " + expected + ".");
        }
    }

    private boolean claimsInOrder() {
        List<DoctorId> expected = problem.doctors().stream().map(Doctor::id).toList();
        List<DoctorId> stated = certificate.claims().stream().map(Claim::doctor).toList();
        if (!expected.equals(stated)) {
            fail(Failure.Kind.CLAIM, "claims", "There must be one claim for each doctor, in the problem's order.");
        }
        return expected.equals(stated);
    }

    private void checkClaim(HeldOutcome standing, int doctor, Claim claim) {
        String subject = claim.doctor().toString();
        if (claim.heldTier() != standing.heldTier(doctor)) {
            fail(
                    Failure.Kind.CLAIM,
                    subject,
                    "The doctor holds tier " + standing.heldTier(doctor) + ", not " + claim.heldTier() + ".");
        }
        boolean pinned = standing.doctors.get(doctor).pinned();
        boolean nothingBetter = !pinned && standing.optionsBelow(doctor, standing.heldTier(doctor)) == 0;
        Proof proof = claim.proof();
        if (proof == null
                || (proof.kind() == Proof.Kind.PINNED) != pinned
                || (proof.kind() == Proof.Kind.NOTHING_BETTER) != nothingBetter) {
            fail(
                    Failure.Kind.CLAIM,
                    subject,
                    "A proof of the kind " + kind(proof) + " does not fit a doctor who is "
                            + (pinned ? "pinned." : "not pinned and has " + (nothingBetter ? "nothing" : "something"))
                            + (pinned ? "" : " better."));
        } else {
            check(standing, doctor, claim).run();
        }
    }

    /** What is left to do about a proof that fits the doctor; no kind of proof is accepted for want of anyone who checks it. */
    private Runnable check(HeldOutcome standing, int doctor, Claim claim) {
        String subject = claim.doctor().toString();
        Proof proof = claim.proof();
        return switch (proof.kind()) {
            // What the doctor is and could have had says it.
            case NOTHING_BETTER, PINNED -> () -> {};
            // With all the others of the list, see checkPrices.
            case TIGHT_SET, PRICES -> () -> {};
            case EXHAUSTED -> () -> ExhaustionReplay.check(standing, doctor, claim, (Proof.Exhausted) proof, failures);
            case BY_CASES ->
                () -> CaseArithmetic.check(standing, certificate.priceLists(), doctor, (Proof.ByCases) proof, failures);
            case NOT_PROVEN ->
                () -> fail(Failure.Kind.NOT_PROVEN, subject, "No proof that nothing better is possible.");
            case REFUTED ->
                () -> fail(Failure.Kind.REFUTED, subject, "Something better is possible, by the certificate itself.");
        };
    }

    private void checkPrices(HeldOutcome standing) {
        PriceArithmetic arithmetic = new PriceArithmetic(standing);
        int lists = certificate.priceLists().size();
        PriceArithmetic.byList(certificate.claims()).forEach((list, claimants) -> {
            if (list < 0 || list >= lists) {
                fail(
                        Failure.Kind.PROOF,
                        certificate.claims().get(claimants.get(0)).doctor().toString(),
                        "There is no price list " + list + ".");
            } else {
                arithmetic.check(certificate.priceLists().get(list), list, claimants, certificate.claims(), failures);
            }
        });
        Set<Integer> used = PriceArithmetic.used(certificate.claims());
        if (certificate.greatestNumber() != null) {
            used.add(certificate.greatestNumber().priceList());
        }
        for (int list = 0; list < lists; list++) {
            if (!used.contains(list)) {
                fail(Failure.Kind.PRICE_LIST, "price list " + list, "Nothing rests on it.");
            }
        }
    }

    private void checkStatements(HeldOutcome standing) {
        DoctorId first = certificate.claims().stream()
                .filter(claim -> claim.proof() == null || !claim.proof().holds())
                .map(Claim::doctor)
                .findFirst()
                .orElse(null);
        if (!Objects.equals(first, certificate.firstNotProven())) {
            fail(
                    Failure.Kind.STATEMENT,
                    "firstNotProven",
                    "It says " + certificate.firstNotProven() + ", not " + first + ".");
        }
        Statements statements = new Statements(standing, failures);
        boolean wishes = problem.objective() == Objective.WISHES_FIRST;
        if (wishes) {
            statements.checkNoEnvy(certificate.noJustifiedEnvy());
        } else if (certificate.greatestNumber() != null) {
            statements.checkGreatestNumber(certificate.greatestNumber(), certificate.priceLists());
        }
        if (wishes == (certificate.greatestNumber() != null) || wishes == (certificate.noJustifiedEnvy() == null)) {
            fail(
                    Failure.Kind.STATEMENT,
                    "objective",
                    "Wishes first comes with noJustifiedEnvy, placements first with greatestNumber.");
        }
    }

    private void fail(Failure.Kind kind, String subject, String text) {
        failures.add(new Failure(kind, subject, text));
    }
}
