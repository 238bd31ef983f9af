package no.alisplass.register.begun;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.HprNumber;

/**
 * A doctor whose registration is begun.
 *
 * @param hpr null while it is not told, or cannot be read
 * @param fields what stands in each field of the form, as typed
 * @param version how often it was written
 * @param changedBy user who wrote it last
 * @param expiresAt when it is forgotten, unless it is written again before
 */
public record BegunDoctor(
        String key,
        HprNumber hpr,
        Map<String, List<String>> fields,
        long version,
        Instant begunAt,
        Instant changedAt,
        String changedBy,
        Instant expiresAt) {
    public BegunDoctor {
        fields = Map.copyOf(fields);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "BegunDoctor[" + version + "]";
    }
}
