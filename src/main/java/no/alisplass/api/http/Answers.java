package no.alisplass.api.http;

import no.alisplass.domain.Outcome;

/** Turns what a command came to into the answer: the value, or the problem+json of its refusal. */
public final class Answers {
    private Answers() {}

    /** The value; a refusal becomes 422 (INVALID), 404 (NOT_FOUND) 409 (CONFLICT) or 503 (BUSY) with all its findings. */
    public static <T> T of(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        Outcome.Refused<T> refused = (Outcome.Refused<T>) outcome;
        throw new RefusedException(refused.kind(), refused.findings());
    }
}
