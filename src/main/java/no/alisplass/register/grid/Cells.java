package no.alisplass.register.grid;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.alisplass.domain.text.Text;

/** The text of a cell's value: what a person would write for it. */
final class Cells {
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal HALF_A_SECOND =
            BigDecimal.ONE.divide(BigDecimal.valueOf(172_800), MathContext.DECIMAL64);
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]{1,20}(?:[.][0-9]{0,30})?|[.][0-9]{1,30})(?:[eE][+-]?[0-9]{1,2})?");
    private static final Pattern ISO =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.][0-9]{1,9})?)?)Z?)?");

    /** What letters of other encodings become when they are read as Latin 1. */
    private static final Pattern LOST = Pattern.compile("[\\u0080-\\u0084\\u0086-\\u009f]");

    private Cells() {}

    static String yesOrNo(boolean value) {
        return value ? "ja" : "nei";
    }

    /** A number as a spreadsheet saves it, or whatever stands there instead. */
    static String number(String raw, boolean date, boolean from1904) {
        if (!NUMBER.matcher(raw).matches()) {
            return raw;
        }
        // A spreadsheet keeps 15 digits; what it writes beyond them is noise of its binary form.
        BigDecimal number = new BigDecimal(raw).round(new MathContext(15));
        boolean inRange = number.signum() > 0 && number.compareTo(BigDecimal.valueOf(80_000)) < 0;
        return date && inRange
                ? day(number, from1904).toString()
                : number.stripTrailingZeros().toPlainString();
    }

    /** A day counted as spreadsheets do; a time of day within half a second of midnight is that midnight. */
    static LocalDate day(BigDecimal number, boolean from1904) {
        return (from1904 ? EPOCH_1904 : EPOCH_1900)
                .plusDays(number.add(HALF_A_SECOND)
                        .setScale(0, RoundingMode.FLOOR)
                        .longValueExact());
    }

    /** A date written by ISO 8601, with or without a time; anything else as it stands. */
    static String isoDate(String raw) {
        Matcher iso = ISO.matcher(raw);
        if (!iso.matches()) {
            return raw;
        }
        try {
            return iso.group(2) == null
                    ? LocalDate.parse(iso.group(1)).toString()
                    : LocalDateTime.parse(iso.group(1) + "T" + iso.group(2))
                            .plusNanos(500_000_000)
                            .toLocalDate()
                            .toString();
        } catch (DateTimeException noSuchDay) {
            return raw;
        }
    }

    /** As it is kept, with the sign for a lost letter where a control sign shows that one was: composed letters, plain spaces, nothing unseen; empty for blank. */
    static String plain(String text) {
        // A line of separators alone has millions of these.
        if (text.isEmpty()) {
            return text;
        }
        String plain = Text.lines(LOST.matcher(text).replaceAll("\ufffd"));
        return plain == null ? "" : plain;
    }
}
