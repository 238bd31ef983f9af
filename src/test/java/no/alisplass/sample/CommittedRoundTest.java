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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rounds in {@code sample-data} are what the generator makes today, in this process, on this machine. */
class CommittedRoundTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "ahus-2027-var, --doctors 65 --seed 2027 --half-year 2027-V --half-years 2 --format mixed",
        "ahus-2028-var, --doctors 65 --seed 2028 --half-year 2028-V --half-years 2 --format mixed --earlier 2027"
    })
    void theCommandOfTheReadmeMakesTheCommittedBytes(String round, String command) throws IOException {
        Path committed = Path.of("sample-data", round);
        assertThat(committed.resolve("README.md")).content().contains("./alis generate " + command + " --out MAPPE");
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        int code;
        try (PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8)) {
            code = Generate.run(out, (command + " --out " + folder).split(" "));
        }
        assertThat(code).as(told.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(paths(folder)).isEqualTo(paths(committed));
        for (Path path : paths(committed)) {
            assertThat(folder.resolve(path)).hasSameBinaryContentAs(committed.resolve(path));
        }
    }

    /** The register of the folder for a forecast is lists of a round that the command of its README makes. */
    @Test
    void theRegisterOfTheForecastIsMadeAsItsReadmeSays() throws IOException {
        Path committed = Path.of("sample-data", "prognose");
        String command = "--doctors 65 --seed 2031 --half-year 2028-V --format csv-utf8";
        assertThat(committed.resolve("README.md")).content().contains("./alis generate " + command + " --out MAPPE");
        try (PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)) {
            assertThat(Generate.run(out, (command + " --out " + folder).split(" ")))
                    .isZero();
        }
        Path lists = folder.resolve("ventelister");
        assertThat(paths(lists)).isEqualTo(paths(committed.resolve("register")));
        for (Path path : paths(lists)) {
            assertThat(lists.resolve(path))
                    .hasSameBinaryContentAs(committed.resolve("register").resolve(path));
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
