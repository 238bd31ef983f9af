package no.alisplass.register.entry;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.text.Text;

/** Whose list it is. @param name as people write it */
public record ListArea(AreaCode code, String name) {
    private static final Pattern PARTS = Pattern.compile("\\s*(?: [-–] |/)\\s*");
    private static final Set<String> KINDS = Set.of("kommune", "bydel");

    /** Where nothing is known but the number. */
    public static ListArea of(AreaCode code) {
        return new ListArea(code, code.value());
    }

    /** Whether a cell names the area: "Frogn", "Frogn kommune", "3214 Frogn", one of two names ("Kautokeino"). */
    public boolean isNamed(String cell) {
        String text = plain(cell);
        if (text.isEmpty() || name.equals(code.value())) {
            return false;
        }
        return text.equals(plain(name)) || PARTS.splitAsStream(name).anyMatch(part -> text.equals(plain(part)));
    }

    private String plain(String text) {
        String line = Text.line(text);
        if (line == null) {
            return "";
        }
        StringBuilder plain = new StringBuilder();
        for (String word : line.toLowerCase(Locale.ROOT).split("[ ,()]+")) {
            if (!word.isEmpty() && !KINDS.contains(word) && !word.equals(code.value())) {
                plain.append(plain.isEmpty() ? "" : " ").append(word);
            }
        }
        return plain.toString();
    }
}
