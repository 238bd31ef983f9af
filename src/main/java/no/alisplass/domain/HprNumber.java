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
    public static final int MAX = 999_999_999;

    private static final int LONGEST = 200;
    private static final Pattern DECIMALS = Pattern.compile("[0-9]{1,9}[.,][0-9]{1,2}");
    private static final Pattern FORM =
            Pattern.compile("(?i)(?:hpr(?:-?n(?:umme)?r)?[.:]?)?0*([1-9][0-9]{0,8})(?:[.,]0{1,6})?");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HprNumber {
        if (value < 1 || value > MAX) {
            throw new IllegalArgumentException("An HPR number has 1 to 9 digits and is not zero.");
        }
    }

    /**
     * Reads the number as people and spreadsheets write it: spaces of any sort, leading zeros, "HPR" before it, ".0" after
     * it; empty when it is not an HPR number.
     */
    public static Optional<HprNumber> read(String text) {
        String line = text == null || text.length() > LONGEST ? null : Text.line(text);
        Matcher form = FORM.matcher(line == null ? "" : line.replace(" ", ""));
        return form.matches() ? Optional.of(new HprNumber(Integer.parseInt(form.group(1)))) : Optional.empty();
    }

    /** Whether what was written in the place of a number may be an identity number, which is never repeated. */
    public static boolean mayBeIdentityNumber(String text) {
        return text.length() > 60
                || !DECIMALS.matcher(text).matches()
                        && text.replaceAll("\\D", "").length() > 9;
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
