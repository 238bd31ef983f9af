package no.alisplass.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsInThreeLanguagesTest {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    /** All there are but {@code api}, whose answers to programs are in bokmål only. */
    static List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString().replace(".properties", ""))
                    .filter(name -> !name.contains("_"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void the_pages_and_the_rooms_behind_them_have_their_texts_there() throws IOException {
        assertThat(bundles())
                .containsAll(Texts.BUNDLES)
                .contains("waitlist", "round", "capacity", "platform", "policy");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void each_language_has_the_same_keys_and_places(String bundle) throws IOException {
        Properties norwegian = read(bundle);
        for (String language : List.of("_nn", "_en")) {
            Properties other = read(bundle + language);
            assertThat(other.stringPropertyNames()).isEqualTo(norwegian.stringPropertyNames());
            for (String key : norwegian.stringPropertyNames()) {
                assertThat(new MessageFormat(other.getProperty(key)).getFormatsByArgumentIndex())
                        .as(bundle + language + " " + key)
                        .hasSameSizeAs(new MessageFormat(norwegian.getProperty(key)).getFormatsByArgumentIndex());
                assertThat(other.getProperty(key))
                        .as(bundle + language + " " + key)
                        .isNotBlank();
            }
        }
    }

    @Test
    void no_key_stands_in_two_bundles() throws IOException {
        List<String> all = new ArrayList<>();
        for (String bundle : Texts.BUNDLES) {
            all.addAll(read(bundle).stringPropertyNames());
        }
        assertThat(all).doesNotHaveDuplicates();
    }

    /** A lone apostrophe would swallow the places after it. */
    @Test
    void an_apostrophe_is_written_twice() throws IOException {
        for (String bundle : bundles()) {
            for (String language : List.of("", "_nn", "_en")) {
                read(bundle + language)
                        .forEach((key, text) -> assertThat(text.toString().replace("''", ""))
                                .as(key.toString())
                                .doesNotContain("'"));
            }
        }
    }

    @Test
    void each_key_that_is_used_exists() throws IOException {
        TreeSet<String> there = new TreeSet<>();
        for (String bundle : Texts.BUNDLES) {
            there.addAll(read(bundle).stringPropertyNames());
        }
        TreeSet<String> used = used("src/main/resources/templates", ".html", "\\bt:([A-Za-z0-9_-]+)");
        used.remove("of");
        assertThat(used).hasSizeGreaterThan(20);
        used.addAll(used(
                "src/main/java/no/alisplass/web",
                ".java",
                "(?:Texts\\.of|flash\\.tell|new Entry)\\(\\s*\"([A-Za-z0-9-]+)\"\\s*[,)]"));
        assertThat(there).containsAll(used);
    }

    private static TreeSet<String> used(String folder, String ending, String pattern) throws IOException {
        TreeSet<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(ending)).toList()) {
                Matcher found = Pattern.compile(pattern).matcher(Files.readString(file));
                while (found.find()) {
                    used.add(found.group(1));
                }
            }
        }
        return used;
    }

    private static Properties read(String bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(bundle + ".properties"))) {
            texts.load(reader);
        }
        return texts;
    }
}
