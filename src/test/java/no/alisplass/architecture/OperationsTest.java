package no.alisplass.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference of settings names every variable there is, and none that is not. */
class OperationsTest {
    private static final Pattern SETTING = Pattern.compile("ALIS_[A-Z]+(?:_[A-Z]+)*");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[A-Z_`, ]+) \\|");

    private static TreeSet<String> settings(String text) {
        TreeSet<String> found = new TreeSet<>();
        Matcher each = SETTING.matcher(text);
        while (each.find()) {
            found.add(each.group());
        }
        return found;
    }

    @Test
    void every_setting_is_in_the_reference_and_every_one_in_the_reference_is_read() throws IOException {
        TreeSet<String> used = new TreeSet<>();
        try (Stream<Path> files = Stream.of(Path.of("src", "main"), Path.of("docker"), Path.of("alis"))
                .flatMap(OperationsTest::below)) {
            for (Path file : files.toList()) {
                used.addAll(settings(Files.readString(file)));
            }
        }
        TreeSet<String> told = new TreeSet<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("docs", "operations.md")));
        while (row.find()) {
            told.addAll(settings(row.group(1)));
        }
        assertThat(told).isEqualTo(used).hasSizeGreaterThan(8);
    }

    /** Text files only. */
    private static Stream<Path> below(Path place) {
        List<String> ends = List.of(".java", ".properties", "alis", "Dockerfile", ".yaml", ".sql", ".html");
        try (Stream<Path> all = Files.walk(place)) {
            return all
                    .filter(Files::isRegularFile)
                    .filter(file -> ends.stream()
                            .anyMatch(end -> file.getFileName().toString().endsWith(end)))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void a_process_without_memory_ends_and_is_started_again() throws IOException {
        assertThat(Files.readString(Path.of("alis"))).contains("-XX:+ExitOnOutOfMemoryError");
        assertThat(Files.readString(Path.of("docker", "Dockerfile"))).contains("\"-XX:+ExitOnOutOfMemoryError\"");
        assertThat(Files.readString(Path.of("docker", "compose.yaml")).split("restart: unless-stopped", -1))
                .as("both services")
                .hasSize(3);
    }
}
