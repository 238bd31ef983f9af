package no.alisplass.certificate.prove;

import java.util.Map;

/**
 * What a search for a proof came to: prices, by resource, at which the claim holds; or moves, doctor to option, that refute it; or
 * neither.
 */
record Found(long[] prices, Map<Integer, Integer> moves) {
    static final Found NOTHING = new Found(null, null);

    static Found proof(long[] prices) {
        return new Found(prices, null);
    }

    static Found refutation(Map<Integer, Integer> moves) {
        return new Found(null, moves);
    }
}
