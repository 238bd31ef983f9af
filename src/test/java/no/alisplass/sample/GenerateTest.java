package no.alisplass.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.round.RoundRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateTest {
    @TempDir
    Path folder;

    private String told;

    private int run(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            int code = Generate.run(out, arguments);
            told = bytes.toString(StandardCharsets.UTF_8);
            return code;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--doctors, 0",
        "--doctors, 20001",
        "--doctors, sixty",
        "--doctors, 99999999999999999999",
        "--seed, x",
        "--half-year, vår 2027",
        "--half-year, 1991-V",
        "--half-years, 5",
        "--format, pdf",
        "--earlier, x",
        "--earlier, 2028"
    })
    void aWrongValueIsNamedAndNothingIsWritten(String name, String value) throws IOException {
        assertThat(run("--out", folder.toString(), name, value)).isEqualTo(2);
        assertThat(told).contains("(" + value + ")").contains("./alis generate");
        assertThat(folder).isEmptyDirectory();
    }

    /** A sample imports values alone, so these two are said again there. */
    @Test
    void aSampleKeepsToTheLimitsOfTheRoomsThatReadIt() {
        assertThat(Parameters.MAX_HALF_YEARS).isEqualTo(RoundRules.MAX_HALF_YEARS);
        assertThat(ServiceDraw.OBJECTIVES).isEqualTo(WaitlistEntry.OBJECTIVES);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertThat(run("--doctors", "x", "--colour", "red", "--seed")).isEqualTo(2);
        assertThat(told)
                .contains("(x)")
                .contains("(--colour)")
                .contains("--seed has no value")
                .contains("folder to write to is missing");
    }

    @Test
    void anOptionGivenTwiceIsAFault() {
        assertThat(run("--seed", "1", "--seed", "2", "--out", folder.toString()))
                .isEqualTo(2);
        assertThat(told).contains("--seed is given twice");
    }

    @Test
    void aFolderWithFilesIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "kept");
        assertThat(run("--out", folder.toString())).isEqualTo(2);
        assertThat(folder).isDirectoryNotContaining("glob:**ventelister");
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.txt"), "kept");
        assertThat(run("--out", file.toString())).isEqualTo(2);
        assertThat(run("--out", file.resolve("inside").toString())).isEqualTo(1);
        assertThat(told).contains("could not be written");
    }

    @Test
    void helpTellsTheOptions() {
        assertThat(run("--help")).isZero();
        assertThat(told).isEqualTo(Generate.USAGE);
    }

    @ParameterizedTest
    @CsvSource({"xlsx, .xlsx", "csv-1252, .csv", "csv-utf8, .csv", "json, .json"})
    void oneFormatForAllLists(String format, String ending) throws IOException {
        assertThat(run("--doctors", "5", "--format", format, "--out", folder.toString()))
                .isZero();
        assertThat(folder.resolve("ventelister").toFile().listFiles())
                .isNotEmpty()
                .allMatch(file -> file.getName().endsWith(ending));
    }
}
