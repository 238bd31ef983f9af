package no.alisplass.scenario;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.Proof;
import no.alisplass.certificate.check.Checker;
import no.alisplass.certificate.prove.Prover;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Placement;
import no.alisplass.problem.Proposal;
import no.alisplass.search.Holdings;
import no.alisplass.search.Rerun;

/** What comes of a problem, and how certain that is. */
public record Worked(Proposal proposal, Certainty certainty) {
    /** A tenth of a run's: whoever asks what if is waiting. What is not proven within it is {@link Certainty#SETTLED}. */
    private static final long SEARCH_LIMIT = 20_000;

    /** The exact pass alone: the proposal a run would give, unproven. */
    static Worked quickly(AllocationProblem problem) {
        return quickly(problem, CanonicalJson.hash(problem));
    }

    static Worked quickly(AllocationProblem problem, String hash) {
        return of(problem, new Rerun(problem).outcome(), hash);
    }

    /** @param hash of the problem */
    public static Worked of(AllocationProblem problem, Rerun.Outcome outcome, String hash) {
        List<Placement> placements = new ArrayList<>();
        for (int d = 0; d < problem.doctors().size(); d++) {
            int option = outcome.options()[d];
            placements.add(new Placement(problem.doctors().get(d).id(), option == Holdings.NONE ? null : option));
        }
        return new Worked(new Proposal(hash, placements), outcome.settled() ? Certainty.SETTLED : Certainty.OPEN);
    }

    /** The proof, as far as there is one within the limits of a what-if. */
    public Certificate certificate(AllocationProblem problem) {
        return Prover.prove(problem, proposal, SEARCH_LIMIT);
    }

    /** The same, proven and checked as a run is, where that can be done. */
    public Worked proven(AllocationProblem problem) {
        if (problem.doctors().isEmpty()) {
            return this;
        }
        Certificate certificate = certificate(problem);
        boolean accepted = certificate.complete()
                && Checker.check(problem, proposal, certificate).accepted();
        boolean refuted =
                certificate.claims().stream().anyMatch(claim -> claim.proof().kind() == Proof.Kind.REFUTED);
        return new Worked(proposal, accepted ? Certainty.PROVEN : refuted ? Certainty.OPEN : certainty);
    }
}
