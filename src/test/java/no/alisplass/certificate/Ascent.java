package no.alisplass.certificate;

import java.util.Arrays;
import java.util.Map;
import no.alisplass.domain.Objective;
import no.alisplass.problem.AllocationProblem;

/**
 * Makes outcomes for rounds too large for CP-SAT, from nothing: each doctor in turn gets something better for as long as the prover's own
 * searches show how. What comes out is only a proposal; proofs are checked by the checker, which shares nothing with this.
 */
final class Ascent {
    private final Field field;
    private final TightSets tightSets;
    private final PriceSearch prices;

    private Ascent(AllocationProblem problem) {
        int[] options = new int[problem.doctors().size()];
        Arrays.setAll(
                options,
                d -> problem.doctors().get(d).pinned()
                                && !problem.doctors().get(d).options().isEmpty()
                        ? 0
                        : -1);
        field = new Field(problem, Rounds.proposal(problem, options));
        tightSets = new TightSets(field);
        prices = new PriceSearch(field);
    }

    static int[] outcome(AllocationProblem problem) {
        Ascent ascent = new Ascent(problem);
        boolean wishes = problem.objective() == Objective.WISHES_FIRST;
        for (int d = 0; d < ascent.field.doctors; d++) {
            if (ascent.field.placed(d)) {
                ascent.field.protect(d, 1);
            }
        }
        for (int d = 0; d < ascent.field.doctors; d++) {
            if (!ascent.field.pinned[d]) {
                ascent.raise(d, wishes);
                if (ascent.field.placed(d)) {
                    ascent.field.protect(d, wishes ? ascent.field.asGood(d) : ascent.field.uses[d].length);
                }
            }
        }
        for (int d = 0; d < ascent.field.doctors && !wishes; d++) {
            if (!ascent.field.pinned[d] && ascent.field.placed(d)) {
                ascent.field.release(d);
                ascent.raise(d, true);
                ascent.field.protect(d, ascent.field.asGood(d));
            }
        }
        return ascent.field.held;
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
        Found found = tightSets.find(doctor, better);
        if (found == Found.NOTHING) {
            found = prices.find(doctor, better);
        }
        if (found == Found.NOTHING) {
            found = new Exhaustion(field, 200_000).find(doctor, better);
        }
        return found.moves();
    }
}
