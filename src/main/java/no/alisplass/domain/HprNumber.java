package no.alisplass.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.alisplass.domain.text.Text;

/**
 * A number in the Norwegian register of health personnel (HPR): one to nine digits, compared as a number, without a
 * check digit. Masks itself in {@link #toString()} so that it does not reach logs.
 */
public record HprNumber(@JsonValue int value) implements Comparable<HprNumber> {
    private static final int LONGEST = 100;
    private static final Pattern FORM =
            Pattern.compile("(?i)(?:HPR-?(?:nr|nummer)?[.:]*)?0*([1-9][0-9]{0,8})(?:[.,]0{1,9})?");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HprNumber {
        if (value < 1 || value > 999_999_999) {
            throw new IllegalArgumentException("An HPR number has 1 to 9 digits and is not zero.");
        }
    }

    /**
     * Reads the number as people and programs write it: white space of any sort and unseen characters within, leading zeros,
     * "HPR" before, decimals that are all zero behind; empty when it is not an HPR number.
     */
    public static Optional<HprNumber> read(String text) {
        String line = text == null || text.length() > LONGEST ? null : Text.line(text);
        Matcher form = FORM.matcher(line == null ? "" : line.replace(" ", ""));
        return form.matches() ? Optional.of(new HprNumber(Integer.parseInt(form.group(1)))) : Optional.empty();
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
