package no.alisplass.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.json.CanonicalJson;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.policy.Ranked;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Resource;
import no.alisplass.round.Round;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration's round, frozen from its files under each version of its policy. */
class DemoRoundTest {
    private static final Path SAMPLE = Path.of("sample-data", "ahus-2027-var");

    /** What the program made of the round before the policy had a second version. */
    private static final String FIRST_PROBLEM = "42c5aae0072a0d1f388a99c107d4891601d3028688bd2d648e738a31a534b180";

    /** The same since limits have names of their own. */
    private static final String FIRST_PROBLEM_AS_IT_IS_NOW =
            "a206f20a574863d2beac939238bb21eb1badf6730a6ef0aef17df9c334e89d4b";

    @Test
    void under_the_first_version_it_is_the_same_problem_as_ever() throws IOException {
        assertThat(CanonicalJson.hash(freeze(1).byArea())).isEqualTo(FIRST_PROBLEM);
    }

    @Test
    void its_limits_have_names_that_tell_nobody_whose_they_are_the_same_whenever_it_is_frozen() throws IOException {
        Snapshot frozen = freeze(1);
        String problem = CanonicalJson.write(frozen.problem());
        assertThat(problem).containsPattern("away:a[0-9]{2}:").doesNotContainPattern("away:[0-9]");
        assertThat(frozen.problemHash()).isEqualTo(FIRST_PROBLEM_AS_IT_IS_NOW);
        Snapshot again = freeze(1);
        assertThat(CanonicalJson.write(again.problem())).isEqualTo(problem);
        assertThat(CanonicalJson.write(again.roster())).isEqualTo(CanonicalJson.write(frozen.roster()));
    }

    @Test
    void who_took_a_yes_back_late_is_frozen_with_that_where_the_policy_asks_and_nowhere_else(@TempDir Path folder)
            throws IOException {
        Round round = FrozenSample.round(SAMPLE, 1);
        Policy usual = Policies.builtIn().get(round.policyId(), 1).orElseThrow();
        Files.writeString(
                folder.resolve("sen.yaml"),
                Files.readString(Path.of("solver-config", "policies", round.policyId() + ".yaml"))
                        + "\noffers:\n  source: Utlysningen\n  late-withdrawal: behind-equals\n");
        Policy asking = Policies.of(folder).get(round.policyId(), 1).orElseThrow();
        HprNumber late = freeze(1).roster().entries().get(0).facts().hpr();
        Earlier earlier = new Earlier(List.of(), Set.of(late));
        Snapshot unasked = FrozenSample.freeze(SAMPLE, round, usual, earlier);
        assertThat(CanonicalJson.write(unasked.roster()))
                .isEqualTo(CanonicalJson.write(freeze(1).roster()))
                .doesNotContain("lateWithdrawal");
        Snapshot asked = FrozenSample.freeze(SAMPLE, round, asking, earlier);
        assertThat(asked.roster().entries().stream()
                        .filter(entry -> entry.facts().hasWithdrawnLate())
                        .map(entry -> entry.facts().hpr()))
                .containsExactly(late);
        Roster read = CanonicalJson.read(CanonicalJson.write(asked.roster()), Roster.class);
        assertThat(read).isEqualTo(asked.roster());
        assertThat(read.rankedBy(asking).ranked().get(0).values())
                .extracting(value -> value.criterion().name())
                .endsWith("LATE_WITHDRAWAL", "LOTTERY");
    }

    @Test
    void what_was_frozen_while_limits_had_the_codes_of_areas_is_the_same_round() throws IOException {
        Snapshot now = freeze(1);
        Snapshot before = new Snapshot(now.round(), now.byArea(), stored());
        assertThat(before.problemHash()).isEqualTo(FIRST_PROBLEM);
        assertThat(before.isSameAs(now)).isTrue();
        assertThat(now.isSameAs(before)).isTrue();
        AllocationProblem fewer = new AllocationProblem(
                now.problem().objective(),
                now.problem().doctors(),
                now.problem().resources().stream()
                        .map(each -> each.id().away().isPresent() ? new Resource(each.id(), 0) : each)
                        .toList());
        assertThat(before.isSameAs(new Snapshot(now.round(), fewer, now.roster())))
                .isFalse();
        AreaCode area = now.roster().submissions().get(3).area();
        HalfYear halfYear = HalfYear.parse("2027-V");
        assertThat(before.roster().away(area, halfYear)).hasToString("away:" + area + ":2027-V");
        assertThat(before.roster().areaOf(before.roster().away(area, halfYear))).contains(area);
        assertThat(now.roster().away(area, halfYear).value()).matches("away:a[0-9]{2}:2027-V");
        assertThat(now.roster().areaOf(now.roster().away(area, halfYear))).contains(area);
        assertThat(now.roster().areaOf(before.roster().away(area, halfYear))).isEmpty();
    }

    @Test
    void a_stored_roster_of_the_first_version_reads_ranks_and_writes_as_ever() throws IOException {
        String stored = storedText();
        Roster roster = CanonicalJson.read(stored, Roster.class);
        assertThat(CanonicalJson.write(roster)).isEqualTo(stored);
        List<String> order = roster.rankedBy(policy(1)).ranked().stream()
                .map(ranked -> ranked.candidate().hpr().digits())
                .toList();
        assertThat(order)
                .isEqualTo(roster.entries().stream()
                        .map(entry -> entry.facts().hpr().digits())
                        .toList());
        // What is frozen now also says how many seats there are in all, and what the problem calls each area; nothing
        // else is told in another way.
        assertThat(CanonicalJson.write(freeze(1).roster())
                        .replaceAll("\"seatsInAll\":[0-9]+,", "")
                        .replaceAll("\"called\":\"a[0-9]{2}\",", ""))
                .isEqualTo(stored);
    }

    private static Roster stored() throws IOException {
        return CanonicalJson.read(storedText(), Roster.class);
    }

    private static String storedText() throws IOException {
        try (var file = DemoRoundTest.class.getResourceAsStream("/snapshot/demo-roster-v1.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    @Test
    void under_the_second_version_everybody_is_counted_to_the_first_day_of_the_round() throws IOException {
        Roster roster = freeze(2).roster();
        assertThat(roster.countedTo()).isEqualTo(LocalDate.of(2027, 3, 1));
        Map<String, String> before = months(freeze(1).roster());
        Map<String, String> after = months(roster);
        assertThat(after).hasSameSizeAs(before);
        long carried = after.entrySet().stream()
                .filter(each -> !each.getValue().equals(before.get(each.getKey())))
                .count();
        assertThat(carried).isGreaterThan(40);
        List<String> order = roster.rankedBy(policy(2)).ranked().stream()
                .map(ranked -> ranked.candidate().hpr().digits())
                .toList();
        assertThat(order)
                .isEqualTo(roster.entries().stream()
                        .map(entry -> entry.facts().hpr().digits())
                        .toList());
    }

    private static Map<String, String> months(Roster roster) {
        Map<String, String> months = new HashMap<>();
        roster.rankedBy(policy(roster.policyVersion())).ranked().stream()
                .map(Ranked::candidate)
                .forEach(candidate -> months.put(
                        candidate.hpr().digits(), candidate.countedService().toString()));
        return months;
    }

    private static Policy policy(int version) {
        return Policies.builtIn().get("ahus-2020", version).orElseThrow();
    }

    private static Snapshot freeze(int version) throws IOException {
        return FrozenSample.freeze(SAMPLE, version);
    }
}
