package no.alisplass.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import no.alisplass.domain.HalfYear;
import no.alisplass.forecast.Backwards;
import no.alisplass.forecast.BackwardsResult;
import no.alisplass.forecast.Forecast;
import no.alisplass.forecast.ForecastResult;
import no.alisplass.forecast.Goal;
import no.alisplass.forecast.file.ForecastFiles;
import no.alisplass.forecast.file.ForecastFolder;
import no.alisplass.forecast.given.Assumption;
import no.alisplass.forecast.given.Assumptions;
import no.alisplass.forecast.given.ForecastInput;
import no.alisplass.forecast.given.Range;
import no.alisplass.json.CanonicalJson;
import no.alisplass.planning.ForecastQuestion.Assumed;
import no.alisplass.planning.ForecastQuestion.GoalAsked;
import no.alisplass.policy.Policies;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A forecast that is kept, divided anyhow and put together again is, byte for byte, the one that {@code ./alis forecast} writes. */
class PiecesTest {
    private static final int REPLICATIONS = 60;
    private static final long SEED = 7;
    private static ForecastInput folder;
    private static byte[] written;
    private static ForecastQuestion question;
    private static String frozen;

    @BeforeAll
    static void as_the_command_writes_it() throws IOException {
        folder = ForecastFolder.read(Path.of("sample-data", "prognose")).input();
        HalfYear by = folder.plan().first().plus(3);
        Goal goal = new Goal(by, 24, 0.8, 0.8);
        ForecastResult forecast = Forecast.of(folder, SEED, REPLICATIONS, 1);
        BackwardsResult backwards = Backwards.search(folder, goal, SEED, 30, 2);
        written = ForecastFiles.of(forecast, backwards, "").get("forecast.json");
        question = new ForecastQuestion(
                1,
                "Prøve",
                folder.plan().first(),
                folder.plan().halfYears(),
                folder.plan().perRound(),
                folder.policy().id(),
                folder.policy().version(),
                SEED,
                REPLICATIONS,
                List.of(),
                List.of(),
                folder.assumptions().ranges().entrySet().stream()
                        .filter(each -> each.getKey() != Assumption.NEW_DOCTORS
                                || folder.assumptions().newDoctors().isEmpty())
                        .map(each -> new Assumed(
                                each.getKey().word(),
                                null,
                                each.getValue().low(),
                                each.getValue().likely(),
                                each.getValue().high(),
                                each.getValue().source()))
                        .toList(),
                folder.assumptions().arrivals(),
                folder.assumptions().furtherOffers(),
                new GoalAsked(by, 24, 0.8, 0.8, 30));
        frozen = CanonicalJson.write(FrozenInput.of(folder.queue(), folder.areas(), folder.plan(), folder.policy()));
    }

    @Test
    void however_it_is_divided_it_is_what_the_command_writes() {
        assertThat(worked(new Random(1), 1)).isEqualTo(written);
        assertThat(worked(new Random(2), 25)).isEqualTo(written);
    }

    @Test
    void what_is_kept_reads_back_to_the_same_bytes_and_names_nobody() {
        String result = new String(written, StandardCharsets.UTF_8);
        assertThat(CanonicalJson.write(CanonicalJson.read(result, ForecastFiles.Whole.class)))
                .isEqualTo(result);
        assertThat(CanonicalJson.write(CanonicalJson.read(frozen, FrozenInput.class)))
                .isEqualTo(frozen);
        assertThat(folder.queue()).hasSizeGreaterThan(10).allSatisfy(doctor -> assertThat(frozen)
                .doesNotContain(doctor.entry().name()));
    }

    @Test
    void what_takes_too_long_is_refused_by_the_field_to_lower() {
        assertThat(ForecastWork.check(question, folder)).isEmpty();
        ForecastInput many = new ForecastInput(
                folder.queue(),
                folder.areas(),
                new Assumptions(
                        Map.of(Assumption.NEW_DOCTORS, new Range(4_000, 4_500, 5_000, "Vår")),
                        Map.of(),
                        folder.assumptions().arrivals(),
                        1),
                folder.plan(),
                folder.policy());
        int doctors = folder.queue().size() + 5_000 * 10;
        ForecastQuestion long40 = asked(40, 2_000, null);
        assertThat(ForecastWork.check(long40, many)).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("replications");
            assertThat(fault.message().arguments()).containsExactly((long) doctors, 40, 500_000_000L / (40L * doctors));
        });
        int fits = (int) (500_000_000L / (40L * doctors));
        assertThat(ForecastWork.check(asked(40, fits, null), many)).isEmpty();
        HalfYear by = folder.plan().first().plus(5);
        assertThat(ForecastWork.check(asked(40, fits - 100, new GoalAsked(by, 0, 1, 0.8, 1_000)), many))
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("goal.replications"));
        assertThat(ForecastWork.check(asked(40, fits, new GoalAsked(by, 0, 1, 0.8, 200)), many))
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("goal.by"));
    }

    private static ForecastQuestion asked(int halfYears, int replications, GoalAsked goal) {
        return new ForecastQuestion(
                1,
                "Prøve",
                question.first(),
                halfYears,
                1,
                question.policy(),
                question.policyVersion(),
                1,
                replications,
                List.of(),
                List.of(),
                List.of(),
                question.arrivals(),
                1,
                goal);
    }

    @Test
    void what_is_stopped_is_stopped_within_a_piece() {
        JobStore.Open open = new JobStore.Open(1, JobKind.BACKWARDS, CanonicalJson.write(question), frozen, 0, null);
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(
                        () -> new ForecastStages(Policies.builtIn()).work(open).piece(0, REPLICATIONS, () -> {
                            if (asked.incrementAndGet() == 3) {
                                throw new CancellationException();
                            }
                        }))
                .isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(3);
    }

    /** Each stage in pieces of random sizes, each worked out by a process that knows only what is stored, the last first. */
    private static byte[] worked(Random random, int least) {
        ForecastStages stages = new ForecastStages(Policies.builtIn());
        String asked = CanonicalJson.write(question);
        Stages.Next next = new Stages.Next(null, null, REPLICATIONS, 0);
        for (int stage = 0; next.result() == null; stage++) {
            JobStore.Open open = new JobStore.Open(1, JobKind.BACKWARDS, asked, frozen, stage, next.soFar());
            List<Integer> cuts = new ArrayList<>(List.of(0));
            while (cuts.get(cuts.size() - 1) < next.size()) {
                cuts.add(Math.min(next.size(), cuts.get(cuts.size() - 1) + least + random.nextInt(12)));
            }
            List<byte[]> results = new ArrayList<>();
            for (int piece = cuts.size() - 2; piece >= 0; piece--) {
                results.add(0, stages.work(open).piece(cuts.get(piece), cuts.get(piece + 1), () -> {}));
            }
            next = stages.next(open, results);
        }
        return next.result().getBytes(StandardCharsets.UTF_8);
    }

    /** Who is in the queue and may not take part has a reason at least, and what was kept before reasons and the plan were told is read. */
    @Test
    void what_was_kept_before_reasons_and_positions_were_told_is_read() throws IOException {
        ObjectNode whole = (ObjectNode) new ObjectMapper().readTree(written);
        ForecastResult now =
                CanonicalJson.read(whole.toString(), ForecastFiles.Whole.class).forecast();
        assertThat(now.notEligible()).isEqualTo(5);
        assertThat(now.notEligibleBy())
                .extracting(ForecastResult.ReasonRow::word)
                .startsWith("affiliation-ended");
        assertThat(now.notEligibleBy().stream()
                        .mapToInt(ForecastResult.ReasonRow::doctors)
                        .sum())
                .isGreaterThanOrEqualTo(5);
        assertThat(now.positions()).hasSize(4);
        ((ObjectNode) whole.get("forecast")).remove(List.of("notEligibleBy", "positions"));

        ForecastResult before =
                CanonicalJson.read(whole.toString(), ForecastFiles.Whole.class).forecast();

        assertThat(before.notEligible()).isEqualTo(5);
        assertThat(before.notEligibleBy()).isNull();
        assertThat(before.positions()).isNull();
        assertThat(before.halfYears()).isEqualTo(now.halfYears());
    }
}
