package no.alisplass.problem;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.PositionId;

/** What options compete for: {@code seat:<position>:<half-year>} or {@code away:<area>:<half-year>}. */
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

    /** The doctors a municipality can spare at once in a half-year. */
    public static ResourceId away(AreaCode area, HalfYear halfYear) {
        return new ResourceId("away:" + area + ":" + halfYear);
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
