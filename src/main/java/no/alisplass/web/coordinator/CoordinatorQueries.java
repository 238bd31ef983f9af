package no.alisplass.web.coordinator;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.alisplass.allocation.Run;
import no.alisplass.allocation.RunState;
import no.alisplass.allocation.Runs;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Seats;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Counting;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.RoundId;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.round.Rounds;
import no.alisplass.waitlist.AreaStatus;
import no.alisplass.waitlist.Waitlists;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Directory;
import no.alisplass.web.text.Names;

/** What several of the coordinator's and the planner's pages look up. */
@ApplicationScoped
public class CoordinatorQueries {
    private final Rounds rounds;
    private final Capacity capacity;
    private final Directory directory;
    private final Waitlists waitlists;
    private final Runs runs;
    private final Clock clock;

    CoordinatorQueries(
            Rounds rounds, Capacity capacity, Directory directory, Waitlists waitlists, Runs runs, Clock clock) {
        this.rounds = rounds;
        this.capacity = capacity;
        this.directory = directory;
        this.waitlists = waitlists;
        this.runs = runs;
        this.clock = clock;
    }

    public Round round(RoundId id) {
        return Pages.of(rounds.read(id));
    }

    public Names names(HospitalId hospital) {
        return directory.names(hospital);
    }

    /** How the round counts service. */
    Counting counting(Round round) {
        return rounds.counting(round);
    }

    /** What a position of the hospital is called. */
    public String position(HospitalId hospital, PositionId id, Names names) {
        return capacity.positions(hospital).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(names::position)
                .orElse(id.value());
    }

    /** The areas that a list of doctors comes from, by name. */
    List<Choice> areas(Names names, List<AreaCode> codes) {
        return codes.stream()
                .distinct()
                .map(code -> new Choice(code.value(), names.area(code)))
                .sorted(Comparator.comparing(Choice::text))
                .toList();
    }

    /** Whether the allocation can be run: the lists are closed, and no run is under way. */
    public boolean canStart(Round round) {
        return round.state() == RoundState.CLOSED
                && runs.of(round.id()).stream().allMatch(run -> run.state().ended());
    }

    /** How far a round has come. */
    RoundProgress standing(Round round) {
        int seats = capacity.seats(round.hospital(), round.halfYears()).stream()
                .mapToInt(Seats::count)
                .sum();
        List<AreaStatus> areas = round.state() == RoundState.DRAFT ? List.of() : Pages.of(waitlists.status(round.id()));
        boolean closed = round.state() == RoundState.CLOSED || round.state() == RoundState.APPROVED;
        List<Run> all = closed ? runs.of(round.id()) : List.of();
        Optional<Run> proposal = all.stream()
                .filter(run -> run.state() == RunState.APPROVED)
                .findFirst()
                .or(() ->
                        all.stream().filter(run -> run.state() == RunState.DONE).findFirst());
        Optional<Runs.AsItStands> now = round.state() == RoundState.CLOSED
                ? Optional.of(runs.asItStands(round.id(), proposal.orElse(null)))
                : Optional.empty();
        return new RoundProgress(
                round,
                seats,
                areas.stream()
                        .filter(each -> !each.hasAnswered())
                        .sorted(Comparator.comparing(each -> each.area().name()))
                        .toList(),
                areas.size(),
                now.flatMap(Runs.AsItStands::doctors)
                        .or(() -> proposal.filter(run -> closed).map(Run::total))
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
}
