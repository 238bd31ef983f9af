package no.alisplass.platform.forget;

import java.time.Instant;

/** Keeps something for a time only. */
public interface Forgets {
    /** Deletes what is too old, in a transaction of its own where there is none. */
    void forget(Instant now);
}
