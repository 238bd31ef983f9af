package no.alisplass.solver;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The positional numbers of the score: a digit group of one fixed width for each doctor in priority order, so that a
 * better outcome for one doctor outweighs everything behind, and the number reads as the outcome.
 */
final class Digits {
    private final int doctors;
    private final int width;

    Digits(IndexedProblem problem) {
        doctors = problem.doctors;
        int worst = 0;
        for (int tier : problem.noTier) {
            worst = Math.max(worst, tier);
        }
        width = Integer.toString(worst).length();
    }

    /** What one tier weighs for the doctor at a place, counted from 0. */
    BigDecimal ofTier(int place) {
        return new BigDecimal(BigInteger.TEN.pow(width * (doctors - 1 - place)));
    }

    /** What being placed weighs for the doctor at a place, counted from 0: a block of single digits. */
    BigDecimal ofPlaced(int place) {
        return new BigDecimal(BigInteger.TEN.pow(doctors - 1 - place));
    }
}
