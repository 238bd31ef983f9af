package no.alisplass.allocation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.Claim;
import no.alisplass.certificate.Proof;
import no.alisplass.certificate.prove.Prover;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Placement;
import no.alisplass.solver.AllocationSolver;
import no.alisplass.solver.SolveListener;
import no.alisplass.solver.Solved;

/**
 * What the solver found, with its proof. Where the proof shows something better than the solver could find within its limits, the solver
 * goes on from there, until nothing better is known.
 */
public record ProvenRun(Solved solved, Certificate certificate) {

    /** Hears what solver and prover do in turn, as it is done. */
    interface Steps {
        Steps UNHEARD = new Steps() {
            @Override
            public void solved(Solved solved) {
                // Nobody asked.
            }

            @Override
            public void proved(Certificate certificate, Duration took) {
                // Nobody asked.
            }
        };

        void solved(Solved solved);

        void proved(Certificate certificate, Duration took);
    }

    /**
     * The same problem and seed give the same proposal and certificate on every machine.
     *
     * @throws CancellationException when the run was cancelled
     * @throws IllegalArgumentException when the pinned doctors alone take more than there is
     */
    public static ProvenRun find(
            AllocationSolver solver,
            AllocationProblem problem,
            long seed,
            SolveListener listener,
            BooleanSupplier cancelled) {
        return find(solver, problem, seed, listener, cancelled, Steps.UNHEARD);
    }

    static ProvenRun find(
            AllocationSolver solver,
            AllocationProblem problem,
            long seed,
            SolveListener listener,
            BooleanSupplier cancelled,
            Steps steps) {
        ProvenRun found = of(problem, solver.solve(problem, seed, listener, cancelled), steps);
        Optional<List<Placement>> better = better(found.certificate);
        while (better.isPresent()) {
            Solved next = solver.solve(problem, better.get(), seed, listener, cancelled);
            if (next.proposal().equals(found.solved.proposal())) {
                break;
            }
            found = of(problem, next, steps);
            better = better(found.certificate);
        }
        return found;
    }

    private static ProvenRun of(AllocationProblem problem, Solved solved, Steps steps) {
        steps.solved(solved);
        long start = System.nanoTime();
        Certificate certificate = Prover.prove(problem, solved.proposal());
        steps.proved(certificate, Duration.ofNanos(System.nanoTime() - start));
        return new ProvenRun(solved, certificate);
    }

    /** What the first doctor whose claim is refuted and all whom the claim protects would hold instead. */
    private static Optional<List<Placement>> better(Certificate certificate) {
        return certificate.claims().stream()
                .map(Claim::proof)
                .filter(Proof.Refuted.class::isInstance)
                .map(proof -> ((Proof.Refuted) proof).witness())
                .findFirst();
    }
}
