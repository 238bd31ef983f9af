package no.alisplass.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The readable identifier of a round; {@link IllegalArgumentException} when it is not a slug. */
public record RoundId(@JsonValue String value) implements Comparable<RoundId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoundId {
        Slug.check("round id", value);
    }

    /** Whether a text could be such an identifier. */
    public static boolean fits(String text) {
        return Slug.fits(text);
    }

    @Override
    public int compareTo(RoundId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
