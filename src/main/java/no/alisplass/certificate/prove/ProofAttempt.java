package no.alisplass.certificate.prove;

import java.util.Map;

/**
 * What a search for a proof came to: prices at which the claim holds; or moves, doctor to option, that refute it; or
 * neither.
 */
record ProofAttempt(Prices prices, Map<Integer, Integer> moves) {
    static final ProofAttempt NOTHING = new ProofAttempt(null, null);

    static ProofAttempt proof(Prices prices) {
        return new ProofAttempt(prices, null);
    }

    static ProofAttempt refutation(Map<Integer, Integer> moves) {
        return new ProofAttempt(null, moves);
    }
}
