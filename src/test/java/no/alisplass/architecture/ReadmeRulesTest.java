package no.alisplass.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import no.alisplass.domain.text.Text;
import no.alisplass.policy.CriterionCode;
import no.alisplass.snapshot.OfferRule;
import no.alisplass.solver.AllocationConstraints;
import org.junit.jupiter.api.Test;

/** The README's table of rules names exactly the rules there are in the code. */
class ReadmeRulesTest {
    private static List<String> rules(String level) throws IOException {
        return Files.readAllLines(Path.of("README.md")).stream()
                .map(line -> line.split("\\|"))
                .filter(cells -> cells.length > 4 && cells[2].strip().equals(level))
                .map(cells -> cells[1].strip())
                .toList();
    }

    @Test
    void criteria() throws IOException {
        assertThat(rules("criterion"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(CriterionCode.values())
                        .map(CriterionCode::word)
                        .toList());
    }

    @Test
    void filters() throws IOException {
        assertThat(rules("filter"))
                .containsExactlyElementsOf(
                        Arrays.stream(OfferRule.values()).map(Text::word).toList());
    }

    @Test
    void constraints() throws IOException {
        assertThat(rules("hard")).containsExactly(AllocationConstraints.CAPACITY);
        assertThat(rules("medium")).containsExactly(AllocationConstraints.PLACED);
        assertThat(rules("soft")).containsExactly(AllocationConstraints.WISH);
    }
}
