package no.alisplass.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The readable identifier of a position; {@link IllegalArgumentException} when it is not a slug. */
public record PositionId(@JsonValue String value) implements Comparable<PositionId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PositionId {
        Slug.check("position id", value);
    }

    @Override
    public int compareTo(PositionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
