package no.alisplass.domain.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds names by what a keyboard has: accents, strokes, case, apostrophes and hyphens make no difference, and å, ø and æ
 * may be written a, o and ae or aa, oe and ae.
 */
public final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼʹ`´]");
    private static final Pattern HYPHENS = Pattern.compile("[-\\u2010-\\u2015]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Map<String, String> WITHOUT_STROKE = Map.ofEntries(
            Map.entry("ø", "o"),
            Map.entry("æ", "ae"),
            Map.entry("œ", "oe"),
            Map.entry("đ", "d"),
            Map.entry("ð", "d"),
            Map.entry("ŋ", "n"),
            Map.entry("ŧ", "t"),
            Map.entry("ł", "l"),
            Map.entry("ħ", "h"),
            Map.entry("ß", "ss"),
            Map.entry("þ", "th"),
            Map.entry("ı", "i"));
    private static final Map<String, String> SPELT_OUT = Map.of("å", "aa", "ø", "oe", "ö", "oe", "ä", "ae");

    private Folding() {}

    /** Whether each word that is sought, or part of one, stands somewhere in the name; nothing sought is nowhere. */
    public static boolean finds(String sought, String name) {
        String line = lower(name);
        String together = HYPHENS.matcher(line).replaceAll("");
        List<String> in = List.of(
                folded(line),
                folded(replaced(line, SPELT_OUT)),
                folded(together),
                folded(replaced(together, SPELT_OUT)));
        String words = folded(sought);
        return !words.isEmpty()
                && List.of(words.split(" ")).stream()
                        .allMatch(word -> in.stream().anyMatch(each -> each.contains(word)));
    }

    private static String folded(String text) {
        String plain = APOSTROPHES.matcher(lower(text)).replaceAll("");
        String bare =
                MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("");
        return BETWEEN.matcher(replaced(bare, WITHOUT_STROKE)).replaceAll(" ").strip();
    }

    private static String lower(String text) {
        String line = Text.line(text);
        return line == null ? "" : line.toLowerCase(Locale.ROOT);
    }

    private static String replaced(String text, Map<String, String> letters) {
        String replaced = text;
        for (Map.Entry<String, String> letter : letters.entrySet()) {
            replaced = replaced.replace(letter.getKey(), letter.getValue());
        }
        return replaced;
    }
}
