package no.alisplass.planning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.alisplass.forecast.Backwards;
import no.alisplass.forecast.Backwards.Ask;
import no.alisplass.forecast.BackwardsResult;
import no.alisplass.forecast.BackwardsResult.Tried;
import no.alisplass.forecast.Forecast;
import no.alisplass.forecast.ForecastResult;
import no.alisplass.forecast.file.ForecastFiles;
import no.alisplass.forecast.given.ForecastInput;
import no.alisplass.forecast.run.Tally;
import no.alisplass.forecast.run.TallyBytes;
import no.alisplass.forecast.run.World;
import no.alisplass.json.CanonicalJson;
import no.alisplass.policy.Policies;

/**
 * A forecast is one stage of replications; towards a goal each plan that is tried is one stage more. Each replication has a seed of its own and stands
 * in the order of its number, so that what comes out is the same however it was divided.
 */
@ApplicationScoped
class ForecastStages implements Stages {
    private static final int LEAST_OF_PIECE = 25;
    private static final int PIECES = 40;

    private final Policies policies;

    ForecastStages(Policies policies) {
        this.policies = policies;
    }

    /** What the stages before came to. */
    record SoFar(int schema, ForecastResult forecast, List<Tried> tried) {}

    /** How many replications of a stage are one piece. */
    static int ofPiece(int replications) {
        return Math.max(LEAST_OF_PIECE, (replications + PIECES - 1) / PIECES);
    }

    @Override
    public Work work(JobStore.Open open) {
        ForecastQuestion question = CanonicalJson.read(open.question(), ForecastQuestion.class);
        ForecastInput input = input(open, question);
        if (open.stage() > 0) {
            SoFar soFar = CanonicalJson.read(open.soFar(), SoFar.class);
            Backwards search = search(input, question);
            input = search.input(search.next(soFar.tried()).orElseThrow());
        }
        World world = new World(input);
        return (from, to, goesOn) -> TallyBytes.write(Forecast.tallies(world, question.seed(), from, to, goesOn));
    }

    @Override
    public Next next(JobStore.Open open, List<byte[]> results) {
        ForecastQuestion question = CanonicalJson.read(open.question(), ForecastQuestion.class);
        ForecastInput input = input(open, question);
        List<Tally> tallies = new ArrayList<>();
        results.forEach(each -> tallies.addAll(TallyBytes.read(each)));
        if (question.goal() == null) {
            return Next.done(whole(Forecast.of(input, question.seed(), tallies), null));
        }
        Backwards search = search(input, question);
        ForecastResult forecast;
        List<Tried> tried = new ArrayList<>();
        if (open.stage() == 0) {
            forecast = Forecast.of(input, question.seed(), tallies);
        } else {
            SoFar soFar = CanonicalJson.read(open.soFar(), SoFar.class);
            forecast = soFar.forecast();
            tried.addAll(soFar.tried());
            tried.add(search.tried(search.next(tried).orElseThrow(), tallies));
        }
        Optional<Ask> next = search.next(tried);
        if (next.isEmpty()) {
            return Next.done(whole(forecast, search.result(tried)));
        }
        int size = question.goalReplications();
        return new Next(null, CanonicalJson.write(new SoFar(1, forecast, tried)), size, ofPiece(size));
    }

    private static String whole(ForecastResult forecast, BackwardsResult backwards) {
        return CanonicalJson.write(new ForecastFiles.Whole(1, forecast, backwards));
    }

    private static Backwards search(ForecastInput input, ForecastQuestion question) {
        return new Backwards(input, question.goal().goal(), question.seed(), question.goalReplications());
    }

    private ForecastInput input(JobStore.Open open, ForecastQuestion question) {
        return CanonicalJson.read(open.input(), FrozenInput.class)
                .with(
                        question.assumed(),
                        policies.get(question.policy(), question.policyVersion())
                                .orElseThrow(
                                        () -> new JobFailed(JobFailure.POLICY_CHANGED, "The policy is not known.")));
    }
}
