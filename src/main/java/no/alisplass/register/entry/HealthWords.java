package no.alisplass.register.entry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.alisplass.domain.text.Text;

/**
 * Recognises words about health in a text, in bokmål and nynorsk, so that a writer is asked to take them away: the cause of
 * an interruption is never to be kept. A hint only; a text without any of them may still say too much.
 */
public final class HealthWords {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+");

    private static final Set<String> WORDS = Set.of(
            "syk",
            "syke",
            "sykt",
            "sjuk",
            "sjuke",
            "sjukt",
            "gravid",
            "gravide",
            "termin",
            "barsel",
            "fødsel",
            "fødselen",
            "abort",
            "ivf",
            "kreft",
            "kreften",
            "angst",
            "utbrent",
            "utbrend",
            "migrene",
            "prolaps",
            "operert",
            "opereres",
            "operasjon",
            "innlagt",
            "ufør",
            "uføre",
            "uføretrygd",
            "aap",
            "diagnose",
            "psykisk",
            "psykiske",
            "kronisk",
            "skadet",
            "skadd",
            "rus",
            "rusmisbruk",
            "svulst",
            "hjerteinfarkt",
            "slag",
            "helse",
            "helsa",
            "helsen");

    private static final List<String> STEMS = List.of(
            "sykmeld",
            "sykemeld",
            "sjukmeld",
            "sjukemeld",
            "sykefravær",
            "sykfravær",
            "sjukefråvær",
            "sjukfråvær",
            "sykdom",
            "sjukdom",
            "sykepermisjon",
            "sjukepermisjon",
            "graviditet",
            "svangerskap",
            "foreldrepermisjon",
            "fødselspermisjon",
            "mammapermisjon",
            "pappapermisjon",
            "depre",
            "helseproblem",
            "helseplag",
            "helsemessig",
            "helsegrunn",
            "helseårsak",
            "kreftsyk",
            "kreftsjuk",
            "cellegift",
            "prøverør",
            "langtidssyk",
            "langtidssjuk",
            "langtidssykmeld",
            "langtidssjukmeld",
            "arbeidsavklaring",
            "barselpermisjon",
            "svangerskaps");

    private HealthWords() {}

    /** The first such word. */
    public static Optional<String> in(String text) {
        String line = Text.line(text);
        return line == null
                ? Optional.empty()
                : BETWEEN.splitAsStream(line)
                        .filter(word -> isOne(word.toLowerCase(Locale.ROOT)))
                        .findFirst();
    }

    private static boolean isOne(String word) {
        return WORDS.contains(word) || STEMS.stream().anyMatch(word::startsWith);
    }
}
