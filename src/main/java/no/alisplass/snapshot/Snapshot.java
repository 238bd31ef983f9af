package no.alisplass.snapshot;

import no.alisplass.domain.RoundId;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.ProblemJson;

/** A round frozen at one moment: the problem to solve, and who its doctors are. */
public record Snapshot(RoundId round, AllocationProblem problem, Roster roster) {

    /** SHA-256 of the problem's canonical bytes, in hexadecimal. */
    public String problemHash() {
        return ProblemJson.hash(problem);
    }
}
