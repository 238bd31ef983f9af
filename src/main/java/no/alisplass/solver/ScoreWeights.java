package no.alisplass.solver;

import java.math.BigDecimal;
import java.math.BigInteger;
import no.alisplass.search.IndexedProblem;

/**
 * The positional numbers of the score: a digit group of one fixed width for each doctor in priority order, so that a
 * better outcome for one doctor outweighs everything behind, and the number reads as the outcome.
 */
final class ScoreWeights {
    private final int doctors;
    private final int width;

    ScoreWeights(IndexedProblem problem) {
        doctors = problem.doctors;
        int worst = 0;
        for (int tier : problem.noTier) {
            worst = Math.max(worst, tier);
        }
        width = Integer.toString(worst).length();
    }

    /** What one tier weighs for the doctor at each place. */
    BigDecimal[] ofTiers() {
        return powers(BigInteger.TEN.pow(width));
    }

    /** What being placed weighs for the doctor at each place: a block of single digits. */
    BigDecimal[] ofPlaced() {
        return powers(BigInteger.TEN);
    }

    /** Each by one multiplication from the next: a power by itself takes a dozen of large numbers. */
    private BigDecimal[] powers(BigInteger base) {
        BigDecimal[] powers = new BigDecimal[doctors];
        BigInteger power = BigInteger.ONE;
        for (int place = doctors - 1; place >= 0; place--) {
            powers[place] = new BigDecimal(power);
            power = power.multiply(base);
        }
        return powers;
    }
}
