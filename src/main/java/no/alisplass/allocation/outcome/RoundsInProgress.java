package no.alisplass.allocation.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.alisplass.allocation.Run;
import no.alisplass.allocation.RunState;
import no.alisplass.allocation.Runs;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Seats;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.round.Rounds;
import no.alisplass.waitlist.AreaStatus;
import no.alisplass.waitlist.Waitlists;

/** How far rounds have come. */
@ApplicationScoped
public class RoundsInProgress {
    private final Rounds rounds;
    private final Capacity capacity;
    private final Waitlists waitlists;
    private final Runs runs;
    private final Clock clock;

    RoundsInProgress(Rounds rounds, Capacity capacity, Waitlists waitlists, Runs runs, Clock clock) {
        this.rounds = rounds;
        this.capacity = capacity;
        this.waitlists = waitlists;
        this.runs = runs;
        this.clock = clock;
    }

    public Result<RoundProgress> of(RoundId id) {
        return rounds.read(id).then(this::of);
    }

    public Result<RoundProgress> of(Round round) {
        return round.state() == RoundState.DRAFT
                ? Result.done(of(round, List.of()))
                : waitlists.status(round.id()).map(areas -> of(round, areas));
    }

    private RoundProgress of(Round round, List<AreaStatus> areas) {
        int seats = capacity.seats(round.hospital(), round.halfYears()).stream()
                .mapToInt(Seats::count)
                .sum();
        boolean closed = round.state() == RoundState.CLOSED || round.state() == RoundState.APPROVED;
        List<Run> all = closed ? runs.of(round.id()) : List.of();
        Optional<Run> proposal = first(all, RunState.APPROVED).or(() -> first(all, RunState.DONE));
        Optional<Runs.AsItStands> now = round.state() == RoundState.CLOSED
                ? Optional.of(runs.asItStands(round.id(), proposal.orElse(null)))
                : Optional.empty();
        return new RoundProgress(
                round,
                seats,
                areas.stream()
                        .filter(each -> !each.hasAnswered())
                        .sorted(AreaStatus.BY_NAME)
                        .toList(),
                areas.size(),
                now.flatMap(Runs.AsItStands::doctors)
                        .or(() -> proposal.map(Run::total))
                        .orElseGet(() ->
                                areas.stream().mapToInt(AreaStatus::doctors).sum()),
                all.stream().filter(run -> !run.state().ended()).findFirst().orElse(null),
                proposal.orElse(null),
                proposal.filter(run -> run.state() == RunState.DONE
                                && !now.map(Runs.AsItStands::holds).orElse(false))
                        .isPresent(),
                now.map(Runs.AsItStands::hindrances).orElse(List.of()),
                LocalDate.now(clock));
    }

    private static Optional<Run> first(List<Run> runs, RunState state) {
        return runs.stream().filter(run -> run.state() == state).findFirst();
    }
}
