package no.alisplass.sample;

import java.text.Normalizer;
import java.util.Locale;

/** Names as they stand in file names and e-mail addresses. */
final class Ascii {
    private Ascii() {}

    static String slug(String name) {
        String plain = name.toLowerCase(Locale.ROOT)
                .replace("æ", "ae")
                .replace("ø", "o")
                .replace("å", "a");
        return Normalizer.normalize(plain, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
    }
}
