package no.alisplass.allocation;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import no.alisplass.certificate.Certificate;
import no.alisplass.domain.RoundId;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.ProblemJson;
import no.alisplass.problem.Proposal;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.Snapshot;
import org.hibernate.annotations.DynamicUpdate;

/** A run with its papers. */
@Entity
@DynamicUpdate
@Table(name = "allocation_run")
class RunEntity extends RunHead {
    String problem;
    String roster;
    String proposal;
    String certificate;

    static RunEntity of(Snapshot snapshot, int number, long seed, String by, Instant at) {
        RunEntity run = new RunEntity();
        run.roundId = snapshot.round().value();
        run.number = number;
        run.state = RunState.QUEUED;
        run.total = snapshot.problem().doctors().size();
        run.problem = ProblemJson.write(snapshot.problem());
        run.problemHash = ProblemJson.sha256(run.problem);
        run.roster = ProblemJson.write(snapshot.roster());
        run.policyId = snapshot.roster().policyId();
        run.policyVersion = snapshot.roster().policyVersion();
        run.seed = seed;
        run.startedBy = by;
        run.requestedAt = at;
        return run;
    }

    Snapshot snapshot() {
        return new Snapshot(new RoundId(roundId), problem(), ProblemJson.read(roster, Roster.class));
    }

    AllocationProblem problem() {
        return ProblemJson.read(problem, AllocationProblem.class);
    }

    Proposal proposal() {
        return ProblemJson.read(proposal, Proposal.class);
    }

    Certificate certificate() {
        return ProblemJson.read(certificate, Certificate.class);
    }
}
