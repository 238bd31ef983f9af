package no.alisplass.domain;

import java.util.Objects;
import java.util.Optional;

/** A value with the count of its changes, so that two people who edit it do not overwrite each other unseen. */
public record Versioned<T>(T value, long version) {

    /**
     * How a room tells that an edit is not one of the newest version.
     *
     * @param missing the code when none was named
     * @param changed the code when another was
     */
    public record Codes(String missing, String changed) {

        /**
         * The finding for an edit of another version than the one there is; empty when it is that one.
         *
         * @param expectedVersion the version the sender edited, null when none was named
         */
        public Optional<Finding> conflictWith(long version, Long expectedVersion, String subject) {
            if (Objects.equals(expectedVersion, version)) {
                return Optional.empty();
            }
            String code = expectedVersion == null ? missing : changed;
            return Optional.of(Finding.of("If-Match", expectedVersion, code, subject, Long.toString(version)));
        }
    }
}
