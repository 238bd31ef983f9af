package no.alisplass.problem;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.PositionId;

/**
 * What options compete for: {@code seat:<position>:<half-year>} or {@code away:<limit>:<half-year>}. A problem leaves the house,
 * so a limit's name does not tell which municipality's it is; in those frozen before that was so it is the municipality's code.
 */
public record ResourceId(@JsonValue String value) implements Comparable<ResourceId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ResourceId {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("A resource id must not be empty.");
        }
    }

    /** The seats of a position in a half-year. */
    public static ResourceId seat(PositionId position, HalfYear halfYear) {
        return new ResourceId("seat:" + position + ":" + halfYear);
    }

    /** The doctors a municipality can spare at once in a half-year. @param limit what its limit is called in the problem */
    public static ResourceId away(String limit, HalfYear halfYear) {
        return new ResourceId("away:" + limit + ":" + halfYear);
    }

    /** Seats of a position in a half-year. */
    public record Seat(PositionId position, HalfYear halfYear) {}

    /** Doctors a municipality can spare in a half-year. @param limit what its limit is called in the problem */
    public record Away(String limit, HalfYear halfYear) {}

    /** What seats these are; empty when it is no seats. */
    public Optional<Seat> seat() {
        String[] parts = value.split(":");
        return parts.length == 3 && parts[0].equals("seat")
                ? Optional.of(new Seat(new PositionId(parts[1]), HalfYear.parse(parts[2])))
                : Optional.empty();
    }

    /** Which limit it is; empty when it is no limit of a municipality. */
    public Optional<Away> away() {
        String[] parts = value.split(":");
        return parts.length == 3 && parts[0].equals("away")
                ? Optional.of(new Away(parts[1], HalfYear.parse(parts[2])))
                : Optional.empty();
    }

    @Override
    public int compareTo(ResourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
