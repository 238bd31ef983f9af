package no.alisplass.solver;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.text.Sha256;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Placement;
import no.alisplass.problem.Proposal;
import no.alisplass.search.FirstFit;
import no.alisplass.search.Holdings;
import no.alisplass.search.IndexedProblem;

/** Finds the best outcome of a problem. Safe to share between threads; each call solves on the calling thread. */
@ApplicationScoped
public class AllocationSolver {
    static final String CONFIG = "solver-config/solver.xml";

    private final SolverFactory<AllocationPlan> factory;
    private final String version;
    private final String configHash;

    public AllocationSolver() {
        this(null);
    }

    /** @param mode how much the solver checks itself; as configured when null */
    AllocationSolver(EnvironmentMode mode) {
        // Not the thread's class loader: a job's thread may carry another one than the application's.
        ClassLoader loader = AllocationSolver.class.getClassLoader();
        SolverConfig config = SolverConfig.createFromXmlResource(CONFIG, loader);
        if (mode != null) {
            config.setEnvironmentMode(mode);
        }
        factory = SolverFactory.create(config);
        String implementation = SolverFactory.class.getPackage().getImplementationVersion();
        version = "Timefold " + (implementation == null ? "unknown" : implementation);
        try (InputStream in = loader.getResourceAsStream(CONFIG)) {
            configHash = Sha256.hex(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same problem and seed give the same proposal on every machine.
     *
     * @param seed which of several equally good outcomes comes out
     * @param cancelled asked again and again; once it says true the run ends
     * @throws CancellationException when the run was cancelled
     * @throws IllegalArgumentException when the pinned doctors alone take more than there is
     */
    public Solved solve(AllocationProblem problem, long seed, SolveListener listener, BooleanSupplier cancelled) {
        return solve(problem, List.of(), seed, listener, cancelled);
    }

    /**
     * As {@link #solve(AllocationProblem, long, SolveListener, BooleanSupplier)}, from a start: what comes out is as good or better.
     *
     * @param from what some doctors hold at first; the pinned need not be among them
     * @throws IllegalArgumentException also when the start is not one of the problem, or it takes more than there is
     */
    public Solved solve(
            AllocationProblem problem,
            List<Placement> from,
            long seed,
            SolveListener listener,
            BooleanSupplier cancelled) {
        long start = System.nanoTime();
        IndexedProblem indexed = new IndexedProblem(problem);
        int[] choices = start(problem, indexed, from);
        FirstFit.extend(indexed, choices);
        SolveRun run = new SolveRun(indexed, seed, listener, cancelled);
        AllocationPlan plan = new AllocationPlan(run, choices);
        if (run.problem().options() > 0 && !run.cancelled()) {
            Solver<AllocationPlan> solver = factory.buildSolver();
            plan = solver.solve(plan);
        }
        if (run.cancelled()) {
            throw new CancellationException("The run was cancelled after " + run.settled() + " of "
                    + problem.doctors().size() + " doctors.");
        }
        return result(problem, plan, run, (System.nanoTime() - start) / 1_000_000);
    }

    private Solved result(AllocationProblem problem, AllocationPlan plan, SolveRun run, long millis) {
        List<Placement> placements = new ArrayList<>();
        List<DoctorId> open = new ArrayList<>();
        for (DoctorAssignment assignment : plan.assignments()) {
            int doctor = assignment.doctor();
            DoctorId id = problem.doctors().get(doctor).id();
            Integer option = assignment.choice() == null
                    ? null
                    : assignment.choice().number() - run.problem().firstOption[doctor];
            placements.add(new Placement(id, option));
            if (run.isOpen(doctor)) {
                open.add(id);
            }
        }
        Proposal proposal = new Proposal(CanonicalJson.hash(problem), placements);
        return new Solved(proposal, open.isEmpty(), open, version, configHash, millis);
    }

    /** What the pinned doctors and those of the start hold, as numbers of options. */
    private static int[] start(AllocationProblem problem, IndexedProblem indexed, List<Placement> from) {
        int[] choices = new int[indexed.doctors];
        Arrays.fill(choices, Holdings.NONE);
        for (int d = 0; d < indexed.doctors; d++) {
            if (indexed.pinned[d] && indexed.firstOption[d] < indexed.firstOption[d + 1]) {
                choices[d] = indexed.firstOption[d];
            }
        }
        refuseOverfull(problem, indexed, choices, "pinned doctors", "Maybe unpin one, or raise its capacity.");
        Map<DoctorId, Integer> numbers = new HashMap<>();
        for (int d = 0; d < indexed.doctors; d++) {
            numbers.put(problem.doctors().get(d).id(), d);
        }
        for (Placement placement : from) {
            Integer doctor = numbers.get(placement.doctor());
            if (doctor == null || placement.option() == null || !has(indexed, doctor, placement.option())) {
                throw new IllegalArgumentException(
                        "The start gives " + placement.doctor() + " the unknown option " + placement.option() + ".");
            }
            choices[doctor] = indexed.firstOption[doctor] + placement.option();
        }
        refuseOverfull(problem, indexed, choices, "doctors of the start", "Maybe start with fewer.");
        return choices;
    }

    private static Holdings board(IndexedProblem indexed, int[] choices) {
        Holdings board = new Holdings(indexed);
        for (int d = 0; d < indexed.doctors; d++) {
            if (choices[d] != Holdings.NONE) {
                board.set(d, choices[d]);
            }
        }
        return board;
    }

    private static boolean has(IndexedProblem indexed, int doctor, int option) {
        return option >= 0 && option < indexed.firstOption[doctor + 1] - indexed.firstOption[doctor];
    }

    private static void refuseOverfull(
            AllocationProblem problem, IndexedProblem indexed, int[] choices, String who, String hint) {
        Holdings board = board(indexed, choices);
        if (board.overs() > 0) {
            throw new IllegalArgumentException("The " + who + " take more of "
                    + problem.resources().get(board.overAt(0)).id() + " than there is. " + hint);
        }
    }
}
