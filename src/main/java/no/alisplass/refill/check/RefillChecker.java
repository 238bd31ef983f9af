package no.alisplass.refill.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.alisplass.certificate.check.Failure;
import no.alisplass.certificate.check.ProblemForm;
import no.alisplass.domain.Objective;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.refill.RefillCertificate;
import no.alisplass.refill.RefillDoctor;
import no.alisplass.refill.RefillOutcome;
import no.alisplass.refill.RefillPart;
import no.alisplass.refill.RefillProblem;

/**
 * Checks a refill against its problem: that what stands in the outcome may be at all, every claim by counting, and the steps one by one. Uses nothing of what
 * found them.
 */
public final class RefillChecker {
    private final RefillProblem problem;
    private final String hash;
    private final RefillOutcome outcome;
    private final RefillCertificate certificate;
    private final List<Failure> failures = new ArrayList<>();

    private RefillChecker(RefillProblem problem, String hash, RefillOutcome outcome, RefillCertificate certificate) {
        this.problem = problem;
        this.hash = hash;
        this.outcome = outcome;
        this.certificate = certificate;
    }

    /** Everything that is wrong, none when the refill is accepted; never throws for what a file may say. */
    public static List<Failure> check(RefillProblem problem, RefillOutcome outcome, RefillCertificate certificate) {
        return check(problem, problem.hash(), outcome, certificate);
    }

    /** The same, of a problem that was written down already. @param hash of what was written */
    public static List<Failure> check(
            RefillProblem problem, String hash, RefillOutcome outcome, RefillCertificate certificate) {
        RefillChecker checker = new RefillChecker(problem, hash, outcome, certificate);
        checker.checkAll();
        return List.copyOf(checker.failures);
    }

    /** Everything by which the refill is not of that round: its order, its options and its wishes; none when it is. */
    public static List<Failure> ofRound(RefillProblem problem, AllocationProblem round) {
        return RoundCheck.faults(problem, round);
    }

    private void checkAll() {
        failures.addAll(ProblemForm.faults(asOfARound(problem)));
        same("outcome.problemHash", hash, outcome.problemHash());
        same("certificate.problemHash", hash, certificate.problemHash());
        same("certificate.outcomeHash", CanonicalJson.hash(outcome), certificate.outcomeHash());
        stated("noOneWorse", certificate.noOneWorse());
        stated("noJustifiedEnvy", certificate.noJustifiedEnvy());
        stated("noWastedSeat", certificate.noWastedSeat());
        Board board = new Board(problem);
        OutcomeCheck outcomes = new OutcomeCheck(board, failures);
        List<Integer> after = outcomes.read(outcome);
        if (after == null) {
            return;
        }
        Standings standings = new Standings(board, after);
        outcomes.results(outcome, standings);
        outcomes.room(standings);
        outcomes.free(outcome, standings);
        outcomes.seats(certificate.seats(), standings);
        FairCheck fair = new FairCheck(standings, failures);
        fair.check(certificate.lettings());
        fair.conflicts(outcome);
        new ChainCheck(standings, failures).check(outcome.chains());
        Replay replay = new Replay(board, certificate, failures);
        List<Integer> found = replay.run();
        if (found == null) {
            return;
        }
        for (int d = 0; d < after.size(); d++) {
            if (!Objects.equals(after.get(d), found.get(d))) {
                failures.add(new Failure(
                        Failure.Kind.PROOF,
                        board.id(d).value(),
                        "The steps lead to option " + found.get(d) + ", and the outcome says " + after.get(d) + "."));
            }
        }
        outcomes.limits(certificate.limits(), standings, replay.admissions());
        fair.missed(outcome, replay.admissions());
    }

    /** The same doctors and options as a round's problem has them; its tiers are counted without gaps. */
    static AllocationProblem asOfARound(RefillProblem problem) {
        List<Doctor> doctors = new ArrayList<>();
        for (RefillDoctor doctor : problem.doctors()) {
            boolean byHand = doctor.part() == RefillPart.BY_HAND;
            List<Option> options = new ArrayList<>();
            int tier = -1;
            for (int o = 0; o < doctor.options().size(); o++) {
                Option option = doctor.options().get(o);
                if (o == 0 || option.tier() != doctor.options().get(o - 1).tier()) {
                    tier++;
                }
                options.add(new Option(byHand ? option.tier() : tier, option.stays(), option.uses()));
            }
            doctors.add(new Doctor(doctor.id(), options, byHand));
        }
        return new AllocationProblem(Objective.WISHES_FIRST, doctors, problem.resources());
    }

    private void same(String field, String expected, String stated) {
        if (!expected.equals(stated)) {
            failures.add(
                    new Failure(Failure.Kind.MISMATCH, field, "It says " + stated + " and must be " + expected + "."));
        }
    }

    private void stated(String what, boolean holds) {
        if (!holds) {
            failures.add(
                    new Failure(Failure.Kind.STATEMENT, what, "The certificate itself says that it does not hold."));
        }
    }
}
