package no.alisplass.domain.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import no.alisplass.domain.Finding;

/**
 * The one form of what people write, in every field of every door: composed letters (NFC), plain spaces, line breaks only
 * where several lines are allowed, nothing unseen, nothing around it.
 *
 * <p>{@link #line} and {@link #lines} take what can be had and drop the rest, for files and for comparing;
 * {@link #readLine} and {@link #readLines} refuse what must not be kept, for what a person or a program sends in.
 */
public final class Text {
    private static final int SHOWN = 40;
    private static final int LONGEST_COMPARED = 80;
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{Nd}]");

    private Text() {}

    /** Whether nothing can be seen in it: null, empty, or white space and unseen characters of any sort alone. */
    public static boolean blank(String text) {
        return text == null || text.codePoints().noneMatch(sign -> Signs.kind(sign) == Signs.Kind.SEEN);
    }

    /** Text of one line, every run of white space one space; what must not be kept is dropped. Null for nothing. */
    public static String line(String text) {
        return text == null ? null : plain(text, false);
    }

    /** Text that may have line breaks; what must not be kept is dropped. Null for nothing. */
    public static String lines(String text) {
        return text == null ? null : plain(text, true);
    }

    /** A text of one line with at most that many characters, or why it cannot be one. */
    public static Read<String> readLine(String text, int most) {
        return read(text, most, false);
    }

    /** A text that may have line breaks, with at most that many characters, or why it cannot be one. */
    public static Read<String> readLines(String text, int most) {
        return read(text, most, true);
    }

    /**
     * What is wrong with the text of a field: a character that cannot be kept, more than that many characters, or that it is
     * blank, when there is a code for that (else null).
     */
    public static List<Finding> faults(String field, String text, int most, String whenBlank, Object... arguments) {
        Read<String> read = readLines(text, most);
        if (read.isFault()) {
            return List.of(read.fault().at(field, text));
        }
        return read.isBlank() && whenBlank != null
                ? List.of(Finding.of(field, text == null ? null : shown(text), whenBlank, arguments))
                : List.of();
    }

    private static Read<String> read(String text, int most, boolean breaks) {
        if (text == null || text.isEmpty()) {
            return Read.blank();
        }
        // Unseen characters and white space around do not count, but nobody needs ten times as many of them.
        if (text.length() > most * 10L + 1000) {
            return Read.fault("too-long", most, text.length());
        }
        int forbidden = text.codePoints()
                .filter(sign -> Signs.kind(sign) == Signs.Kind.FORBIDDEN)
                .findFirst()
                .orElse(-1);
        if (forbidden >= 0) {
            return Read.fault("forbidden", String.format(Locale.ROOT, "U+%04X", forbidden));
        }
        String plain = plain(text, breaks);
        if (plain == null) {
            return Read.blank();
        }
        int length = plain.codePointCount(0, plain.length());
        return length > most ? Read.fault("too-long", most, length) : Read.of(plain);
    }

    private static String plain(String text, boolean breaks) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder plain = new StringBuilder(composed.length());
        int spaces = 0;
        int lines = 0;
        for (int at = 0; at < composed.length(); ) {
            int sign = composed.codePointAt(at);
            boolean afterReturn = sign == '\n' && at > 0 && composed.charAt(at - 1) == '\r';
            at += Character.charCount(sign);
            switch (Signs.kind(sign)) {
                case SPACE -> spaces++;
                case BREAK -> lines += afterReturn ? 0 : 1;
                case SEEN -> {
                    gap(plain, spaces, lines, breaks);
                    plain.appendCodePoint(sign);
                    spaces = 0;
                    lines = 0;
                }
                default -> {}
            }
        }
        // Letters on both sides of something dropped may belong together.
        return plain.isEmpty() ? null : Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    private static void gap(StringBuilder plain, int spaces, int lines, boolean breaks) {
        if (plain.isEmpty() || spaces + lines == 0) {
            return;
        }
        if (!breaks) {
            plain.append(' ');
        } else if (lines > 0) {
            plain.append("\n".repeat(lines));
        } else {
            plain.append(" ".repeat(spaces));
        }
    }

    /** For comparing: lower case, letters and digits only; empty for nothing. */
    public static String key(String text) {
        String line = line(text);
        return line == null
                ? ""
                : NEITHER_LETTER_NOR_DIGIT
                        .matcher(line.toLowerCase(Locale.ROOT))
                        .replaceAll("");
    }

    /** As files, addresses and message codes write a constant: {@code specialist-shortage}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The beginning of what was written, on one line, for saying it back. */
    public static String shown(String text) {
        String line = line(text == null || text.length() <= 10 * SHOWN ? text : text.substring(0, 10 * SHOWN));
        if (line == null) {
            return "";
        }
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }

    /**
     * How many letters must be changed, added, dropped or swapped with the next to get from one text to the other. Texts
     * too long to be anyone's misspelling are as far apart as can be.
     */
    public static int distance(String a, String b) {
        if (a.length() > LONGEST_COMPARED || b.length() > LONGEST_COMPARED) {
            return a.equals(b) ? 0 : Math.max(a.length(), b.length());
        }
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
