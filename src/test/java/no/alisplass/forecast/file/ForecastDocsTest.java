package no.alisplass.forecast.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.alisplass.forecast.given.Assumption;
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

    private static String row(Assumption which) {
        Range usual = which.usual();
        return "| `" + which.word() + "` | " + number(usual.low()) + " – " + number(usual.likely()) + " – "
                + number(usual.high()) + " | " + which.meaning() + " | " + usual.source() + " |";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
