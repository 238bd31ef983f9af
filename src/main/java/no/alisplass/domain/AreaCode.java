package no.alisplass.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import no.alisplass.domain.text.Text;

/**
 * A municipality (four digits) or an Oslo district (six digits, municipality first), as in Statistics Norway's
 * standards.
 */
public record AreaCode(@JsonValue String value) implements Comparable<AreaCode> {
    public static final String FORM = "[0-9]{4}|[0-9]{6}";

    private static final int LONGEST = 200;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AreaCode {
        if (value == null || !value.matches(FORM)) {
            throw new IllegalArgumentException("The area code (" + value
                    + ") must have four digits for a municipality or six for an Oslo district. Maybe write 3205.");
        }
    }

    /** What a code of a spreadsheet was read as, and whether the leading zero a spreadsheet drops was put back. */
    public record Read(AreaCode code, boolean repaired) {}

    /** Reads a code as spreadsheets leave it ("301", "30110", "3205.0"); empty when it cannot be one. */
    public static Optional<Read> read(String text) {
        String line = text == null || text.length() > LONGEST ? null : Text.line(text);
        String digits = line == null ? "" : line.replace(" ", "").replaceFirst("[.,]0{1,6}$", "");
        if (digits.matches(FORM)) {
            return Optional.of(new Read(new AreaCode(digits), false));
        }
        if (digits.matches("[0-9]{3}|[0-9]{5}")) {
            return Optional.of(new Read(new AreaCode("0" + digits), true));
        }
        return Optional.empty();
    }

    @Override
    public int compareTo(AreaCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
