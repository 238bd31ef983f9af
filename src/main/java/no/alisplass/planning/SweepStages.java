package no.alisplass.planning;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import no.alisplass.allocation.FrozenRounds;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.json.CanonicalJson;
import no.alisplass.scenario.Scenarios;
import no.alisplass.scenario.SeatTrials;
import no.alisplass.scenario.sweep.SeatRange;
import no.alisplass.scenario.sweep.Sweep;
import no.alisplass.scenario.sweep.SweepSearch;

/**
 * A sweep is one stage. Of each piece its own frontier is kept, and the frontier of all is that of those together: so it can be read while the rest is worked
 * out.
 */
@ApplicationScoped
class SweepStages implements Stages {
    /** What is answered at once takes less than two seconds; a piece, half of one. */
    private static final int PIECES_AT_ONCE = 4;

    private final FrozenRounds frozen;
    private final Scenarios scenarios;

    SweepStages(FrozenRounds frozen, Scenarios scenarios) {
        this.frozen = frozen;
        this.scenarios = scenarios;
    }

    /** A question that can be worked out. @param size how many numbers of seats. @param ofPiece how many are one piece */
    record Asked(SweepQuestion question, int size, int ofPiece) {}

    /** Refused as a sweep that is answered at once, but for how much it may be. */
    Result<Asked> ask(String title, RoundId round, List<SeatRange> ranges, Sweep.Mode mode) {
        return frozen.asked(round).then(asked -> {
            SeatTrials trials = scenarios.trials(asked.snapshot());
            return search(trials, ranges, mode)
                    .map(search -> new Asked(
                            new SweepQuestion(SweepQuestion.SCHEMA, title, round, ranges, mode, asked.problemHash()),
                            search.size(),
                            Math.max(1, trials.most() / PIECES_AT_ONCE)));
        });
    }

    private static Result<SweepSearch> search(SeatTrials trials, List<SeatRange> ranges, Sweep.Mode mode) {
        return SweepSearch.asked(trials, ranges, mode, SweepQuestion.most(trials));
    }

    /** What a piece came to, as it is kept. */
    static Frontier read(byte[] piece) {
        return CanonicalJson.read(new String(piece, StandardCharsets.UTF_8), Frontier.class);
    }

    @Override
    public Work work(JobStore.Open open) {
        SweepQuestion question = CanonicalJson.read(open.question(), SweepQuestion.class);
        Result<SweepSearch> known = frozen.asked(question.round()).then(asked -> {
            if (!asked.problemHash().equals(question.problemHash())) {
                return Result.conflict(Finding.of("round", question.round(), "planning.round-changed"));
            }
            return search(scenarios.trials(asked.snapshot()), question.ranges(), question.mode());
        });
        if (!(known instanceof Result.Done<SweepSearch> search)) {
            throw new JobFailed(
                    JobFailure.ROUND_CHANGED, "The round is no longer as it was when the question was asked.");
        }
        return (from, to, goesOn) -> CanonicalJson.write(Frontier.of(IntStream.range(from, to)
                        .peek(number -> goesOn.run())
                        .mapToObj(search.value()::row)
                        .toList()))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Next next(JobStore.Open open, List<byte[]> results) {
        return Next.done(CanonicalJson.write(
                Frontier.together(results.stream().map(SweepStages::read).toList())));
    }
}
