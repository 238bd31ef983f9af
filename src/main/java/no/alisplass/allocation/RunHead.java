package no.alisplass.allocation;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import no.alisplass.domain.RoundId;

/** What there is of a run beside its papers, which for thousands of doctors are megabytes. */
@MappedSuperclass
abstract class RunHead {
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

    @Column(name = "problem_hash")
    String problemHash;

    @Column(name = "policy_id")
    String policyId;

    @Column(name = "policy_version")
    int policyVersion;

    long seed;

    @Column(name = "solver_version")
    String solverVersion;

    @Column(name = "config_hash")
    String configHash;

    @Column(name = "proposal_hash")
    String proposalHash;

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

    Integer corrects;

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
                approvedAt,
                corrects);
    }
}
