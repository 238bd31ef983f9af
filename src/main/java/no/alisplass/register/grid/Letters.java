package no.alisplass.register.grid;

import java.lang.Character.UnicodeScript;
import java.util.Optional;

/**
 * Tells letters that went wrong on their way through another program from those that people write: a sign inside a word
 * ("Bj›rn"), a capital where none can be, UTF-8 read as something else ("BjÃ¸rn"), two scripts in one word.
 */
public final class Letters {
    /** Signs that may stand between two letters. */
    private static final String JOINERS = "’´ʼ·–—‐‑…′\u00ad\u200b\u200c\u200d\u2060\ufeff";

    /** Signs that no word begins or ends with, but that stand for Norwegian letters in other encodings. */
    private static final String NEVER_AT_A_LETTER = "¯¾¿†‡¦¬¸˜ˆ‘¢¥¤";

    /** Letters that a word may have after a wrong reading of "æøå" has been ruled out. */
    private static final String OURS = "æøåÆØÅéÉèÈêÊëËóÓòÒôÔöÖüÜäÄáÁàÀñÑ";

    private Letters() {}

    /** The first word of the text that cannot be meant so. */
    public static Optional<String> odd(String text) {
        int at = firstOdd(text, true);
        if (at < 0) {
            return Optional.empty();
        }
        int start = at;
        int end = at + 1;
        while (start > 0 && at - start < 30 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        while (end < text.length() && end - at < 30 && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return Optional.of(text.substring(start, end));
    }

    /** Whether every word of the text can be meant so, apart from letters that were lost before it was written. */
    static boolean sound(String text) {
        return firstOdd(text, false) < 0;
    }

    /** @param lost whether to look for question marks in place of letters */
    private static int firstOdd(String text, boolean lost) {
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if ((sign > '\u007f' || lost && sign == '?') && isOdd(text, at, sign)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isOdd(String text, int at, char sign) {
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (sign == '?') {
            return Character.isLetter(before) && Character.isLowerCase(after) && !isAddress(text, at);
        }
        if (sign == '\ufffd' || sign < '\u00a0' && sign != '\u0085') {
            return true;
        }
        if ((sign == 'Ã' || sign == 'Â') && after > '\u007f') {
            return true;
        }
        if (Character.isLetter(sign)) {
            return Character.isUpperCase(sign) && Character.isLowerCase(before)
                    || Character.isLetter(before) && scriptsDiffer(before, sign)
                    || Character.isLetter(after) && scriptsDiffer(sign, after);
        }
        if (NEVER_AT_A_LETTER.indexOf(sign) >= 0) {
            return Character.isLetter(before) || Character.isLetter(after) && sign != '‘' && sign != '¿';
        }
        return Character.isLetter(before)
                && Character.isLetter(after)
                && !Character.isSurrogate(sign)
                && !Character.isSpaceChar(sign)
                && JOINERS.indexOf(sign) < 0
                && Character.getType(sign) != Character.NON_SPACING_MARK
                && Character.getType(sign) != Character.COMBINING_SPACING_MARK;
    }

    private static boolean isAddress(String text, int at) {
        int start = text.lastIndexOf(' ', at) + 1;
        String word = text.substring(start, at);
        return word.indexOf('/') >= 0 || word.indexOf('@') >= 0 || word.startsWith("www.");
    }

    private static boolean scriptsDiffer(char one, char other) {
        UnicodeScript first = UnicodeScript.of(one);
        UnicodeScript second = UnicodeScript.of(other);
        return first != second
                && (first == UnicodeScript.LATIN || second == UnicodeScript.LATIN)
                && first != UnicodeScript.COMMON
                && second != UnicodeScript.COMMON
                && first != UnicodeScript.INHERITED
                && second != UnicodeScript.INHERITED;
    }

    /** How many of æ, ø and å a text has; -1 when it has other letters than are used in Norwegian, or odd words. */
    static int norwegian(String text) {
        int found = 0;
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign > '\u007f' && Character.isLetter(sign)) {
                int index = OURS.indexOf(sign);
                if (index < 0) {
                    return -1;
                }
                found += index < 6 ? 1 : 0;
            }
        }
        return sound(text) ? found : -1;
    }
}
