package no.alisplass.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The readable identifier of a department; {@link IllegalArgumentException} when it is not a slug. */
public record DepartmentId(@JsonValue String value) implements Comparable<DepartmentId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DepartmentId {
        Slug.check("department id", value);
    }

    @Override
    public int compareTo(DepartmentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
