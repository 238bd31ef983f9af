package no.alisplass.vacancy.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.alisplass.capacity.VacancyState;
import no.alisplass.domain.Finding;
import no.alisplass.domain.text.Text;
import no.alisplass.offer.life.Actor;
import no.alisplass.platform.Messages;
import org.junit.jupiter.api.Test;

/** The life of a sporadic vacancy, step by step. */
class VacancyTableTest {
    private static final List<Locale> LANGUAGES =
            List.of(Messages.BOKMAL, Locale.forLanguageTag("nn-NO"), Locale.forLanguageTag("en-GB"));

    @Test
    void every_step_by_everyone_from_every_state_is_in_the_table_or_refused_by_name() {
        int refused = 0;
        for (VacancyState state : VacancyState.values()) {
            for (VacancyStep step : VacancyStep.values()) {
                for (Actor actor : Actor.values()) {
                    String which = step + " from " + state + " by " + actor;
                    boolean may = VacancyTable.rows().stream()
                            .anyMatch(row -> row.step() == step
                                    && row.from() == state
                                    && row.who().contains(actor));
                    if (may) {
                        assertThat(VacancyTable.refuses(step, state, actor))
                                .as(which)
                                .isEmpty();
                        continue;
                    }
                    Finding finding = VacancyTable.refuses(step, state, actor).orElseThrow();
                    boolean here =
                            VacancyTable.rows().stream().anyMatch(row -> row.step() == step && row.from() == state);
                    boolean ever = VacancyTable.rows().stream()
                            .anyMatch(row -> row.step() == step && row.who().contains(actor));
                    assertThat(finding.code())
                            .as(which)
                            .isEqualTo(ever && !here ? "vacancy.step-when" : "vacancy.not-by");
                    LANGUAGES.forEach(language -> assertThat(Messages.text(finding.message(), language))
                            .as(which)
                            .isNotBlank()
                            .doesNotContain("{")
                            .doesNotContain("vacancy."));
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(400);
        assertThat(Messages.text(
                        VacancyTable.refuses(VacancyStep.OFFER, VacancyState.FILLED, Actor.COORDINATOR)
                                .orElseThrow(),
                        Messages.BOKMAL))
                .isEqualTo("Vikariatet er besatt. Da kan ingen tilby det til en lege.");
    }

    @Test
    void whoever_is_told_is_told_something_in_three_languages() {
        assertThat(VacancyTable.rows())
                .filteredOn(row -> !row.tells().isEmpty())
                .allSatisfy(row -> LANGUAGES.forEach(language ->
                        assertThat(Messages.text(row.told(), language)).isNotEqualTo(row.told())));
    }

    @Test
    void the_documentation_shows_the_same_table() throws IOException {
        assertThat(Files.readString(Path.of("docs", "offers.md"))).contains(table());
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| from | step | to | who | if | told |\n|---|---|---|---|---|---|\n");
        for (VacancyRow row : VacancyTable.rows()) {
            table.append(line(
                    row.from() == null ? "–" : row.from().name(),
                    row.step().word(),
                    row.from() == row.to() ? "(stays)" : row.to().name(),
                    words(row.who()),
                    row.guards().stream().map(VacancyGuard::words).collect(Collectors.joining("; ")),
                    words(row.tells())));
        }
        return table.toString();
    }

    private static String line(String... cells) {
        return String.join(" | ", cells).transform(all -> "| " + all + " |\n").replaceAll("\\|  (?=\\|)", "| ");
    }

    private static String words(Collection<? extends Enum<?>> all) {
        return all.stream()
                .sorted()
                .map(each -> Text.word(each).replace('-', ' '))
                .collect(Collectors.joining(", "));
    }

    /** Prints the table, for the documentation. */
    public static void main(String[] arguments) {
        System.out.print(table());
    }
}
