package no.alisplass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./alis forecast} on the folder of the samples, made shorter. */
class ForecastCommandTest {
    private static final Path SAMPLE = Path.of("sample-data", "prognose");

    @TempDir
    Path folder;

    private String told;
    private String wrong;

    @BeforeEach
    void copyTheSample() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            for (Path file : files.toList()) {
                Path to = folder.resolve(SAMPLE.relativize(file).toString());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, to);
                } else {
                    Files.createDirectories(to);
                }
            }
        }
        change("plan.yaml", "half-years: 20", "half-years: 4");
        change("plan.yaml", "replications: 1000", "replications: 20");
        change("plan.yaml", "by: 2033-H", "by: 2029-H");
        change("plan.yaml", "replications: 100", "replications: 2");
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replaceFirst(Pattern.quote(from), to));
    }

    private int run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = ForecastCommand.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        told = out.toString(StandardCharsets.UTF_8);
        wrong = err.toString(StandardCharsets.UTF_8);
        return code;
    }

    @Test
    void the_sample_gives_the_same_files_on_any_number_of_threads() throws IOException {
        Path other = folder.resolve("other");

        assertThat(run(folder.toString(), "--threads", "1")).as(wrong).isZero();
        assertThat(run(folder.toString(), "--threads", "8", "--out", other.toString()))
                .isZero();

        Path first = folder.resolve("forecast");
        List<String> names = List.of(
                "areas.csv",
                "assumptions.csv",
                "backwards.csv",
                "doctors.csv",
                "forecast.json",
                "forecast.txt",
                "halfyears.csv",
                "plan.csv");
        try (Stream<Path> files = Files.list(first)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(names);
        }
        for (String name : names) {
            assertThat(other.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
        }
        assertThat(told)
                .contains(
                        "Policy ahus-2020 version 3 decides each round.", "65 doctors wait as it begins.", "Goal: 80 %")
                .contains("5 of them cannot take part in the first round, by the policy: affiliation-ended 3,")
                .contains("withdrawal *", "Our own assumption", "Written to ");
    }

    /** As the page of a forecast has it. */
    @Test
    void a_position_keeps_its_seats_until_the_first_that_is_changed() throws IOException {
        change(
                "plan.yaml",
                "seats: {2028-V: 1, 2030-V: 2}",
                "seats: {2027-V: 2, 2028-H: 5}\n    changes: {2028-H: 3, 2029-H: 4}");

        assertThat(run(folder.toString(), "--replications", "3")).as(wrong).isZero();

        assertThat(told).contains("  ahus-geriatri-1: 2028-V 2, 2028-H 3, 2029-H 4\n", "  ahus-lunge-1: 2028-V 1\n");
        assertThat(Files.readAllLines(folder.resolve("forecast/plan.csv")))
                .element(4)
                .isEqualTo("2029-H;4;1;1;1");
    }

    /** Nothing that is told or written says who anybody is but by number. */
    @Test
    void no_name_stands_in_what_is_written() throws IOException {
        change("plan.yaml", "wait-under-months: 24", "wait-under-months: 120");

        assertThat(run(folder.toString(), "--replications", "3")).as(wrong).isZero();

        for (String file : List.of("forecast.json", "forecast.txt", "doctors.csv", "areas.csv")) {
            assertThat(Files.readString(folder.resolve("forecast").resolve(file)))
                    .doesNotContain("Ulvehagenes");
        }
        assertThat(told).doesNotContain("9900800").contains("The plan as it stands reaches it");
        assertThat(Files.readString(folder.resolve("forecast/doctors.csv"))).contains("990080033;3205;not by 2029-H;");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plan.yaml | half-years: 4 | half-years: 61 | plan.yaml, line 8, half-years (61): must be a number from 1 to 60
            plan.yaml | first: 2028-V | first: 2028-X | plan.yaml, line 7, first (2028-X): must be a half-year from 1990 to 2100. Maybe write 2028-V or 2028-H.
            plan.yaml | policy: ahus-2020 | policy: ahus-2019 | policy (ahus-2019): is no policy there is. Known: ahus-2020 version 1
            plan.yaml | service: psychiatry | service: psykiatri | departments[3].service (psykiatri): must be one of somatic, psychiatry.
            plan.yaml | department: ahus-lunge | department: ahus-lunga | positions[1].parts[0].department (ahus-lunga): is not among the departments.
            plan.yaml | 2030-V: 2 | 2030-V: -2 | positions[0].seats.2030-V (-2): must be a number from 0 to 1000
            plan.yaml | parts: [{department: ahus-geriatri, months: 6}] | changes: {2030-V: 2} | positions[0].changes.2030-V (2): must be one of the plan's 4 half-years, from 2028-V.
            plan.yaml | by: 2029-H | by: 2039-H | goal.by (2039-H): must be one of the plan's half-years, 2028-V to 2029-H.
            plan.yaml | seed: 2028 | sead: 2028 | sead: is not known. Maybe write seed.
            plan.yaml | register-day: 2027-06-01 | register-day: 1.6.2027 | register-day (1.6.2027): must be a date. Maybe write 2027-06-01.
            plan.yaml | hospital: ahus | hospital: [ahus | plan.yaml: cannot be read as YAML
            assumptions.yaml | high: 0.20 | high: 1.4 | decline.high (1.4): must be a number from 0 to 1
            assumptions.yaml | low: 0.05 | low: 0.15 | decline.likely (0.10): must lie between low and high.
            assumptions.yaml | source: Our own assumption | sources: Our own assumption | decline.source: is missing. Add it.
            assumptions.yaml | decline: | declines: | declines: is not known. Maybe write decline.
            assumptions.yaml | arrivals: random | arrivals: often | arrivals (often): must be one of even, random.
            areas.yaml | code: "3205" | code: "32055" | register/3205-lillestrom.csv (3205): is none of the areas in areas.yaml.
            areas.yaml | spares: 1 | spares: one | spares (one): must be a number from 0 to 100000
            register/3205-lillestrom.csv | vikariat;01.10.2027 | innleid;01.10.2027 | register/3205-lillestrom.csv, rad 2, Tilknytning (innleid):
            """)
    void what_is_wrong_is_told_with_its_place_its_value_and_what_to_do(
            String file, String from, String to, String fault) throws IOException {
        change(file, from, to);

        assertThat(run(folder.toString())).isEqualTo(2);

        assertThat(wrong).startsWith("The folder cannot be used:").contains(fault);
        assertThat(told).isEmpty();
        assertThat(folder.resolve("forecast")).doesNotExist();
    }

    @Test
    void what_is_missing_is_told_all_at_once() throws IOException {
        Files.delete(folder.resolve("plan.yaml"));
        Files.delete(folder.resolve("areas.yaml"));

        assertThat(run(folder.toString())).isEqualTo(2);

        assertThat(wrong).contains("plan.yaml: the file is missing.", "areas.yaml: the file is missing.");
    }

    @Test
    void a_doctor_stands_once_and_a_file_is_called_after_its_area() throws IOException {
        Files.copy(folder.resolve("register/3205-lillestrom.csv"), folder.resolve("register/liste.csv"));
        Path other = folder.resolve("register/3207-nordre-follo.csv");
        Files.writeString(other, Files.readString(other).replaceFirst("990080003", "990080033"));

        assertThat(run(folder.toString())).isEqualTo(2);

        assertThat(wrong)
                .contains("register/liste.csv: must begin with the area's number")
                .contains("(990080033): the doctor stands in register/3205-lillestrom.csv, rad 2 too.");
    }

    @Test
    void options_are_asked_for_as_they_are() {
        assertThat(run()).isEqualTo(2);
        assertThat(wrong).contains("./alis forecast FOLDER");
        assertThat(run("--help")).isZero();
        assertThat(told).contains("docs/forecast.md");
        assertThat(run("nowhere", "--seed", "x", "--thread", "2")).isEqualTo(2);
        assertThat(wrong)
                .contains("--seed (x) must be a whole number from 0")
                .contains("The option (--thread) is unknown.")
                .contains("The folder (nowhere) does not exist.");
    }
}
