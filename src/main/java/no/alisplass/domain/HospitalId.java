package no.alisplass.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The readable identifier of a hospital; {@link IllegalArgumentException} when it is not a slug. */
public record HospitalId(@JsonValue String value) implements Comparable<HospitalId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HospitalId {
        Slug.check("hospital id", value);
    }

    /** Whether a text could be such an identifier. */
    public static boolean fits(String text) {
        return Slug.fits(text);
    }

    @Override
    public int compareTo(HospitalId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
