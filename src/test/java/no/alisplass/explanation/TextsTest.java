package no.alisplass.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.alisplass.snapshot.OfferRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]+}");

    private static Properties texts(String bundle) throws IOException {
        Properties texts = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages", bundle))) {
            texts.load(reader);
        }
        return texts;
    }

    private static TreeSet<String> places(String text) {
        return PLACE.matcher(text).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"explanation_nn.properties", "explanation_en.properties"})
    void other_languages_have_the_same_texts_with_the_same_places(String bundle) throws IOException {
        Properties original = texts("explanation.properties");
        Properties other = texts(bundle);
        assertThat(other.stringPropertyNames()).isEqualTo(original.stringPropertyNames());
        for (String key : original.stringPropertyNames()) {
            assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(original.getProperty(key)));
            assertThat(other.getProperty(key).replace("''", "")).as(key).doesNotContain("'");
        }
    }

    @Test
    void every_text_that_is_said_whole_exists() throws IOException {
        TreeSet<String> said = new TreeSet<>();
        for (String file : new String[] {
            "ExplanationWriter", "ExplanationWords", "OutcomeText", "CauseText", "TakenText", "ChangeText"
        }) {
            Matcher found = Pattern.compile("say\\(\\s*\"([a-z-]+[a-z])\"[,)]")
                    .matcher(Files.readString(Path.of("src/main/java/no/alisplass/explanation/" + file + ".java")));
            while (found.find()) {
                said.add(found.group(1));
            }
        }
        Arrays.stream(OfferRule.values())
                .map(reason ->
                        "left-out-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .forEach(said::add);
        assertThat(said).hasSizeGreaterThan(25);
        assertThat(texts("explanation.properties").stringPropertyNames()).containsAll(said);
    }

    @Test
    void a_municipality_s_text_has_no_place_for_another_name() throws IOException {
        Properties texts = texts("explanation.properties");
        for (String key : texts.stringPropertyNames()) {
            if (texts.containsKey(key + "-named")) {
                assertThat(texts.getProperty(key)).as(key).doesNotContain("{0}", "{1}");
            }
        }
    }
}
