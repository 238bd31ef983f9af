package no.alisplass.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A doctor's pseudonym within one frozen problem, given in priority order ("d001", "d002", …). Problem, proposal and
 * certificate speak of doctors only by it, so that they can be published; the roster that names them stays inside.
 */
public record DoctorId(@JsonValue String value) implements Comparable<DoctorId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DoctorId {
        Slug.check("doctor id", value);
    }

    /** The pseudonym of the doctor at a position of the priority order, counted from 1. */
    public static DoctorId ofPosition(int position) {
        return new DoctorId(String.format(Locale.ROOT, "d%03d", position));
    }

    @Override
    public int compareTo(DoctorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
