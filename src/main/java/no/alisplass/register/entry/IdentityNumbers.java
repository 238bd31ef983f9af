package no.alisplass.register.entry;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Recognises what looks like a Norwegian national identity number, so that none is ever stored or repeated. */
public final class IdentityNumbers {
    /** Eleven digits in a row, also written as "010190 12345", "01.01.90-12345" or with the year in full. */
    private static final Pattern ELEVEN = Pattern.compile(
            "(?<!\\d)(?:\\d{11}|\\d{6}[\\s.\\-]{1,3}\\d{5}|\\d{2}[\\s.\\-/]?\\d{2}[\\s.\\-/]?(?:\\d{2}|\\d{4})[\\s.\\-/]{0,3}\\d{5}"
                    + "|\\d{2}[\\s.\\-/]?\\d{2}[\\s.\\-/]?\\d{2}[\\s.\\-/]{0,3}\\d{3}[\\s.\\-/]\\d{2})(?!\\d)");

    /** A spreadsheet drops the leading zero of a number: a day from 1 to 9, a month, then seven digits. */
    private static final Pattern LOST_ZERO = Pattern.compile("\\s*[1-9](?:[0145][0-9])\\d{7}(?:[.,]0+)?\\s*");

    private IdentityNumbers() {}

    public static boolean in(String text) {
        if (text == null || text.length() < 10) {
            return false;
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\p{Cf}]", "");
        String digits = plain.codePoints()
                .mapToObj(c -> Character.isDigit(c)
                        ? Integer.toString(Character.digit(c, 10))
                        : Character.toString(Character.isSpaceChar(c) ? ' ' : c))
                .collect(java.util.stream.Collectors.joining())
                .replaceAll("[\\u2010-\\u2015\\u2212]", "-");
        return ELEVEN.matcher(digits).find() || LOST_ZERO.matcher(digits).matches();
    }
}
