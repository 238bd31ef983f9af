package no.alisplass.allocation;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import no.alisplass.certificate.Certificate;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.text.Sha256;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
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
        return of(snapshot, number, seed, by, at, null);
    }

    /** @param corrects under which stop of the round's offers it is made; null for a run of a closed round */
    static RunEntity of(Snapshot snapshot, int number, long seed, String by, Instant at, Integer corrects) {
        RunEntity run = new RunEntity();
        run.roundId = snapshot.round().value();
        run.number = number;
        run.state = RunState.QUEUED;
        run.total = snapshot.problem().doctors().size();
        run.problem = CanonicalJson.write(snapshot.problem());
        run.problemHash = Sha256.hex(run.problem);
        run.roster = CanonicalJson.write(snapshot.roster());
        run.policyId = snapshot.roster().policyId();
        run.policyVersion = snapshot.roster().policyVersion();
        run.seed = seed;
        run.startedBy = by;
        run.requestedAt = at;
        run.corrects = corrects;
        return run;
    }

    Snapshot snapshot() {
        return new Snapshot(new RoundId(roundId), problem(), CanonicalJson.read(roster, Roster.class));
    }

    AllocationProblem problem() {
        return CanonicalJson.read(problem, AllocationProblem.class);
    }

    Proposal proposal() {
        return CanonicalJson.read(proposal, Proposal.class);
    }

    Certificate certificate() {
        return CanonicalJson.read(certificate, Certificate.class);
    }
}
