package no.alisplass.allocation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import no.alisplass.certificate.Certificate;
import no.alisplass.domain.RoundId;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.ProblemJson;
import no.alisplass.problem.Proposal;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.Snapshot;

@Entity
@Table(name = "allocation_run")
class RunEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "round_id")
    String roundId;

    int number;

    @Enumerated(EnumType.STRING)
    RunState state;

    @Column(name = "cancel_requested")
    boolean cancelRequested;

    int settled;
    int total;
    Boolean exhausted;

    String problem;

    @Column(name = "problem_hash")
    String problemHash;

    String roster;

    @Column(name = "policy_id")
    String policyId;

    @Column(name = "policy_version")
    int policyVersion;

    long seed;

    @Column(name = "solver_version")
    String solverVersion;

    @Column(name = "config_hash")
    String configHash;

    String proposal;

    @Column(name = "proposal_hash")
    String proposalHash;

    String certificate;
    Boolean proven;
    Boolean checked;
    String failure;

    @Column(name = "started_by")
    String startedBy;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Column(name = "finished_at")
    Instant finishedAt;

    @Column(name = "approved_by")
    String approvedBy;

    @Column(name = "approved_at")
    Instant approvedAt;

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

    Run toRun() {
        return new Run(
                new RoundId(roundId),
                number,
                state,
                settled,
                total,
                exhausted,
                problemHash,
                policyId,
                policyVersion,
                seed,
                solverVersion,
                configHash,
                proposalHash,
                proven,
                checked,
                startedBy,
                requestedAt,
                finishedAt,
                approvedBy,
                approvedAt);
    }
}
