package no.alisplass.certificate.prove;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import no.alisplass.certificate.Claim;
import no.alisplass.certificate.Proof;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Objective;
import no.alisplass.problem.AllocationProblem;

/**
 * Makes outcomes for rounds too large for CP-SAT, from nothing: each doctor in turn gets something better for as long as the prover's own
 * searches show how. What comes out is only a proposal; proofs are checked by the checker, which shares nothing with this.
 */
final class Ascent {
    private final ClaimContext field;
    private final HallViolators tightSets;
    private final ExactPrices prices;
    private final int[] start;

    private Ascent(AllocationProblem problem, int[] start) {
        int[] pinned = new int[start.length];
        Arrays.setAll(pinned, d -> problem.doctors().get(d).pinned() ? start[d] : ClaimContext.NONE);
        field = new ClaimContext(problem, Rounds.proposal(problem, pinned));
        tightSets = new HallViolators(field);
        prices = new ExactPrices(field);
        this.start = start;
    }

    static int[] outcome(AllocationProblem problem) {
        int[] start = new int[problem.doctors().size()];
        Arrays.setAll(
                start,
                d -> problem.doctors().get(d).pinned()
                                && !problem.doctors().get(d).options().isEmpty()
                        ? 0
                        : ClaimContext.NONE);
        while (true) {
            int[] outcome = new Ascent(problem, start).climb();
            Proof first = Prover.prove(problem, Rounds.proposal(problem, outcome)).claims().stream()
                    .map(Claim::proof)
                    .filter(proof -> !proof.holds())
                    .findFirst()
                    .orElse(null);
            if (!(first instanceof Proof.Refuted refuted)) {
                return outcome;
            }
            Map<DoctorId, Integer> witness = new HashMap<>();
            refuted.witness().forEach(placement -> witness.put(placement.doctor(), placement.option()));
            Arrays.setAll(
                    start, d -> witness.getOrDefault(problem.doctors().get(d).id(), ClaimContext.NONE));
        }
    }

    private int[] climb() {
        boolean wishes = field.problem.objective() == Objective.WISHES_FIRST;
        for (int d = 0; d < field.doctors; d++) {
            if (field.placed(d)) {
                field.protect(d, 1);
            }
        }
        for (int d = 0; d < field.doctors; d++) {
            if (!field.pinned[d]) {
                if (start[d] >= 0 && field.fits(field.uses[d][start[d]])) {
                    field.held[d] = start[d];
                }
                if (wishes || !field.placed(d)) {
                    raise(d, wishes);
                }
                if (field.placed(d)) {
                    field.protect(d, wishes ? field.asGood(d) : field.uses[d].length);
                }
            }
        }
        for (int d = 0; d < field.doctors && !wishes; d++) {
            if (!field.pinned[d] && field.placed(d)) {
                field.release(d);
                raise(d, true);
                field.protect(d, field.asGood(d));
            }
        }
        return field.held;
    }

    private void raise(int doctor, boolean toTheTop) {
        while (field.better(doctor) > 0) {
            Map<Integer, Integer> moves = moves(doctor, field.better(doctor));
            if (moves == null) {
                return;
            }
            int[] allowed = field.allowed.clone();
            moves.keySet().stream().filter(d -> allowed[d] > 0).forEach(field::release);
            moves.forEach((d, option) -> field.held[d] = option);
            moves.keySet().stream().filter(d -> allowed[d] > 0).forEach(d -> field.protect(d, allowed[d]));
            if (!toTheTop) {
                return;
            }
        }
    }

    private Map<Integer, Integer> moves(int doctor, int better) {
        for (int o = 0; o < better; o++) {
            if (field.fits(field.uses[doctor][o])) {
                return Map.of(doctor, o);
            }
        }
        ProofAttempt found = tightSets.find(doctor, better);
        if (found == ProofAttempt.NOTHING) {
            found = prices.find(doctor, better);
        }
        if (found == ProofAttempt.NOTHING) {
            found = new Exhaustion(field, 200_000).find(doctor, better);
        }
        return found.moves();
    }
}
