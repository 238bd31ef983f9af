package no.alisplass.solver;

import java.util.List;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.Proposal;

/**
 * What a run found.
 *
 * @param settled whether every better outcome of every doctor was ruled out, those ahead keeping theirs
 * @param notExhausted the doctors for whom one was neither found nor ruled out, in priority order
 * @param solverVersion the solver's name and version
 * @param configHash SHA-256 of the solver's configuration, in hexadecimal
 * @param millis how long it took; not a part of anything that is hashed
 */
public record Solved(
        Proposal proposal,
        boolean settled,
        List<DoctorId> notExhausted,
        String solverVersion,
        String configHash,
        long millis) {
    public Solved {
        notExhausted = List.copyOf(notExhausted);
    }
}
