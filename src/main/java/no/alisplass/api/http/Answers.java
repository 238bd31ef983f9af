package no.alisplass.api.http;

import no.alisplass.domain.Result;

/** Turns what a command came to into the answer: the value, or the problem+json of its refusal. */
public final class Answers {
    private Answers() {}

    /**
     * The value; a refusal becomes 422 (INVALID), 404 (NOT_FOUND), 503 (BUSY) or 409 (CONFLICT; 412 or 428 when it is about the
     * version that was edited) with all its findings.
     */
    public static <T> T of(Result<T> outcome) {
        if (outcome instanceof Result.Done<T> done) {
            return done.value();
        }
        Result.Refused<T> refused = (Result.Refused<T>) outcome;
        throw new RefusedException(refused.kind(), refused.findings());
    }
}
