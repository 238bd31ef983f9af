package no.alisplass.certificate.check;

/**
 * One thing that is not as the certificate or the proposal says.
 *
 * @param subject the doctor, resource or field it is about
 */
public record Failure(Kind kind, String subject, String text) {
    /** What does not hold; {@link #NOT_PROVEN} alone means that nothing stated is wrong. */
    public enum Kind {
        /** A hash or the objective does not match. */
        MISMATCH,
        /** The problem contradicts itself: an option does not take what its stays take, say. */
        PROBLEM,
        /** The proposal is not an outcome of the problem. */
        PROPOSAL,
        /** A claim is missing, out of order or about another tier, or its proof is of a kind that does not fit. */
        CLAIM,
        /** A price list is malformed or unused. */
        PRICE_LIST,
        /** A proof does not prove its claim. */
        PROOF,
        /** A claim without a proof. */
        NOT_PROVEN,
        /** A claim the certificate itself shows to be false. */
        REFUTED,
        /** What is said about envy, the greatest number or the first unproven doctor does not hold. */
        STATEMENT,
        /** A stated reason is false. */
        REASON,
        /** The run's card says otherwise than the files it is about. */
        RUN
    }
}
