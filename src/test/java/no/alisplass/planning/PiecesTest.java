package no.alisplass.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import no.alisplass.domain.HalfYear;
import no.alisplass.forecast.Backwards;
import no.alisplass.forecast.BackwardsResult;
import no.alisplass.forecast.Forecast;
import no.alisplass.forecast.ForecastResult;
import no.alisplass.forecast.Goal;
import no.alisplass.forecast.file.ForecastFiles;
import no.alisplass.forecast.file.ForecastFolder;
import no.alisplass.forecast.given.Assumption;
import no.alisplass.forecast.given.ForecastInput;
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
                results.add(0, stages.work(open).piece(cuts.get(piece), cuts.get(piece + 1)));
            }
            next = stages.next(open, results);
        }
        return next.result().getBytes(StandardCharsets.UTF_8);
    }
}
