package no.alisplass.forecast.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.alisplass.forecast.given.Assumption;
import no.alisplass.forecast.given.Plan;
import no.alisplass.forecast.given.Range;
import org.junit.jupiter.api.Test;

/** What {@code docs/forecast.md} says is assumed is assumed. */
class ForecastDocsTest {
    @Test
    void the_defaults_are_documented_each_with_its_source() throws IOException {
        List<String> table = Files.readAllLines(Path.of("docs", "forecast.md")).stream()
                .filter(line -> line.startsWith("| `") && line.contains(" – "))
                .toList();

        assertThat(table)
                .containsExactlyElementsOf(Stream.of(Assumption.values())
                        .map(ForecastDocsTest::row)
                        .toList());
    }

    /** The sample of a position with changes, in a plan of its department. */
    @Test
    void the_sample_of_a_changed_position_says_what_is_said_of_it() throws IOException {
        String docs = Files.readString(Path.of("docs", "forecast.md"));
        int at = docs.indexOf("```yaml\npositions:") + "```yaml\n".length();
        String plan = """
                hospital: ahus
                policy: ahus-2020
                register-day: 2027-06-01
                first: 2028-V
                half-years: 10
                departments:
                  - {id: ahus-geriatri, name: Geriatri, service: somatic}
                """ + docs.substring(at, docs.indexOf("```", at));
        List<InputFault> faults = new ArrayList<>();

        Plan read = PlanFile.read(Section.read("plan.yaml", plan, faults)).plan();

        assertThat(faults).isEmpty();
        assertThat(IntStream.range(0, 10).map(read::seats)).containsExactly(2, 2, 3, 3, 5, 5, 5, 5, 6, 6);
    }

    private static String row(Assumption which) {
        Range usual = which.usual();
        return "| `" + which.word() + "` | " + number(usual.low()) + " – " + number(usual.likely()) + " – "
                + number(usual.high()) + " | " + which.meaning() + " | " + usual.source() + " |";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
