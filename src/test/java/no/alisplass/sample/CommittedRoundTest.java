package no.alisplass.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The round in {@code sample-data} is what the generator makes today, in this process, on this machine. */
class CommittedRoundTest {
    private static final Path COMMITTED = Path.of("sample-data/ahus-2027-var");

    @TempDir
    Path folder;

    @Test
    void theCommandOfTheReadmeMakesTheCommittedBytes() throws IOException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        int code;
        try (PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8)) {
            code = Generate.run(
                    out, "--doctors", "65", "--seed", "2027", "--half-year", "2027-V", "--out", folder.toString());
        }
        assertThat(code).as(told.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(paths(folder)).isEqualTo(paths(COMMITTED));
        for (Path path : paths(COMMITTED)) {
            assertThat(folder.resolve(path)).hasSameBinaryContentAs(COMMITTED.resolve(path));
        }
    }

    private static List<Path> paths(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .sorted()
                    .toList();
        }
    }
}
