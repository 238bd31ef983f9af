package no.alisplass.domain;

import java.util.Objects;
import java.util.Optional;

/** A value with the count of its changes, so that two people who edit it do not overwrite each other unseen. */
public record Versioned<T>(T value, long version) {

    /**
     * The finding for an edit of another version than this one; empty when the sender saw this one.
     *
     * @param seen the version the sender edited, null when none was named
     * @param room whose message {@code changed-meanwhile} or {@code version-missing} tells it
     */
    public Optional<Finding> refuses(Long seen, String room, String subject) {
        if (Objects.equals(seen, version)) {
            return Optional.empty();
        }
        String code = room + (seen == null ? ".version-missing" : ".changed-meanwhile");
        return Optional.of(Finding.of("If-Match", seen, code, subject, version));
    }
}
