package no.alisplass.refill.run;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.Resource;
import no.alisplass.refill.BundleConflict;
import no.alisplass.refill.Chain;
import no.alisplass.refill.RefillCertificate;
import no.alisplass.refill.RefillOutcome;
import no.alisplass.refill.RefillProblem;
import no.alisplass.refill.RefillResult;
import no.alisplass.refill.RefillStep;

/**
 * Refills: deferred acceptance in which doctors ask and a seat's order is its holder first and then the round's ranking; then wholes of several stays. Pure and
 * deterministic; with nothing held, and where there are no ties, limits and wholes, it gives what the round's exact pass gives.
 */
public final class Refill {
    private Refill() {}

    /** @param certificate for {@code refill.check.RefillChecker}, which the caller asks before anything is offered on it */
    public record Refilled(RefillOutcome outcome, RefillCertificate certificate) {}

    /** What the refill gives, with its proof. Offers nothing and stores nothing. */
    public static Refilled run(RefillProblem problem) {
        return run(problem, problem.hash());
    }

    /** The same, of a problem that was written down already. @param hash of the problem */
    public static Refilled run(RefillProblem problem, String hash) {
        IndexedRefill indexed = new IndexedRefill(problem);
        List<RefillStep> steps = new ArrayList<>();
        Asking asking = new Asking(indexed);
        int[] after = asking.ask(steps);
        Wholes wholes = new Wholes(indexed, after);
        wholes.give(steps);
        Queues queues = new Queues(indexed, after, asking.lines());
        List<RefillResult> results = new ArrayList<>();
        for (int d = 0; d < indexed.doctors; d++) {
            results.add(result(indexed, d, after[d], queues));
        }
        List<Chain> chains = new Chains(indexed, after).all();
        List<BundleConflict> conflicts = wholes.conflicts();
        List<Resource> free = new ArrayList<>();
        for (int r = 0; r < indexed.resources; r++) {
            if (indexed.seat[r] && queues.free(r) > 0) {
                free.add(new Resource(indexed.resource(r), queues.free(r)));
            }
        }
        RefillOutcome outcome = new RefillOutcome(hash, results, chains, conflicts, free);
        return new Refilled(outcome, certificate(indexed, outcome, queues, asking.lines(), steps));
    }

    private static RefillResult result(IndexedRefill problem, int doctor, int after, Queues queues) {
        int held = problem.held[doctor];
        RefillResult.Kind kind;
        if (after == IndexedRefill.NONE) {
            kind = problem.takesPart[doctor] ? RefillResult.Kind.WAITS : RefillResult.Kind.OUT;
        } else if (held == IndexedRefill.NONE) {
            kind = RefillResult.Kind.PLACED;
        } else {
            kind = held == after ? RefillResult.Kind.KEPT : RefillResult.Kind.UPGRADED;
        }
        return new RefillResult(
                problem.id(doctor),
                kind,
                index(problem, doctor, after),
                kind == RefillResult.Kind.UPGRADED ? index(problem, doctor, held) : null,
                queues.missed(doctor));
    }

    private static Integer index(IndexedRefill problem, int doctor, int option) {
        return option == IndexedRefill.NONE ? null : Integer.valueOf(option - problem.first[doctor]);
    }

    private static RefillCertificate certificate(
            IndexedRefill problem, RefillOutcome outcome, Queues queues, Lines lines, List<RefillStep> steps) {
        List<RefillCertificate.SeatClaim> seats = new ArrayList<>();
        List<RefillCertificate.LimitClaim> limits = new ArrayList<>();
        for (int r = 0; r < problem.resources; r++) {
            if (problem.seat[r]) {
                int given = queues.given(r).size();
                seats.add(new RefillCertificate.SeatClaim(
                        problem.resource(r), queues.used(r) - given, queues.given(r), queues.free(r)));
            } else {
                limits.add(new RefillCertificate.LimitClaim(
                        problem.resource(r), problem.before[r], queues.used(r), lines.letIn(r), lines.leftOut(r)));
            }
        }
        return new RefillCertificate(
                outcome.problemHash(),
                CanonicalJson.hash(outcome),
                true,
                true,
                true,
                seats,
                limits,
                lines.settled(),
                steps);
    }
}
