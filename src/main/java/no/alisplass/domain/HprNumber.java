package no.alisplass.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * A number in the Norwegian register of health personnel (HPR): one to nine digits, compared as a number, without a
 * check digit. Masks itself in {@link #toString()} so that it does not reach logs.
 */
public record HprNumber(@JsonValue int value) implements Comparable<HprNumber> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HprNumber {
        if (value < 1 || value > 999_999_999) {
            throw new IllegalArgumentException("An HPR number has 1 to 9 digits and is not zero.");
        }
    }

    /** Reads the number as people write it, spaces and leading zeros included; empty when it is not an HPR number. */
    public static Optional<HprNumber> read(String text) {
        String digits = text == null ? "" : text.replaceAll("[\\s\\u00a0]", "");
        if (!digits.matches("0*[1-9][0-9]{0,8}")) {
            return Optional.empty();
        }
        return Optional.of(new HprNumber(Integer.parseInt(digits)));
    }

    /** All digits, for those who may see them. */
    public String digits() {
        return Integer.toString(value);
    }

    @Override
    public int compareTo(HprNumber other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        String digits = digits();
        return "HPR …" + digits.substring(Math.max(0, digits.length() - 2));
    }
}
