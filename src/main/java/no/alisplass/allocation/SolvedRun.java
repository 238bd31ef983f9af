package no.alisplass.allocation;

import no.alisplass.certificate.Certificate;
import no.alisplass.problem.Proposal;
import no.alisplass.snapshot.Snapshot;

/** A run that has a proposal: what it was frozen from, what is proposed, and the proof. */
public record SolvedRun(Run run, Snapshot snapshot, Proposal proposal, Certificate certificate) {

    /** The proposal with the names put back. */
    public Allocation allocation() {
        return Allocation.of(run, snapshot, proposal);
    }
}
