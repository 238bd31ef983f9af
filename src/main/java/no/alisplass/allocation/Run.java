package no.alisplass.allocation;

import java.time.Instant;
import no.alisplass.domain.RoundId;

/**
 * One run of the allocation of a round, as it stands.
 *
 * @param number which run of the round, from 1
 * @param settled doctors whose outcome is settled so far, of {@code total}
 * @param exhausted whether the search was complete for every doctor; null until it is done
 * @param problemHash SHA-256 of the frozen problem
 * @param seed of the search; the same problem and seed give the same proposal
 * @param proposalHash SHA-256 of the proposal; null until there is one
 * @param proven whether the certificate proves every doctor's outcome best; null until there is one
 * @param checked whether the independent checker accepted the certificate; without it nothing can be approved
 * @param corrects under which stop of the round's offers it was made, to correct the approved run; null for another
 */
public record Run(
        RoundId round,
        int number,
        RunState state,
        int settled,
        int total,
        Boolean exhausted,
        String problemHash,
        String policyId,
        int policyVersion,
        long seed,
        String solverVersion,
        String configHash,
        String proposalHash,
        Boolean proven,
        Boolean checked,
        String startedBy,
        Instant requestedAt,
        Instant finishedAt,
        String approvedBy,
        Instant approvedAt,
        Integer corrects) {}
