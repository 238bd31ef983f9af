package no.alisplass.waitlist;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The one form of what people write: composed letters, plain spaces, no control characters; null for nothing. */
final class Text {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern ODD_SPACE = Pattern.compile("[\\p{Zs}\\t]");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\p{Cn}\\u2028\\u2029\\ufeff&&[^\\n]]");
    private static final Pattern BREAK = Pattern.compile(" *\\n *");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{Nd}]");

    private Text() {}

    /** Text of one line. */
    static String line(String text) {
        String lines = lines(text);
        return lines == null ? null : SPACES.matcher(lines).replaceAll(" ");
    }

    /** Text that may have line breaks. */
    static String lines(String text) {
        if (text == null) {
            return null;
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        plain = ODD_SPACE.matcher(plain).replaceAll(" ");
        plain = UNSEEN.matcher(plain).replaceAll("");
        plain = BREAK.matcher(plain).replaceAll("\n").strip();
        String composed = Normalizer.normalize(plain, Normalizer.Form.NFC);
        return composed.isEmpty() ? null : composed;
    }

    /** For comparing: lower case, letters and digits only. */
    static String key(String text) {
        String line = line(text);
        return line == null
                ? ""
                : NEITHER_LETTER_NOR_DIGIT
                        .matcher(line.toLowerCase(Locale.ROOT))
                        .replaceAll("");
    }

    /** How many letters must be changed, added, dropped or swapped with the next to get from one text to the other. */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
