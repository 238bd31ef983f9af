package no.alisplass.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every finding a room can give has a text for people. */
class TextsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"capacity", "catchment", "chance", "offer", "refill", "register", "round", "vacancy", "web"})
    void every_finding_has_a_text(String room) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages/" + room + ".properties"))) {
            texts.load(reader);
        }
        Pattern code = Pattern.compile(
                "(?:Finding|Message)\\.of\\((?:(?!(?:Finding|Message)\\.of).)*?\"" + room + "\\.([a-z-]+)\"",
                Pattern.DOTALL);
        TreeSet<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".java")).toList()) {
                Matcher found = code.matcher(Files.readString(file));
                while (found.find()) {
                    used.add(found.group(1));
                }
            }
        }
        assertThat(used).isNotEmpty();
        assertThat(texts.stringPropertyNames()).containsAll(used);
    }
}
