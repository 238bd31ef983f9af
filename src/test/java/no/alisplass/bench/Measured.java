package no.alisplass.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.check.CheckReport;
import no.alisplass.certificate.check.Checker;
import no.alisplass.certificate.prove.Prover;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.reference.Outcome;
import no.alisplass.solver.AllocationSolver;
import no.alisplass.solver.SolveListener;
import no.alisplass.solver.Solved;

/**
 * One round, solved, proven and checked: seconds from the start until each was done.
 *
 * @param open doctors whom the solver could not settle
 * @param notProven doctors without a proof
 * @param heapMiB most of the heap in use at once, what is already garbage included
 */
record Measured(
        double optimum,
        double proof,
        double checked,
        int open,
        long notProven,
        boolean honest,
        long heapMiB,
        List<Integer> tiers) {
    private static final AllocationSolver SOLVER = new AllocationSolver();

    static Measured of(AllocationProblem problem) {
        resetHeap();
        long start = System.nanoTime();
        Solved solved = SOLVER.solve(problem, 1, SolveListener.SILENT, () -> false);
        double optimum = since(start);
        Certificate certificate = Prover.prove(problem, solved.proposal());
        double proof = since(start);
        CheckReport report = Checker.check(problem, solved.proposal(), certificate);
        double checked = since(start);
        long notProven = certificate.claims().stream()
                .filter(claim -> !claim.proof().holds())
                .count();
        return new Measured(
                optimum,
                proof,
                checked,
                solved.notExhausted().size(),
                notProven,
                report.accepted() == (notProven == 0) && report.honest(),
                heap(),
                Outcome.tiers(problem, solved.proposal()));
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void resetHeap() {
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long heap() {
        return pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
