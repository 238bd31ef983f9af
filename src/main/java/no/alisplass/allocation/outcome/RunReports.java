package no.alisplass.allocation.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import no.alisplass.allocation.Runs;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Department;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.round.Round;
import no.alisplass.round.Rounds;
import no.alisplass.waitlist.Waitlists;

/** What there is to say of runs that have a proposal; refused of those that have none. */
@ApplicationScoped
public class RunReports {
    private final Runs runs;
    private final Rounds rounds;
    private final Capacity capacity;
    private final Waitlists waitlists;

    RunReports(Runs runs, Rounds rounds, Capacity capacity, Waitlists waitlists) {
        this.runs = runs;
        this.rounds = rounds;
        this.capacity = capacity;
        this.waitlists = waitlists;
    }

    /** Whose outcome differs between two runs of a round. */
    @Transactional
    public Result<OutcomeChanges> changes(RoundId round, int from, int to) {
        return runs.allocation(round, from).then(earlier -> runs.allocation(round, to)
                .map(later -> OutcomeChanges.between(earlier.doctors(), later.doctors())));
    }

    /** How a run's outcome falls on those who took part. */
    @Transactional
    public Result<RunStatistics> statistics(RoundId round, int number) {
        return rounds.read(round).then(known -> statistics(known, number));
    }

    private Result<RunStatistics> statistics(Round round, int number) {
        Hospital hospital = capacity.hospital(round.hospital()).orElseThrow();
        return runs.allocation(round.id(), number)
                .map(allocation -> RunStatistics.of(
                        allocation,
                        hospital.departments().map(Department::id).toList(),
                        capacity.seats(round.hospital(), round.halfYears()),
                        round.first(),
                        waitlists.firstListed(round.hospital())));
    }
}
